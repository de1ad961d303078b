'use server'

import { setTimeout as wait } from 'node:timers/promises'
import { refresh } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { firstReasons } from '@/app/read-form'
import { readSignUp } from '@/app/read-sign-up'
import type { SignUpState } from '@/components/form/registration-form'
import { clock } from '@/lib/platform/clock'
import { cookieOptions } from '@/lib/platform/cookies'
import { errorFacts } from '@/lib/platform/error-facts'
import { clientIp } from '@/lib/platform/front-door/client-ip'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { registerParticipant } from '@/lib/registrations/commands'
import { receiptCookie, receiptSeconds, writeReceipt } from '@/lib/registrations/receipt'
import { registrationSchema, type SignUpRefusal } from '@/lib/registrations/schema'
import { checkSpam } from '@/lib/registrations/spam'
import { getSessionForm } from '@/lib/sessions/queries'
import { whyClosed } from '@/lib/sessions/rules'

const mendedByPage = new Set<SignUpRefusal>(['form-expired', 'unknown-question', 'off-the-list'])

// A new sign-up writes more rows than a second one by the same address. Nobody may learn from the clock who is known.
const leastDurationMs = 200

/** Signs up for the kennissessie under `slug`: goes on to the thank-you page, or says what to mend with all that was typed. */
export async function signUp(slug: string, _previous: SignUpState, form: FormData): Promise<SignUpState> {
  const enough = wait(leastDurationMs)
  const now = clock.now()
  const session = await getSessionForm(String(slug)).catch(logFailure)
  const questions = session === failed ? [] : (session?.questions ?? [])
  const { values, token, honeypot } = readSignUp(form, questions)
  const refused = (reason: SignUpRefusal): SignUpState => ({ status: 'refused', reason, values })
  if (session === failed) return refused('unavailable')
  if (!session) return refused('unknown-session')
  const closed = whyClosed(session, now)
  if (closed) return refused(closed)

  const parsed = registrationSchema(session.questions).safeParse(values)
  if (!parsed.success) {
    // An organiser may have changed the questions since the form was opened: the page comes along with those of now.
    refresh()
    return { status: 'invalid', errors: firstReasons(parsed.error), values }
  }

  const sent = { token, honeypot, email: parsed.data.email, ip: clientIp(await headers()) }
  const result = await checkAndRegister(sent, { ...parsed.data, sessionId: session.id }, now)
  // The page comes along with a new form token, or the questions of now: pressing the button again is enough.
  if (!result.ok && mendedByPage.has(result.reason)) refresh()
  if (!result.ok) return refused(result.reason)
  await enough

  const receipt = writeReceipt({ slug: session.slug, email: parsed.data.email, ...result.value })
  const jar = await cookies()
  jar.set(receiptCookie(session.slug), receipt, { ...cookieOptions(), maxAge: receiptSeconds })
  redirect(routes.signedUp(session.slug))
}

/** A surprise, such as a database that is away, must not cost anybody what they typed. */
async function checkAndRegister(
  sent: Parameters<typeof checkSpam>[0],
  input: Omit<Parameters<typeof registerParticipant>[0], 'submissionId'>,
  now: Date,
) {
  const attempt = async () => {
    const human = await checkSpam(sent, { now })
    return human.ok ? await registerParticipant({ ...input, ...human.value }, { now }) : human
  }
  const result = await attempt().catch(logFailure)
  return result === failed ? ({ ok: false, reason: 'unavailable' } as const) : result
}

const failed = Symbol('failed')
function logFailure(error: unknown): typeof failed {
  logger.error(errorFacts(error), 'sign-up failed')
  return failed
}
