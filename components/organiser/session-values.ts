import { type ContentField, contentFields } from '@/lib/sessions/schema-content'
import type { SessionValues } from './session-form'

/** A form that nobody has filled in yet. */
export const emptySession: SessionValues = {
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
export function valuesOf(session: Record<ContentField, string> & { version: number }): SessionValues {
  const texts = Object.fromEntries(contentFields.map((field) => [field, session[field]]))
  return { ...emptySession, ...texts, version: String(session.version) }
}
