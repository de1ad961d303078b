'use server'

import { redirect } from 'next/navigation'
import { readToken } from '@/app/read-token'
import { confirmAddress } from '@/lib/own-sign-up/confirm-address'
import { clock } from '@/lib/platform/clock'
import { personalToken } from '@/lib/platform/personal-token'
import { routes } from '@/lib/platform/routes'

/** Takes the address over and goes to the sign-up by its new link, or back to the page, which says why not. */
export async function confirmAddressAction(token: string): Promise<void> {
  const result = await confirmAddress(readToken(token), { now: clock.now() })
  if (!result.ok) redirect(routes.confirmAddress(readToken(token)))
  redirect(routes.ownSignUp(personalToken('manage', result.value), 'address'))
}
