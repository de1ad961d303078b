'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { clientIp } from '@/lib/http/client-ip'
import { clock } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { safeErrorFields } from '@/lib/platform/safe-error'
import { checkForAbuse } from '@/lib/registrations/abuse-checks'
import { requestLinkRecovery } from '@/lib/registrations/self-service/link-recovery'
import { linkRecoverySchema } from '@/lib/registrations/self-service/schema'
import type { LinkRecoveryState } from './_components/link-recovery-form'

/** Has the link mailed to whoever has this address, and says the same when nobody has. */
export async function requestLinkRecoveryAction(
  _previous: LinkRecoveryState,
  form: FormData,
): Promise<LinkRecoveryState> {
  const { form: token, website: honeypot, email: rawEmail } = readFields(form, 'form', 'website', 'email')
  const values = { email: rawEmail }
  const parsed = linkRecoverySchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const { email } = parsed.data
  const now = clock.now()
  const request = async () => {
    const check = await checkForAbuse(
      { token, honeypot, email, ip: clientIp(await headers()) },
      { now, scope: 'link-recovery' },
    )
    if (check.ok) await requestLinkRecovery(email, { now })
    return check
  }
  const result = await request().catch(logFailure)
  if (result.ok) return { status: 'requested', values: { email } }
  // The page comes along with a new form token: pressing the button again is enough.
  if (result.reason === 'form-expired') refresh()
  return { status: 'refused', reason: result.reason, values }
}

function logFailure(error: unknown) {
  logger.error(safeErrorFields(error), 'lost link not asked for')
  return { ok: false, reason: 'unavailable' } as const
}
