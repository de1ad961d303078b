'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { refuseOnFailure } from '@/app/_lib/refuse-on-failure'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { requestEmailChange, withdrawEmailChange } from '@/lib/registrations/self-service/email-change'
import { emailChangeSchema } from '@/lib/registrations/self-service/schema'
import type { EmailChangeState } from './_components/email-change-form'

/** Mails a link for confirmation to the new address, then shows the same page. */
export async function requestEmailChangeAction(
  rawToken: string,
  _previous: EmailChangeState,
  form: FormData,
): Promise<EmailChangeState> {
  const token = tokenOrDash(rawToken)
  const now = clock.now()
  const values = readFields(form, 'email')
  const parsed = emailChangeSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const result = await refuseOnFailure('e-mail change not requested', () =>
    requestEmailChange(token, parsed.data.email, { now }),
  )
  if (result.ok) redirect(routes.selfServiceEmail(token, 'asked'))
  // The page of each redirect explains the refusal.
  if (result.reason === 'unknown-link') redirect(routes.selfService(token))
  if (result.reason === 'locked') redirect(routes.selfServiceEmail(token))
  if (result.reason === 'same-address') return { status: 'invalid', errors: { email: result.reason }, values }
  return { status: 'refused', reason: result.reason, values }
}

export async function withdrawEmailChangeAction(rawToken: string): Promise<void> {
  const token = tokenOrDash(rawToken)
  await withdrawEmailChange(token, { now: clock.now() })
  redirect(routes.selfServiceEmail(token, 'withdrawn'))
}
