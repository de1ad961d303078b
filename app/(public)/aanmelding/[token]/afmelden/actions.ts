'use server'

import { redirect } from 'next/navigation'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { cancelOwn } from '@/lib/registrations/own-cancel'

/** Cancels and goes to what stands now, or back to the page, which says why not. */
export async function cancelOwnAction(token: string): Promise<void> {
  const result = await cancelOwn(String(token), { now: clock.now() })
  redirect(result.ok ? routes.ownSignUp(String(token), 'cancelled') : routes.ownCancel(String(token)))
}
