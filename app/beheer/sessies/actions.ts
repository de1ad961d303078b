'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404, nullOrIdOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { firstIssueByField } from '@/components/form/field-errors'
import { routes } from '@/lib/platform/routes'
import { createSession, saveSession } from '@/lib/sessions/details'
import { type DetailsFieldReason, detailsFields, detailsSchema } from '@/lib/sessions/details-schema'
import { getSessionToEdit, suggestSlug } from '@/lib/sessions/queries'
import { parseNewSessionTimes } from '@/lib/sessions/schedule-form'
import { type ScheduleFieldReason, scheduleFields, scheduleSchema } from '@/lib/sessions/schema'
import { resolveSlug } from '@/lib/sessions/slug'
import type { SessionFormState, SessionFormValues } from './_components/session-form'

/**
 * Creates a session. If `copyOf` is the id of a session, copies the questions, mail texts, mail settings and capacity
 * of that session.
 */
export const createSessionAction = adminAction(
  { params: [nullOrIdOr404], returnTo: (copyOf) => (copyOf ? routes.copySession(copyOf) : routes.newSession()) },
  async ({ params: [copyOf], form, actor }): Promise<SessionFormState> => {
    if (copyOf) await sessionOr404(copyOf)
    const { values, details, errors } = parseDetails(form)
    const schedule = scheduleSchema.safeParse(values)
    const requested = schedule.success
      ? parseNewSessionTimes(schedule.data, actor.now)
      : { ok: false as const, errors: firstIssueByField<ScheduleFieldReason>(schedule.error) }
    if (!requested.ok) return { status: 'invalid', errors: { ...errors, ...requested.errors }, values }
    if (!details) return { status: 'invalid', errors, values }

    const { times } = requested
    const result = await createSession({ details, times, copyOf }, actor)
    if (result.ok) redirect(routes.editSession(result.value.id, copyOf ? 'copied' : 'created'))
    if (result.reason === 'slug-taken') return await slugTakenState(values, details, times)
    return { status: 'refused', reason: { code: result.reason, colleagueTexts: {} }, values }
  },
)

/** Saves the texts of a session. When a colleague changed them meanwhile, refuses and returns the colleague's texts. */
export const saveSessionAction = adminAction(
  { params: [idOr404], returnTo: routes.editSessionContent },
  async ({ params: [sessionId], form, actor }): Promise<SessionFormState> => {
    const { startsAt } = await sessionOr404(sessionId)
    const { values, details, errors } = parseDetails(form)
    if (!details) return { status: 'invalid', errors, values }
    const result = await saveSession({ sessionId, details, version: Number(values.version) }, actor)
    if (result.ok) redirect(routes.editSession(sessionId, 'saved'))
    const { reason } = result
    if (reason === 'slug-taken') return await slugTakenState(values, details, { startsAt, sessionId })

    // The form shows the colleague's texts and gets the current version: saving again overwrites them.
    const session = await getSessionToEdit(sessionId)
    if (!session) return { status: 'refused', reason: { code: reason, colleagueTexts: {} }, values }
    const differing = detailsFields.filter((field) => session[field] !== (details[field] || session[field]))
    const colleagueTexts = Object.fromEntries(differing.map((field) => [field, session[field]]))
    const version = String(session.version)
    return { status: 'refused', reason: { code: reason, colleagueTexts }, values: { ...values, version } }
  },
)

/** Returns the typed values and the parsed texts as `details`. Without `details`, `errors` has a reason per field. */
function parseDetails(form: unknown) {
  const values = readFields(form, ...detailsFields, ...scheduleFields, 'version')
  const { data: details, error } = detailsSchema.safeParse(values)
  return { values, details, errors: error ? firstIssueByField<DetailsFieldReason>(error) : {} }
}

/** Returns the `invalid` state for a taken slug, with a free slug filled in. Submitting once more accepts that slug. */
async function slugTakenState(
  values: SessionFormValues,
  details: { slug: string; title: string },
  session: { startsAt: Date; sessionId?: string },
): Promise<SessionFormState> {
  const slug = await suggestSlug({ wanted: resolveSlug(details), ...session })
  return { status: 'invalid', errors: { slug: 'slug-taken' }, values: { ...values, slug } }
}
