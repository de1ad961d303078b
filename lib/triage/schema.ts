import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'
import { TriageState } from '@/prisma/generated/enums'

export type { TriageState } from '@/prisma/generated/enums'
export const triageStates = Object.values(TriageState)

/** Ids (UUIDs) of a session and of an answer to its agenda question. */
export type QuestionKey = { sessionId: string; answerId: string }

/** Longest texts of the triage forms, in UTF-16 code units, as browsers count them. */
export const triageLimits = {
  theme: 80,
  note: 2000,
  resultText: 4000,
  clarification: 4000,
  requestText: 1000,
  explanation: 1000,
} as const

export type TriageFieldReason = 'missing' | 'too-long'
const reason = (code: TriageFieldReason) => code

const text = (field: keyof typeof triageLimits, clean = cleanLines) =>
  z
    .string(reason('missing'))
    .transform(clean)
    .pipe(z.string().max(triageLimits[field], reason('too-long')))

const state = z.enum(TriageState, reason('missing'))
const theme = text('theme', cleanLine)
/** Schema of the version of an agenda question's triage that the organiser saw; 0 when no organiser had changed it. */
const version = z.coerce.number().catch(0)

/** Schema of the decision form of one question. Empty theme or owner: none. Without `resultText` the stored text stays. */
export const triageSchema = z.object({
  state,
  theme,
  ownerId: z.string().transform((id) => cleanLine(id) || null),
  note: text('note'),
  resultText: text('resultText').optional(),
  version,
})
export type TriageInput = z.output<typeof triageSchema>

/** Schema of the form with the text on what happened to one question. Empty: the result mail gets the standard text. */
export const resultTextSchema = triageSchema.pick({ resultText: true, version: true }).required()

/** Schema of a checkbox value that selects a question: its answer id and version, "<id>:<version>". */
const tickedQuestion = z.string().transform((value, context) => {
  const [, answerId, seenVersion] = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(value) ?? []
  if (answerId && z.guid().safeParse(answerId).success) return { answerId, version: Number(seenVersion) }
  context.addIssue({ code: 'custom', message: reason('missing') })
  return z.NEVER
})

/** Schema of the form that decides on several questions at once. Empty state or theme: unchanged; one must be filled in. */
export const bulkSchema = z
  .object({
    ticked: z.array(tickedQuestion).min(1, reason('missing')).max(100, reason('too-long')),
    state: z.union([z.literal('').transform(() => null), state]),
    theme: theme.transform((name) => name || null),
  })
  .refine(({ state: to, theme: name }) => to || name, { path: ['state'], message: reason('missing') })
export type BulkInput = z.output<typeof bulkSchema>

export const themeNameSchema = z.object({ name: theme.pipe(z.string().min(1, reason('missing'))) })
export const requestClarificationSchema = z.object({ requestText: text('requestText') })
export const clarificationSchema = z.object({ clarification: text('clarification'), version })
/** Schema of the form that closes triage. `explanation` (may be empty): why guarantees are not in the programme. */
export const closeRoundSchema = z.object({ explanation: text('explanation') })

const id = z.string().regex(/^[\w-]{1,64}$/)
/** Schema of the filter on agenda questions. `null` and invalid values do not filter; 'none': without theme or owner. */
export const questionFilterSchema = z
  .object({
    state: state.nullable().catch(null),
    theme: id.nullable().catch(null),
    owner: id.nullable().catch(null),
    askedBeforeDeadline: z.enum(['yes', 'no']).nullable().catch(null),
  })
  .catch({ state: null, theme: null, owner: null, askedBeforeDeadline: null })
export type QuestionFilter = z.output<typeof questionFilterSchema>

export type RoundRefusal = 'unknown-session' | 'round-closed'
type QuestionRefusal = RoundRefusal | 'unknown-question' | 'asker-cancelled'
export type TriageRefusal = QuestionRefusal | 'unknown-owner' | 'result-already-sent' | 'changed-meanwhile'
export type ThemeRefusal = RoundRefusal | 'unknown-theme' | 'name-taken' | 'changed-meanwhile'
export type ContactRefusal = 'asker-cancelled' | 'session-cancelled' | 'session-over' | 'no-contact' | 'other-channel'
export type ClarificationRefusal = QuestionRefusal | 'requested-meanwhile' | ContactRefusal
export type RoundChangeRefusal = 'unknown-session' | 'explanation-missing' | 'guarantees-changed' | 'changed-meanwhile'
type ResultsRefusal = 'unknown-session' | 'session-not-ended'
export type SendResultsRefusal = ResultsRefusal | 'session-cancelled' | 'nobody' | 'recipients-changed'
export type ResultTextRefusal = ResultsRefusal | Exclude<TriageRefusal, 'round-closed' | 'unknown-owner'>
