'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { logOut } from '@/lib/organisers/login'
import { markActionEntered } from '@/lib/platform/action-entry'
import { routes } from '@/lib/platform/routes'
import { setLoginCookies } from './_lib/set-login-cookies'

/** Ends the login of the current organiser. */
export async function logOutAction(): Promise<void> {
  markActionEntered()
  await setLoginCookies(await logOut(await headers()))
  redirect(routes.loginAfterLogout())
}
