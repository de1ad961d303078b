'use server'

import { setTimeout as wait } from 'node:timers/promises'
import { headers } from 'next/headers'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { clientIp } from '@/lib/http/client-ip'
import { requestPasswordReset } from '@/lib/organisers/password'
import { forgotPasswordSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import type { ForgotPasswordState } from './_components/forgot-password-form'

// For an address that somebody has more is written. Nobody may learn from the clock who is organiser here.
const minimumDurationMs = 200

/** Mails a link to whoever has this address, and says the same when nobody has. */
export async function forgotPasswordAction(
  _previous: ForgotPasswordState,
  form: FormData,
): Promise<ForgotPasswordState> {
  const minimumDuration = wait(minimumDurationMs)
  const values = readFields(form, 'email')
  const parsed = forgotPasswordSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const result = await requestPasswordReset(
    { email: parsed.data.email, ip: clientIp(await headers()) },
    { now: clock.now() },
  )
  await minimumDuration
  return result.ok ? { status: 'requested', values } : { status: 'refused', reason: result.reason, values }
}
