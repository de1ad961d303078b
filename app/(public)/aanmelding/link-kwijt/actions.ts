'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { readFields } from '@/app/_lib/read-form-data'
import { refuseOnFailure } from '@/app/_lib/refuse-on-failure'
import type { LinkRecoveryState } from '@/app/(public)/_components/link-recovery-form'
import { firstIssueByField } from '@/components/form/field-errors'
import { clientIp } from '@/lib/http/client-ip'
import { clock } from '@/lib/platform/clock'
import { checkForAbuse } from '@/lib/registrations/abuse-checks'
import { requestLinkRecovery } from '@/lib/registrations/self-service/link-recovery'
import { linkRecoverySchema } from '@/lib/registrations/self-service/schema'

/**
 * Requests a mail with the personal links of the address in `form`, for one session if `form` holds its id. Returns
 * `requested` even if nobody registered with the address.
 */
export async function requestLinkRecoveryAction(
  _previous: LinkRecoveryState,
  form: FormData,
): Promise<LinkRecoveryState> {
  const now = clock.now()
  const { form: token, website: honeypot, session, ...values } = readFields(form, 'form', 'website', 'session', 'email')
  const parsed = linkRecoverySchema.safeParse({ ...values, session })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const { email, session: sessionId } = parsed.data
  const result = await refuseOnFailure('link recovery not requested', async () => {
    const submission = { token, honeypot, email, ip: clientIp(await headers()) }
    const check = await checkForAbuse(submission, { now, scope: 'link-recovery' })
    if (check.ok) await requestLinkRecovery(email, { sessionId, now })
    return check
  })
  if (result.ok) return { status: 'requested', values: { email } }
  // Renders a new form token, so that a second submission succeeds.
  if (result.reason === 'form-expired') refresh()
  return { status: 'refused', reason: result.reason, values }
}
