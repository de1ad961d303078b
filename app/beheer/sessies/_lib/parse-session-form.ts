import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import {
  type DetailsFieldReason,
  detailsFields,
  detailsSchema,
  type SessionDetails,
} from '@/lib/sessions/details-schema'
import { parseNewSessionTimes } from '@/lib/sessions/schedule-form'
import { type ScheduleFieldReason, type SessionTimes, scheduleFields, scheduleSchema } from '@/lib/sessions/schema'
import type { SessionFormState, SessionFormValues } from '../_components/session-form'

type Invalid = Extract<SessionFormState, { status: 'invalid' }>
type ParseResult<Value> = ({ ok: true; values: SessionFormValues } & Value) | { ok: false; state: Invalid }

/** Parses the texts of the form. Returns the `invalid` state when one is refused. */
export function parseContent(form: unknown): ParseResult<{ content: SessionDetails }> {
  const values = readFields(form, ...detailsFields, ...scheduleFields, 'version')
  const parsed = detailsSchema.safeParse(values)
  if (parsed.success) return { ok: true, content: parsed.data, values }
  return {
    ok: false,
    state: { status: 'invalid', errors: firstIssueByField<DetailsFieldReason>(parsed.error), values },
  }
}

/** Parses the texts and the schedule of a new session. Returns the `invalid` state with the errors of both. */
export function parseContentAndTimes(
  form: unknown,
  now: Date,
): ParseResult<{ content: SessionDetails; times: SessionTimes }> {
  const read = parseContent(form)
  const { values } = read.ok ? read : read.state
  const parsed = scheduleSchema.safeParse(values)
  const requestedTimes = parsed.success
    ? parseNewSessionTimes(parsed.data, now)
    : { ok: false as const, errors: firstIssueByField<ScheduleFieldReason>(parsed.error) }
  if (read.ok && requestedTimes.ok) return { ...read, times: requestedTimes.times }
  const errors = { ...(read.ok ? {} : read.state.errors), ...(requestedTimes.ok ? {} : requestedTimes.errors) }
  return { ok: false, state: { status: 'invalid', errors, values } }
}
