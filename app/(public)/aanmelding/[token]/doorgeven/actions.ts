'use server'

import { setTimeout as wait } from 'node:timers/promises'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { firstReasons, readFields } from '@/app/read-form'
import { readToken } from '@/app/read-token'
import type { HandOverState } from '@/components/own-sign-up/hand-over-form'
import { handOver } from '@/lib/own-sign-up/hand-over'
import { handOverSchema } from '@/lib/own-sign-up/schema'
import { clock } from '@/lib/platform/clock'
import { errorFacts } from '@/lib/platform/error-facts'
import { clientIp } from '@/lib/platform/front-door/client-ip'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { countSender } from '@/lib/registrations/spam'

// For a colleague who is signed up already less is written. Nobody may learn from the clock who comes.
const leastDurationMs = 200

/** Shows who would get the place; pressed there, hands it over and goes on to a page that says so. Or says what to mend. */
export async function handOverAction(given: string, _previous: HandOverState, form: FormData): Promise<HandOverState> {
  const enough = wait(leastDurationMs)
  const token = readToken(given)
  const { press, looked, ...values } = readFields(form, 'press', 'looked', 'name', 'email', 'role')
  const parsed = handOverSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  if (press !== 'do' || looked !== parsed.data.email)
    return { status: 'looked', values: parsed.data, again: press === 'do' }
  const attempt = async () => {
    const ip = clientIp(await headers())
    const tooMany = await countSender({ email: parsed.data.email, ip }, 'hand-over')
    return tooMany
      ? ({ ok: false, reason: tooMany } as const)
      : await handOver(token, parsed.data, { now: clock.now() })
  }
  const result = await attempt().catch(logFailure)
  await enough
  if (result.ok) redirect(routes.handedOver())
  // That page says that the link does not work any more.
  if (result.reason === 'unknown-link') redirect(routes.ownHandOver(token))
  return { status: 'refused', reason: result.reason, values }
}

function logFailure(error: unknown) {
  logger.error(errorFacts(error), 'place not handed over')
  return { ok: false, reason: 'unavailable' } as const
}
