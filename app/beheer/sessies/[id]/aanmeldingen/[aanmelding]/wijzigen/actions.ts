'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import type { AdminRegistrationState } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/registration-form/admin-registration-form'
import { readRegistrationValues } from '@/components/registration-form/registration-values'
import { routes } from '@/lib/platform/routes'
import { findByEmail } from '@/lib/registrations/queries'
import { registrationSchema } from '@/lib/registrations/schema'
import { updateRegistration } from '@/lib/registrations/update'
import { listQuestionsForRegistration } from '@/lib/sessions/queries'

/** Saves the changes of an organiser to a registration. */
export const updateRegistrationAction = adminAction(
  { params: [idOr404, idOr404], returnTo: routes.editRegistration },
  async ({ params: [sessionId, id], form, actor }): Promise<AdminRegistrationState> => {
    await registrationOr404(sessionId, id)
    const questions = await listQuestionsForRegistration(sessionId, id)
    const values = { ...readRegistrationValues(form, questions), confirm: '' }
    const parsed = registrationSchema(questions).safeParse(values)
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const version = Number(readFields(form, 'version').version)
    const result = await updateRegistration({ ...parsed.data, sessionId, id, version }, actor)
    if (result.ok) redirect(routes.registration(sessionId, id, 'changed'))
    // The page then shows the current version: a second press overwrites it on purpose.
    if (result.reason === 'changed-meanwhile') refresh()
    if (result.reason !== 'address-taken') return { status: 'refused', reason: result.reason, values }
    const takenBy = await findByEmail(sessionId, parsed.data.email)
    return { status: 'refused', reason: { takenBy }, values }
  },
)
