'use server'

import { setTimeout as wait } from 'node:timers/promises'
import { refresh } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { firstIssueByField } from '@/app/_lib/read-form-data'
import { readRegistrationForm } from '@/app/_lib/read-registration-form'
import type { RegistrationFormState } from '@/components/registration-form/registration-form'
import { clientIp } from '@/lib/http/client-ip'
import { cookieOptions } from '@/lib/http/cookies'
import { clock } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { safeErrorFields } from '@/lib/platform/safe-error'
import { checkForAbuse } from '@/lib/registrations/abuse-checks'
import {
  confirmationCookieName,
  confirmationCookieSeconds,
  signConfirmation,
} from '@/lib/registrations/confirmation-cookie'
import { registerParticipant } from '@/lib/registrations/register'
import { type RegistrationFormRefusal, registrationSchema } from '@/lib/registrations/schema'
import { getSessionForm } from '@/lib/sessions/queries'
import { registrationRefusal } from '@/lib/sessions/rules'

const fixedByRefresh = new Set<RegistrationFormRefusal>(['form-expired', 'unknown-question', 'registration-cancelled'])

// A new sign-up writes more rows than a second one by the same address. Nobody may learn from the clock who is known.
const minDurationMs = 200

/** Signs up for the kennissessie under `slug`: goes on to the thank-you page, or says what to mend with all that was typed. */
export async function registerAction(
  slug: string,
  _previous: RegistrationFormState,
  form: FormData,
): Promise<RegistrationFormState> {
  const minDuration = wait(minDurationMs)
  const now = clock.now()
  const session = await getSessionForm(String(slug)).catch(logFailure)
  const questions = session === failed ? [] : (session?.questions ?? [])
  const { values, token, honeypot } = readRegistrationForm(form, questions)
  const refuse = (reason: RegistrationFormRefusal): RegistrationFormState => ({ status: 'refused', reason, values })
  if (session === failed) return refuse('unavailable')
  if (!session) return refuse('unknown-session')
  const closedReason = registrationRefusal(session, now)
  if (closedReason) return refuse(closedReason)

  const parsed = registrationSchema(session.questions).safeParse(values)
  if (!parsed.success) {
    // An organiser may have changed the questions since the form was opened: the page comes along with those of now.
    refresh()
    return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  }

  const submission = { token, honeypot, email: parsed.data.email, ip: clientIp(await headers()) }
  const result = await checkAndRegister(submission, { ...parsed.data, sessionId: session.id }, now)
  // The page comes along with a new form token, or the questions of now: pressing the button again is enough.
  if (!result.ok && fixedByRefresh.has(result.reason)) refresh()
  if (!result.ok) return refuse(result.reason)
  await minDuration

  const confirmation = signConfirmation({ slug: session.slug, email: parsed.data.email, ...result.value })
  const cookieStore = await cookies()
  cookieStore.set(confirmationCookieName(session.slug), confirmation, {
    ...cookieOptions(),
    maxAge: confirmationCookieSeconds,
  })
  redirect(routes.registrationConfirmation(session.slug))
}

/** A surprise, such as a database that is away, must not cost anybody what they typed. */
async function checkAndRegister(
  submission: Parameters<typeof checkForAbuse>[0],
  input: Omit<Parameters<typeof registerParticipant>[0], 'idempotencyKey'>,
  now: Date,
) {
  const attempt = async () => {
    const check = await checkForAbuse(submission, { now })
    return check.ok ? await registerParticipant({ ...input, ...check.value }, { now }) : check
  }
  const result = await attempt().catch(logFailure)
  return result === failed ? ({ ok: false, reason: 'unavailable' } as const) : result
}

const failed = Symbol('failed')
function logFailure(error: unknown): typeof failed {
  logger.error(safeErrorFields(error), 'sign-up failed')
  return failed
}
