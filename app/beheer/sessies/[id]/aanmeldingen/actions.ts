'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { readRegistrationValues } from '@/components/registration-form/registration-values'
import { routes } from '@/lib/platform/routes'
import { cleanLine } from '@/lib/platform/text'
import { findByEmail } from '@/lib/registrations/queries'
import { registerByHand } from '@/lib/registrations/register'
import { type AdminRegistrationRefusal, type FormQuestion, registrationSchema } from '@/lib/registrations/schema'
import { updateRegistration } from '@/lib/registrations/update'
import { listActiveFormQuestions, listQuestionsForRegistration } from '@/lib/sessions/queries'
import type {
  AdminRegistrationState,
  AdminRegistrationValues,
} from './_components/registration-form/admin-registration-form'

/** Registers a participant by hand. */
export const addRegistrationAction = adminAction(
  { params: [idOr404], returnTo: routes.newRegistration },
  async ({ params: [sessionId], form, actor }): Promise<AdminRegistrationState> => {
    await sessionOr404(sessionId)
    const { values, parsed } = parseForm(form, await listActiveFormQuestions(sessionId))
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const idempotencyKey = cleanLine(readFields(form, 'submission').submission)
    const shouldSendConfirmation = values.confirm === 'on'
    const input = { ...parsed.data, sessionId, idempotencyKey, shouldSendConfirmation }
    const result = await registerByHand(input, actor)
    if (result.ok) redirect(routes.registration(sessionId, result.value.id, 'added'))
    // The refreshed page no longer offers a mail.
    if (result.reason === 'mail-not-relevant') refresh()
    return await refusedState(result.reason, sessionId, values, parsed.data.email)
  },
)

/** Saves the changes of an organiser to a registration. */
export const updateRegistrationAction = adminAction(
  { params: [idOr404, idOr404], returnTo: routes.editRegistration },
  async ({ params: [sessionId, id], form, actor }): Promise<AdminRegistrationState> => {
    await registrationOr404(sessionId, id)
    const { values, parsed } = parseForm(form, await listQuestionsForRegistration(sessionId, id))
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const version = Number(readFields(form, 'version').version)
    const result = await updateRegistration({ ...parsed.data, sessionId, id, version }, actor)
    if (result.ok) redirect(routes.registration(sessionId, id, 'changed'))
    // The page then shows the current version: a second submission overwrites it on purpose.
    if (result.reason === 'changed-meanwhile') refresh()
    return await refusedState(result.reason, sessionId, values, parsed.data.email)
  },
)

function parseForm(form: unknown, questions: FormQuestion[]) {
  const values = { ...readRegistrationValues(form, questions), ...readFields(form, 'confirm') }
  return { values, parsed: registrationSchema(questions).safeParse(values) }
}

async function refusedState(
  reason: AdminRegistrationRefusal,
  sessionId: string,
  values: AdminRegistrationValues,
  email: string,
): Promise<AdminRegistrationState> {
  if (reason !== 'address-taken') return { status: 'refused', reason, values }
  return { status: 'refused', reason: { takenBy: await findByEmail(sessionId, email) }, values }
}
