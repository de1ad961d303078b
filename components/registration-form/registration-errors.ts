import { type FieldError, type FieldErrors, get } from 'react-hook-form'
import type { FieldReason, FormQuestion } from '@/lib/registrations/schema'
import { fieldErrorMessage } from './registration-copy'

/** Error messages by field name, in page order. */
export type FormErrors = Record<string, string>

export function toErrorMessages(reasons: Record<string, FieldReason>, questions: FormQuestion[]): FormErrors {
  const fields = new Set([...fieldsInPageOrder(questions), ...Object.keys(reasons)])
  return Object.fromEntries(
    [...fields].flatMap((field) => {
      const reason = reasons[field]
      return reason ? [[field, fieldErrorMessage(field, reason, questions)]] : []
    }),
  )
}

/** Reasons by field name, from react-hook-form, which nests the answers. */
export function toReasons(errors: FieldErrors, questions: FormQuestion[]): Record<string, FieldReason> {
  return Object.fromEntries(
    fieldsInPageOrder(questions).flatMap((field) => {
      const error: FieldError | undefined = get(errors, field)
      return error?.message ? [[field, error.message as FieldReason]] : []
    }),
  )
}

const fieldsInPageOrder = (questions: FormQuestion[]) => [
  ...['name', 'email', 'municipality', 'organisation', 'role', 'answers'],
  ...questions.map(({ id }) => `answers.${id}`),
  ...['contactWish', 'phone', 'needs'],
]
