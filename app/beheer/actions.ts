'use server'

import { headers } from 'next/headers'
import { logOut } from '@/lib/organisers/login'
import { markActionEntered } from '@/lib/platform/action-entry'
import { routes } from '@/lib/platform/routes'
import { redirectWithCookies } from './_lib/redirect-with-cookies'

/** Logs the current organiser out and redirects to the log-in page. */
export async function logOutAction(): Promise<void> {
  markActionEntered()
  await redirectWithCookies(routes.loginAfterLogout(), await logOut(await headers()))
}
