import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import type { Actor } from '@/lib/audit/commands'
import { routes } from '@/lib/platform/routes'
import { createSession } from '@/lib/sessions/details'
import { type DetailsField, type DetailsFieldReason, detailsFields, detailsSchema } from '@/lib/sessions/details-schema'
import { suggestSlug } from '@/lib/sessions/queries'
import { parseNewSessionTimes } from '@/lib/sessions/schedule-form'
import { type ScheduleFieldReason, scheduleFields, scheduleSchema } from '@/lib/sessions/schema'
import { resolveSlug } from '@/lib/sessions/slug'
import type { SessionFormState, SessionFormValues } from '../_components/session-form'

const fieldNames = [...detailsFields, ...scheduleFields, 'version'] as const

export const emptySessionForm = Object.fromEntries(fieldNames.map((name) => [name, ''])) as SessionFormValues

/** Returns the form values with the texts of a session, and without its times. */
export function toSessionFormValues(session: Record<DetailsField, string> & { version: number }): SessionFormValues {
  const texts = Object.fromEntries(detailsFields.map((field) => [field, session[field]]))
  return { ...emptySessionForm, ...texts, version: String(session.version) }
}

/** Parses the texts of the form. Without `details`, `errors` says which fields are refused. */
export function parseDetails(form: unknown) {
  const values = readFields(form, ...fieldNames)
  const { data: details, error } = detailsSchema.safeParse(values)
  return { values, details, errors: error ? firstIssueByField<DetailsFieldReason>(error) : {} }
}

/** Creates a session from a form, empty or as a copy of another session, and redirects to it. */
export async function createSessionFromForm(
  form: unknown,
  copyOf: string | null,
  actor: Actor,
): Promise<SessionFormState> {
  const { values, details, errors } = parseDetails(form)
  const schedule = scheduleSchema.safeParse(values)
  const requested = schedule.success
    ? parseNewSessionTimes(schedule.data, actor.now)
    : { ok: false as const, errors: firstIssueByField<ScheduleFieldReason>(schedule.error) }
  if (!requested.ok) return { status: 'invalid', errors: { ...errors, ...requested.errors }, values }
  if (!details) return { status: 'invalid', errors, values }

  const { times } = requested
  const created = await createSession({ details, times, copyOf }, actor)
  if (created.ok) redirect(routes.editSession(created.value.id, copyOf ? 'copied' : 'created'))
  if (created.reason === 'slug-taken') return await slugTakenState(values, details, times)
  return { status: 'refused', reason: { code: created.reason, colleagueTexts: {} }, values }
}

/** Returns the `invalid` state for a taken slug, with a free slug filled in: submitting once more is enough. */
export async function slugTakenState(
  values: SessionFormValues,
  details: { slug: string; title: string },
  session: { startsAt: Date; sessionId?: string },
): Promise<SessionFormState> {
  const slug = await suggestSlug({ wanted: resolveSlug(details), ...session })
  return { status: 'invalid', errors: { slug: 'slug-taken' }, values: { ...values, slug } }
}
