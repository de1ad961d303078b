'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { minimumDuration } from '@/app/_lib/minimum-duration'
import { readFields } from '@/app/_lib/read-form-data'
import { refuseOnFailure } from '@/app/_lib/refuse-on-failure'
import { firstIssueByField } from '@/components/form/field-errors'
import { clientIp } from '@/lib/http/client-ip'
import { cookieOptions } from '@/lib/http/cookies'
import { clock } from '@/lib/platform/clock'
import { refuse } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { rateLimitRefusal } from '@/lib/registrations/abuse-checks'
import {
  confirmationCookieName,
  confirmationCookieSeconds,
  readConfirmation,
  signConfirmation,
} from '@/lib/registrations/confirmation-cookie'
import { correctEmail } from '@/lib/registrations/correct-email'
import { emailCorrectionSchema } from '@/lib/registrations/schema'
import { getPublishedSession } from '@/lib/sessions/queries'
import type { CorrectEmailState } from './_components/correct-email-form'

/** Corrects the e-mail address of the sign-up that this browser just sent, and redirects to its confirmation. */
export async function correctEmailAction(
  rawSlug: string,
  rawId: string,
  _previous: CorrectEmailState,
  form: FormData,
): Promise<CorrectEmailState> {
  const values = readFields(form, 'email')
  const duration = minimumDuration()
  const [slug, id, now] = [String(rawSlug), String(rawId), clock.now()]
  const parsed = emailCorrectionSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const { email } = parsed.data
  const cookieStore = await cookies()
  const confirmation = readConfirmation(cookieStore.get(confirmationCookieName(id))?.value, slug)
  const result = await refuseOnFailure('address not corrected', async () => {
    const session = confirmation && (await getPublishedSession(slug))
    if (!session) return refuse('unknown-form')
    const rateRefusal = await rateLimitRefusal({ email, ip: clientIp(await headers()) }, 'registration')
    if (rateRefusal) return refuse(rateRefusal)
    return await correctEmail({ ...confirmation, sessionId: session.id }, email, { now })
  })
  if (!result.ok || !confirmation)
    return { status: 'refused', reason: result.ok ? 'unknown-form' : result.reason, values }
  await duration
  const corrected = signConfirmation({ ...confirmation, email, ...result.value })
  cookieStore.set(confirmationCookieName(id), corrected, { ...cookieOptions(), maxAge: confirmationCookieSeconds })
  redirect(routes.registrationConfirmation(slug, id))
}
