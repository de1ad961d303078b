import { firstReasons, readFields } from '@/app/read-form'
import type { SessionState, SessionValues } from '@/components/organiser/session-form'
import { newTimesAsked } from '@/lib/sessions/rules'
import { type MoveFieldReason, moveFields, moveSchema, type SessionTimes } from '@/lib/sessions/schema'
import {
  type ContentFieldReason,
  contentFields,
  contentSchema,
  type SessionContent,
} from '@/lib/sessions/schema-content'

type Invalid = Extract<SessionState, { status: 'invalid' }>
type Read<Value> = ({ ok: true; values: SessionValues } & Value) | { ok: false; state: Invalid }

/** The texts that were sent, or the form again with what to mend. */
export function readContent(form: FormData): Read<{ content: SessionContent }> {
  const values = readFields(form, ...contentFields, ...moveFields, 'version')
  const parsed = contentSchema.safeParse(values)
  if (parsed.success) return { ok: true, content: parsed.data, values }
  return { ok: false, state: { status: 'invalid', errors: firstReasons<ContentFieldReason>(parsed.error), values } }
}

/** The same with the moments, of what is to come at `now`: what is wrong with either is told at once. */
export function readContentAndTimes(form: FormData, now: Date): Read<{ content: SessionContent; times: SessionTimes }> {
  const read = readContent(form)
  const { values } = read.ok ? read : read.state
  const parsed = moveSchema.safeParse(values)
  const asked = parsed.success
    ? newTimesAsked(parsed.data, now)
    : { ok: false as const, errors: firstReasons<MoveFieldReason>(parsed.error) }
  if (read.ok && asked.ok) return { ...read, times: asked.times }
  const errors = { ...(read.ok ? {} : read.state.errors), ...(asked.ok ? {} : asked.errors) }
  return { ok: false, state: { status: 'invalid', errors, values } }
}
