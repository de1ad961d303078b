'use server'

import { setTimeout as wait } from 'node:timers/promises'
import { refresh } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { SignUpState } from '@/components/form/registration-form'
import { clock } from '@/lib/platform/clock'
import { siteUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { clientIp } from '@/lib/platform/rate-limit'
import { routes } from '@/lib/platform/routes'
import { registerParticipant } from '@/lib/registrations/commands'
import { receiptCookie, receiptSeconds, writeReceipt } from '@/lib/registrations/receipt'
import { type FieldReason, registrationSchema, type SignUpRefusal } from '@/lib/registrations/schema'
import { checkSpam } from '@/lib/registrations/spam'
import { getSessionForm } from '@/lib/sessions/queries'
import { canRegister } from '@/lib/sessions/rules'
import { readForm } from './read-form'

// A new sign-up writes more rows than a second one by the same address. Nobody may learn from the clock who is known.
const leastDurationMs = 200

/** Signs up for the kennissessie under `slug`: goes on to the thank-you page, or says what to mend with all that was typed. */
export async function signUp(slug: string, _previous: SignUpState, form: FormData): Promise<SignUpState> {
  const enough = wait(leastDurationMs)
  const now = clock.now()
  const session = await getSessionForm(String(slug)).catch(logFailure)
  if (session === failed) return { status: 'refused', reason: 'unavailable', values: readForm(form, []).values }
  if (!session) notFound()

  const { values, token, honeypot } = readForm(form, session.questions)
  const refused = (reason: SignUpRefusal): SignUpState => ({ status: 'refused', reason, values })
  if (!canRegister(session, now)) return refused('registration-closed')

  const parsed = registrationSchema(session.questions).safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error.issues), values }

  const sent = { token, honeypot, email: parsed.data.email, ip: clientIp(await headers()) }
  const result = await checkAndRegister(sent, { ...parsed.data, sessionId: session.id }, now)
  // The page comes along with a new form token: pressing the button again is enough.
  if (!result.ok && result.reason === 'form-expired') refresh()
  if (!result.ok) return refused(result.reason)
  await enough

  const receipt = writeReceipt({ slug: session.slug, email: parsed.data.email, ...result.value })
  const cookieOptions = { httpOnly: true, sameSite: 'lax', secure: siteUrl().startsWith('https') } as const
  const jar = await cookies()
  jar.set(receiptCookie, receipt, { ...cookieOptions, path: routes.signedUp(session.slug), maxAge: receiptSeconds })
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
  logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'sign-up failed')
  return failed
}

type Issue = { path: PropertyKey[]; message: string }

/** The first reason for each field, by the name the field has in the form. */
function firstReasons(issues: Issue[]): Record<string, FieldReason> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message as FieldReason]).reverse())
}
