'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import type { AdminRegistrationState } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/registration-form/admin-registration-form'
import { readRegistrationValues } from '@/components/registration-form/registration-values'
import { routes } from '@/lib/platform/routes'
import { cleanLine } from '@/lib/platform/text'
import { findByEmail } from '@/lib/registrations/queries'
import { registerByHand } from '@/lib/registrations/register'
import { registrationSchema } from '@/lib/registrations/schema'
import { listActiveFormQuestions } from '@/lib/sessions/queries'

/** Registers a participant by hand. */
export const addRegistrationAction = adminAction(
  { params: [idOr404], returnTo: routes.newRegistration },
  async ({ params: [sessionId], form, actor }): Promise<AdminRegistrationState> => {
    await sessionOr404(sessionId)
    const questions = await listActiveFormQuestions(sessionId)
    const { confirm, submission } = readFields(form, 'confirm', 'submission')
    const values = { ...readRegistrationValues(form, questions), confirm }
    const parsed = registrationSchema(questions).safeParse(values)
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const input = {
      ...parsed.data,
      sessionId,
      idempotencyKey: cleanLine(submission),
      shouldSendConfirmation: confirm === 'on',
    }
    const result = await registerByHand(input, actor)
    if (result.ok) redirect(routes.registration(sessionId, result.value.id, 'added'))
    // The refreshed page no longer offers a mail.
    if (result.reason === 'mail-not-relevant') refresh()
    if (result.reason !== 'address-taken') return { status: 'refused', reason: result.reason, values }
    const takenBy = await findByEmail(sessionId, parsed.data.email)
    return { status: 'refused', reason: { takenBy }, values }
  },
)
