import { z } from 'zod'
import { line, requiredLine } from '@/lib/platform/form-fields'
import { cleanLine, cleanLines } from '@/lib/platform/text'
import { QuestionKind } from '@/prisma/generated/enums'
import { checkbox } from './schema'

/** Maximum lengths of texts of a question, and maximum numbers of options per question and active questions per form. */
export const questionLimits = { label: 300, hint: 500, option: 200, options: 20, activeQuestions: 12 } as const

export type QuestionFieldReason = 'missing' | 'too-long' | 'too-few' | 'too-many' | 'twice'
const reason = (code: QuestionFieldReason) => code

/** Returns the options of a choice question from a text with one option a line. */
export const parseOptions = (text: string) => text.split('\n').map(cleanLine).filter(Boolean)

/** Schema of the form in which an organiser edits one question of a session. Drops the options of a free-text question. */
export const questionSchema = z
  .object({
    label: requiredLine(questionLimits.label),
    hint: line(questionLimits.hint).transform((typed) => typed || null),
    required: checkbox,
    kind: z.enum(QuestionKind, reason('missing')),
    options: z.string(reason('missing')).transform(cleanLines).transform(parseOptions),
  })
  .transform((question) => (question.kind === 'text' ? { ...question, options: [] } : question))
  .superRefine(({ kind, options }, context) => {
    if (kind === 'text') return
    const refuse = (message: QuestionFieldReason) => context.addIssue({ code: 'custom', path: ['options'], message })
    if (options.length < 2) refuse('too-few')
    else if (options.length > questionLimits.options) refuse('too-many')
    else if (options.some((option) => option.length > questionLimits.option)) refuse('too-long')
    else if (new Set(options).size < options.length) refuse('twice')
  })
export type QuestionInput = z.output<typeof questionSchema>

/** Changes of a form question. `choose` makes it the question about what to discuss; `retire` hides it until `restore`. */
export const questionChanges = ['up', 'down', 'choose', 'retire', 'restore', 'delete'] as const
export type QuestionChange = (typeof questionChanges)[number]

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
