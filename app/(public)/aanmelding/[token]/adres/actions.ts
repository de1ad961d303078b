'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { safeErrorFields } from '@/lib/platform/safe-error'
import { requestEmailChange, withdrawEmailChange } from '@/lib/registrations/self-service/request-email-change'
import { emailChangeSchema } from '@/lib/registrations/self-service/schema'
import type { EmailChangeState } from './_components/email-change-form'

/** Mails the owner of another address, and says so on the same page; or says what to mend. */
export async function requestEmailChangeAction(
  token: string,
  _previous: EmailChangeState,
  form: FormData,
): Promise<EmailChangeState> {
  const validToken = tokenOrDash(token)
  const values = readFields(form, 'email')
  const parsed = emailChangeSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const result = await requestEmailChange(validToken, parsed.data.email, { now: clock.now() }).catch(logFailure)
  if (result.ok) redirect(routes.selfServiceEmail(validToken, 'asked'))
  // That page says that the link does not work any more.
  if (result.reason === 'unknown-link') redirect(routes.selfService(validToken))
  // And this one that there is nothing to change any more, and why.
  if (result.reason === 'locked') redirect(routes.selfServiceEmail(validToken))
  if (result.reason === 'same-address') return { status: 'invalid', errors: { email: result.reason }, values }
  return { status: 'refused', reason: result.reason, values }
}

/** Keeps the address that it is. */
export async function withdrawEmailChangeAction(token: string): Promise<void> {
  const validToken = tokenOrDash(token)
  await withdrawEmailChange(validToken, { now: clock.now() })
  redirect(routes.selfServiceEmail(validToken, 'withdrawn'))
}

function logFailure(error: unknown) {
  logger.error(safeErrorFields(error), 'other address not asked')
  return { ok: false, reason: 'unavailable' } as const
}
