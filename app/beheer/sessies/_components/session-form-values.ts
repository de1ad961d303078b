import { type DetailsField, detailsFields } from '@/lib/sessions/details-schema'
import { scheduleFields } from '@/lib/sessions/schema'
import type { SessionFormValues } from './session-form'

const fieldNames = [...detailsFields, ...scheduleFields, 'version'] as const

/** The values of an empty form. */
export const emptySessionForm = Object.fromEntries(fieldNames.map((name) => [name, ''])) as SessionFormValues

/** The values of a form with the texts of a session. */
export function toSessionFormValues(session: Record<DetailsField, string> & { version: number }): SessionFormValues {
  const texts = Object.fromEntries(detailsFields.map((field) => [field, session[field]]))
  return { ...emptySessionForm, ...texts, version: String(session.version) }
}
