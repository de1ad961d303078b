'use server'

import { setTimeout as wait } from 'node:timers/promises'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clientIp } from '@/lib/http/client-ip'
import { clock } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { safeErrorFields } from '@/lib/platform/safe-error'
import { rateLimitRefusal } from '@/lib/registrations/abuse-checks'
import { transferSchema } from '@/lib/registrations/self-service/schema'
import { transferRegistration } from '@/lib/registrations/self-service/transfer'
import type { TransferState } from './_components/transfer-form'

// For a colleague who is signed up already less is written. Nobody may learn from the clock who comes.
const minDurationMs = 200

/** Shows who would get the place; pressed there, hands it over and goes on to a page that says so. Or says what to mend. */
export async function transferAction(
  rawToken: string,
  _previous: TransferState,
  form: FormData,
): Promise<TransferState> {
  const minDuration = wait(minDurationMs)
  const token = tokenOrDash(rawToken)
  const { intent, previewed, ...values } = readFields(form, 'intent', 'previewed', 'name', 'email', 'role')
  const parsed = transferSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  if (intent !== 'do' || previewed !== parsed.data.email)
    return { status: 'previewed', values: parsed.data, hasChangedEmail: intent === 'do' }
  const attempt = async () => {
    const ip = clientIp(await headers())
    const rateRefusal = await rateLimitRefusal({ email: parsed.data.email, ip }, 'transfer')
    return rateRefusal
      ? ({ ok: false, reason: rateRefusal } as const)
      : await transferRegistration(token, parsed.data, { now: clock.now() })
  }
  const result = await attempt().catch(logFailure)
  await minDuration
  if (result.ok) redirect(routes.selfServiceTransferred())
  // That page says that the link does not work any more.
  if (result.reason === 'unknown-link') redirect(routes.selfServiceTransfer(token))
  return { status: 'refused', reason: result.reason, values }
}

function logFailure(error: unknown) {
  logger.error(safeErrorFields(error), 'place not handed over')
  return { ok: false, reason: 'unavailable' } as const
}
