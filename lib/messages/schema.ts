import { z } from 'zod'

/** Every kind of mail there is. Each has a renderer in render.ts and a template in emails/. */
export const messageKindSchema = z.enum([
  'confirmation',
  'already-registered',
  'release',
  'changed',
  'reminder-week',
  'reminder-day',
  'reminder-hour',
  'session-cancelled',
  'thanks',
  'letter',
  'question-deadline',
  'release-test',
])
export type MessageKind = z.infer<typeof messageKindSchema>

/** Those that go out by themselves, at a moment of the session. */
export const plannedKinds = ['reminder-week', 'reminder-day', 'reminder-hour', 'question-deadline', 'thanks'] as const

/** What only some kinds need to know, kept with the message. */
export const messageDetailsSchema = z.object({
  /** changed: what it was. Instants as ISO 8601. */
  before: z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }).optional(),
  /** changed: the online link is another one. */
  linkChanged: z.boolean().optional(),
  /** release-test: the agenda that is not released yet. */
  agenda: z.string().optional(),
})
export type MessageDetails = z.infer<typeof messageDetailsSchema>
