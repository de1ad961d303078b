import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'
import { requiredLine } from './details-schema'

export const questionKinds = ['text', 'one', 'several'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** `asked`: how many questions one form holds at most, so that it can be filled in in one go. */
export const questionLimits = { label: 300, hint: 500, option: 200, options: 20, activeQuestions: 12 } as const

export type QuestionFieldReason = 'missing' | 'too-long' | 'too-few' | 'too-many' | 'twice'
const questionReason = (code: QuestionFieldReason) => code

/** The options of a question, which are written one a line. */
export const optionLines = (options: string) => options.split('\n').map(cleanLine).filter(Boolean)

/** The form with which an organiser words a question. An open one has no options. */
export const questionSchema = z
  .object({
    label: requiredLine(questionLimits.label),
    hint: z
      .string(questionReason('missing'))
      .transform(cleanLine)
      .pipe(z.string().max(questionLimits.hint, questionReason('too-long'))),
    required: z.string().transform((value) => value === 'on'),
    kind: z.enum(questionKinds, questionReason('missing')),
    options: z.string(questionReason('missing')).transform(cleanLines),
  })
  .superRefine(({ kind, options }, context) => {
    if (kind === 'text') return
    const lines = optionLines(options)
    const refuse = (message: QuestionFieldReason) => context.addIssue({ code: 'custom', path: ['options'], message })
    if (lines.length < 2) refuse('too-few')
    else if (lines.length > questionLimits.options) refuse('too-many')
    else if (lines.some((option) => option.length > questionLimits.option)) refuse('too-long')
    else if (new Set(lines).size < lines.length) refuse('twice')
  })
  .transform(({ kind, options, hint, ...question }) => ({
    ...question,
    kind,
    hint: hint || null,
    options: kind === 'text' ? [] : optionLines(options),
  }))
export type QuestionInput = z.output<typeof questionSchema>

/**
 * What an organiser does to a question besides wording it. `treat`: its answers are what the vragenronde is about; `ask`:
 * again, after it was retired.
 */
export const questionChanges = ['up', 'down', 'treat', 'retire', 'ask', 'delete'] as const
export type QuestionChange = (typeof questionChanges)[number]

/** The refusals of addQuestion, saveQuestion and changeQuestion. */
export type FormQuestionRefusal =
  | 'unknown-session'
  | 'unknown-question'
  | 'changed-meanwhile'
  | 'has-answers'
  | 'kind-is-fixed'
  | 'not-free-text'
  | 'triage-started'
  | 'is-agenda-question'
  | 'too-many'
