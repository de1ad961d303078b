import { type DetailsField, detailsFields } from '@/lib/sessions/details-schema'
import type { SessionFormValues } from './session-form'

/** A form that nobody has filled in yet. */
export const emptySessionForm: SessionFormValues = {
  title: '',
  slug: '',
  summary: '',
  body: '',
  audience: '',
  organisedBy: '',
  contactName: '',
  contactEmail: '',
  date: '',
  startTime: '',
  endTime: '',
  deadlineDate: '',
  deadlineTime: '',
  openingDate: '',
  openingTime: '',
  closingDate: '',
  closingTime: '',
  version: '',
}

/** What stands in the fields for the texts of a kennissessie that is there. */
export function toSessionFormValues(session: Record<DetailsField, string> & { version: number }): SessionFormValues {
  const texts = Object.fromEntries(detailsFields.map((field) => [field, session[field]]))
  return { ...emptySessionForm, ...texts, version: String(session.version) }
}
