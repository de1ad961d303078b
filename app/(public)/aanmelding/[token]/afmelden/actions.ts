'use server'

import { redirect } from 'next/navigation'
import { readToken } from '@/app/read-token'
import { cancelOwn } from '@/lib/own-sign-up/commands'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Cancels and goes to what stands now, or back to the page, which says why not. */
export async function cancelOwnAction(given: string): Promise<void> {
  const token = readToken(given)
  const result = await cancelOwn(token, { now: clock.now() })
  redirect(result.ok ? routes.ownSignUp(token, 'cancelled') : routes.ownCancel(token))
}
