import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'
import { TriageState } from '@/prisma/generated/enums'

export type { TriageState } from '@/prisma/generated/enums'
export const triageStates = Object.values(TriageState)

/** Limits in UTF-16 code units, as browsers count them. */
export const triageLimits = {
  theme: 80,
  note: 2000,
  resultText: 4000,
  clarification: 4000,
  ask: 1000,
  why: 1000,
} as const

export type TriageFieldReason = 'missing' | 'too-long'
const reason = (code: TriageFieldReason) => code

const text = (clean: (typed: string) => string, max: number) =>
  z
    .string(reason('missing'))
    .transform(clean)
    .pipe(z.string().max(max, reason('too-long')))
const nonEmpty = z.string().min(1, reason('missing'))

const state = z.enum(TriageState, reason('missing'))
const theme = text(cleanLine, triageLimits.theme)

/** Form of one question. An empty theme or owner means none; without `resultText` it stays unchanged. */
export const triageSchema = z.object({
  state,
  theme,
  ownerId: z.string().transform((id) => cleanLine(id) || null),
  note: text(cleanLines, triageLimits.note),
  resultText: text(cleanLines, triageLimits.resultText).optional(),
})
export type TriageInput = z.output<typeof triageSchema>

/** Value of a checkbox: the id and the version of a question, "<id>:<version>". */
const tickedQuestion = z.string().transform((value, context) => {
  const [, answerId, version] = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(value) ?? []
  if (answerId && z.guid().safeParse(answerId).success) return { answerId, version: Number(version) }
  context.addIssue({ code: 'custom', message: reason('missing') })
  return z.NEVER
})

/** Form of the result text of one asker. An empty text means the standard text. */
export const resultTextSchema = triageSchema.pick({ resultText: true }).required()

/** Form for many questions at once. An empty field stays unchanged; at least one must be filled in. */
export const bulkSchema = z
  .object({
    ticked: z.array(tickedQuestion).min(1, reason('missing')).max(100, reason('too-long')),
    state: z.union([z.literal('').transform(() => null), state]),
    theme: theme.transform((name) => name || null),
  })
  .refine(({ state: to, theme: name }) => to || name, { path: ['state'], message: reason('missing') })
export type BulkInput = z.output<typeof bulkSchema>

export const themeNameSchema = z.object({ name: theme.pipe(nonEmpty) })
export const requestClarificationSchema = z.object({ ask: text(cleanLines, triageLimits.ask) })
export const clarificationSchema = z.object({ clarification: text(cleanLines, triageLimits.clarification) })
/** `why` is the explanation of the open guarantees; empty when there are none. */
export const closeRoundSchema = z.object({ why: text(cleanLines, triageLimits.why) })

const id = z.string().regex(/^[\w-]{1,64}$/)
/** Filter of the list from its query string; an invalid value means no filter. 'none' matches questions without one. */
export const questionFilterSchema = z.object({
  state: state.nullable().catch(null),
  theme: id.nullable().catch(null),
  owner: id.nullable().catch(null),
  inTime: z.enum(['yes', 'no']).nullable().catch(null),
})
export type QuestionFilter = z.output<typeof questionFilterSchema>

export type RoundRefusal = 'unknown-session' | 'round-closed'
export type TriageRefusal =
  | RoundRefusal
  | 'unknown-question'
  | 'asker-cancelled'
  | 'unknown-owner'
  | 'result-already-sent'
  | 'changed-meanwhile'
export type ThemeRefusal = RoundRefusal | 'unknown-theme' | 'name-taken' | 'changed-meanwhile'
export type ContactRefusal = 'asker-cancelled' | 'session-cancelled' | 'session-over' | 'no-contact' | 'other-channel'
export type ClarificationRefusal = RoundRefusal | 'unknown-question' | 'requested-meanwhile' | ContactRefusal
export type RoundChangeRefusal = 'unknown-session' | 'explanation-missing' | 'guarantees-changed' | 'changed-meanwhile'
export type SendResultsRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-not-ended'
  | 'nobody'
  | 'recipients-changed'
export type ResultTextRefusal =
  | 'unknown-session'
  | 'unknown-question'
  | 'asker-cancelled'
  | 'session-not-ended'
  | 'result-already-sent'
  | 'changed-meanwhile'
