'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { minimumDuration } from '@/app/_lib/minimum-duration'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { refuseOnFailure } from '@/app/_lib/refuse-on-failure'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clientIp } from '@/lib/http/client-ip'
import { clock } from '@/lib/platform/clock'
import { refuse } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { rateLimitRefusal } from '@/lib/registrations/abuse-checks'
import { transferSchema } from '@/lib/registrations/self-service/schema'
import { transferRegistration } from '@/lib/registrations/self-service/transfer'
import type { TransferState } from './_components/transfer-form'

/** Shows a preview first. Once confirmed for the previewed address, transfers the registration. */
export async function transferAction(
  rawToken: string,
  _previous: TransferState,
  form: FormData,
): Promise<TransferState> {
  const duration = minimumDuration()
  const token = tokenOrDash(rawToken)
  const now = clock.now()
  const { intent, previewed, ...values } = readFields(form, 'intent', 'previewed', 'name', 'email', 'role')
  const parsed = transferSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  if (intent !== 'do' || previewed !== parsed.data.email)
    return { status: 'previewed', values: parsed.data, hasChangedEmail: intent === 'do' }
  const result = await refuseOnFailure('registration not transferred', async () => {
    const ip = clientIp(await headers())
    const rateRefusal = await rateLimitRefusal({ email: parsed.data.email, ip }, 'transfer')
    return rateRefusal ? refuse(rateRefusal) : await transferRegistration(token, parsed.data, { now })
  })
  await duration
  if (result.ok) redirect(routes.selfServiceTransferred())
  // The page explains that the link is invalid.
  if (result.reason === 'unknown-link') redirect(routes.selfServiceTransfer(token))
  return { status: 'refused', reason: result.reason, values }
}
