'use server'

import { setTimeout as wait } from 'node:timers/promises'
import { headers } from 'next/headers'
import { firstReasons, readFields } from '@/app/read-form'
import type { ForgotPasswordState } from '@/components/organiser/forgot-password-form'
import { askNewPassword } from '@/lib/organisers/password'
import { forgotPasswordSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { clientIp } from '@/lib/platform/front-door/client-ip'

// For an address that somebody has more is written. Nobody may learn from the clock who is organiser here.
const leastDurationMs = 200

/** Mails a link to whoever has this address, and says the same when nobody has. */
export async function forgotPasswordAction(
  _previous: ForgotPasswordState,
  form: FormData,
): Promise<ForgotPasswordState> {
  const enough = wait(leastDurationMs)
  const values = readFields(form, 'email')
  const parsed = forgotPasswordSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  const asked = await askNewPassword({ email: parsed.data.email, ip: clientIp(await headers()) }, { now: clock.now() })
  await enough
  return asked.ok ? { status: 'asked', values } : { status: 'refused', reason: asked.reason, values }
}
