'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import type { SessionFormState } from '@/app/beheer/sessies/_components/session-form'
import { parseDetails, slugTakenState } from '@/app/beheer/sessies/_lib/session-form'
import { routes } from '@/lib/platform/routes'
import { saveSession } from '@/lib/sessions/details'
import { detailsFields } from '@/lib/sessions/details-schema'
import { getSessionToEdit } from '@/lib/sessions/queries'

/** Saves the texts of a session, unless a colleague changed them since the form was opened. */
export const saveSessionAction = adminAction(
  { params: [idOr404], returnTo: routes.editSessionContent },
  async ({ params: [sessionId], form, actor }): Promise<SessionFormState> => {
    const { startsAt } = await sessionOr404(sessionId)
    const { details, errors, values } = parseDetails(form)
    if (!details) return { status: 'invalid', errors, values }
    const saved = await saveSession({ sessionId, details, version: Number(values.version) }, actor)
    if (saved.ok) redirect(routes.editSession(sessionId, 'saved'))
    const { reason } = saved
    if (reason === 'slug-taken') return await slugTakenState(values, details, { startsAt, sessionId })

    // With the current version, saving again overwrites the texts of the colleague, which the form shows.
    const session = await getSessionToEdit(sessionId)
    if (!session) return { status: 'refused', reason: { code: reason, colleagueTexts: {} }, values }
    const differing = detailsFields.filter((field) => session[field] !== (details[field] || session[field]))
    const colleagueTexts = Object.fromEntries(differing.map((field) => [field, session[field]]))
    const version = String(session.version)
    return { status: 'refused', reason: { code: reason, colleagueTexts }, values: { ...values, version } }
  },
)
