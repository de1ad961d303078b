import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'

/** What can become of a question, in the order in which it mostly goes. */
export const triageStates = [
  'new',
  'awaitingClarification',
  'clarified',
  'chosen',
  'answered',
  'answerInWriting',
  'outOfScope',
] as const
export type TriageState = (typeof triageStates)[number]

/** Room in each field, in UTF-16 code units as a browser counts them. */
export const triageLimits = {
  theme: 80,
  note: 2000,
  resultText: 4000,
  clarification: 4000,
  ask: 1000,
  why: 1000,
} as const

/** Why a field was refused; the sentence is written where it is shown. */
export type TriageFieldReason = 'missing' | 'too-long'
const reason = (code: TriageFieldReason) => code

const text = (clean: (typed: string) => string, max: number) =>
  z
    .string(reason('missing'))
    .transform(clean)
    .pipe(z.string().max(max, reason('too-long')))
const nonEmpty = z.string().min(1, reason('missing'))

const state = z.enum(triageStates, reason('missing'))
const theme = text(cleanLine, triageLimits.theme)

/** The form about one question. An empty theme or owner stands for none; no `resultText` leaves it as it is. */
export const triageSchema = z.object({
  state,
  theme,
  ownerId: z.string().transform((id) => cleanLine(id) || null),
  note: text(cleanLines, triageLimits.note),
  resultText: text(cleanLines, triageLimits.resultText).optional(),
})
export type TriageInput = z.output<typeof triageSchema>

/** A question that was ticked, as the organiser saw it: "<id>:<version>". */
const tickedQuestion = z.string().transform((mark, context) => {
  const [, answerId, version] = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(mark) ?? []
  if (answerId && z.guid().safeParse(answerId).success) return { answerId, version: Number(version) }
  context.addIssue({ code: 'custom', message: reason('missing') })
  return z.NEVER
})
export type SeenQuestion = z.output<typeof tickedQuestion>

/** What one asker hears in place of our words; empty for ours. */
export const resultTextSchema = triageSchema.pick({ resultText: true }).required()

/** The form about many at once. What is empty stays as it is; something has to change. */
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
/** Why the vragenronde closes with promises open; may be empty when there are none. */
export const closeRoundSchema = z.object({ why: text(cleanLines, triageLimits.why) })

const id = z.string().regex(/^[\w-]{1,64}$/)
/** Which questions a list shows, from its address; what cannot be is no filter. 'none' stands for without. */
export const questionFilterSchema = z.object({
  state: state.nullable().catch(null),
  theme: id.nullable().catch(null),
  owner: id.nullable().catch(null),
  inTime: z.enum(['yes', 'no']).nullable().catch(null),
})
export type QuestionFilter = z.output<typeof questionFilterSchema>

/** Why nothing in a vragenronde can change. */
export type RoundRefusal = 'unknown-session' | 'round-closed'
/** The refusals of triageQuestion and triageMany. */
export type TriageRefusal =
  | RoundRefusal
  | 'unknown-question'
  | 'asker-cancelled'
  | 'unknown-owner'
  | 'result-already-sent'
  | 'changed-meanwhile'
/** The refusals of the commands about themes and their order. */
export type ThemeRefusal = RoundRefusal | 'unknown-theme' | 'name-taken' | 'changed-meanwhile'
/** Why an asker cannot be approached. */
export type ContactRefusal = 'asker-cancelled' | 'session-cancelled' | 'session-over' | 'no-contact' | 'other-channel'
/** The refusals of askClarification. */
export type ClarificationRefusal = RoundRefusal | 'unknown-question' | 'requested-meanwhile' | ContactRefusal
/** The refusals of closeRound and reopenRound. */
export type RoundChangeRefusal = 'unknown-session' | 'explanation-missing' | 'guarantees-changed' | 'changed-meanwhile'
/** The refusals of sendOutcomes. */
export type SendResultsRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-not-ended'
  | 'nobody'
  | 'recipients-changed'
/** The refusals of writeOutcomeText. */
export type ResultTextRefusal =
  | 'unknown-session'
  | 'unknown-question'
  | 'asker-cancelled'
  | 'session-not-ended'
  | 'result-already-sent'
  | 'changed-meanwhile'
