'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import { readSignUp } from '@/app/read-sign-up'
import type { DeskSignUpState } from '@/components/organiser/desk-sign-up-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { cleanLine } from '@/lib/platform/text'
import { registerByHand } from '@/lib/registrations/desk'
import { findByAddress } from '@/lib/registrations/queries'
import { registrationSchema } from '@/lib/registrations/schema'
import { listFormQuestions } from '@/lib/sessions/queries'

/** Signs somebody up by hand and goes on to their sign-up, or says what to mend. */
export async function registerByHandAction(
  id: string,
  _previous: DeskSignUpState,
  form: FormData,
): Promise<DeskSignUpState> {
  const organiser = await requireOrganiser(routes.newRegistration(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const questions = await listFormQuestions(sessionId)
  const { confirm, submission } = readFields(form, 'confirm', 'submission')
  const values = { ...readSignUp(form, questions).values, confirm }
  const parsed = registrationSchema(questions).safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const input = { ...parsed.data, sessionId, submissionId: cleanLine(submission), confirm: confirm === 'on' }
  const result = await registerByHand(input, { now: clock.now(), organiserId: organiser.id })
  if (result.ok) redirect(routes.registration(sessionId, result.value.id, 'added'))
  // The page comes along without what it asked about a mail.
  if (result.reason === 'no-mail-any-more') refresh()
  if (result.reason !== 'address-taken') return { status: 'refused', reason: result.reason, values }
  return { status: 'taken', other: await findByAddress(sessionId, parsed.data.email), values }
}
