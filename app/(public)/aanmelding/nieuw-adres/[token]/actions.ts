'use server'

import { redirect } from 'next/navigation'
import { tokenOrDash } from '@/app/_lib/token-param'
import { createPersonalToken } from '@/lib/personal-links/token'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { confirmEmailChange } from '@/lib/registrations/self-service/confirm-email-change'

/** Takes the address over and goes to the sign-up by its new link, or back to the page, which says why not. */
export async function confirmEmailChangeAction(token: string): Promise<void> {
  const result = await confirmEmailChange(tokenOrDash(token), { now: clock.now() })
  if (!result.ok) redirect(routes.confirmEmailChange(tokenOrDash(token)))
  redirect(routes.selfService(createPersonalToken('manage', result.value), 'address'))
}
