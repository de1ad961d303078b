import { type DetailsField, detailsFields } from '@/lib/sessions/details-schema'
import { scheduleFields } from '@/lib/sessions/schema'
import type { SessionFormValues } from '../_components/session-form'

export const sessionFormFields = [...detailsFields, ...scheduleFields, 'version'] as const

export const emptySessionForm = Object.fromEntries(sessionFormFields.map((name) => [name, ''])) as SessionFormValues

/** Returns the form values with the texts of a session, and without its times. */
export function toSessionFormValues(session: Record<DetailsField, string> & { version: number }): SessionFormValues {
  const texts = Object.fromEntries(detailsFields.map((field) => [field, session[field]]))
  return { ...emptySessionForm, ...texts, version: String(session.version) }
}
