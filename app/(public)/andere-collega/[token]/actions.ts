'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import { createPersonalToken } from '@/lib/personal-links/token'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { registerColleague } from '@/lib/registrations/pending-registration'

/** Registers a colleague who signed up with a registered address. Redirects to the registration, or shows the refusal. */
export async function registerColleagueAction(rawToken: string, form: FormData): Promise<void> {
  const token = tokenOrDash(rawToken)
  const { pending } = readFields(form, 'pending')
  const result = await registerColleague(token, pending, { now: clock.now() })
  if (!result.ok) redirect(routes.otherColleague(token, result.reason))
  redirect(routes.selfService(createPersonalToken('manage', result.value)))
}
