'use server'

import { redirect } from 'next/navigation'
import { tokenOrDash } from '@/app/_lib/token-param'
import { createPersonalToken } from '@/lib/personal-links/token'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { confirmEmailChange } from '@/lib/registrations/self-service/email-change'

/** Confirms the new e-mail address and redirects to the registration. After a refusal, shows the page with its reason. */
export async function confirmEmailChangeAction(rawToken: string): Promise<void> {
  const token = tokenOrDash(rawToken)
  const result = await confirmEmailChange(token, { now: clock.now() })
  if (!result.ok) redirect(routes.confirmEmailChange(token))
  redirect(routes.selfService(createPersonalToken('manage', result.value), 'address'))
}
