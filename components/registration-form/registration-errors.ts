import type { FieldErrors } from 'react-hook-form'
import { fieldId } from '@/components/form/field-id'
import type { FieldReason, FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import { fieldErrorMessage } from './registration-copy'

/** A sentence for each field that has to be mended, by the field's name in the form. */
export type FormErrors = Record<string, string>

export function toErrorMessages(reasons: Record<string, FieldReason>, questions: FormQuestion[]): FormErrors {
  const entries = Object.entries(reasons)
  return Object.fromEntries(entries.map(([field, reason]) => [field, fieldErrorMessage(field, reason, questions)]))
}

/** The same from react-hook-form, which nests the answers. */
export function fieldReasons({ answers, ...rest }: FieldErrors<RegistrationValues>): Record<string, FieldReason> {
  const errors = answers?.message ? { ...rest, answers } : rest
  const nested = Object.entries(answers ?? {}).map(([id, error]) => [`answers.${id}`, error] as const)
  const reasons: Record<string, FieldReason> = {}
  for (const [field, error] of [...Object.entries(errors), ...nested]) {
    const message = error && typeof error === 'object' && 'message' in error ? error.message : undefined
    if (message) reasons[field] = message as FieldReason
  }
  return reasons
}

/** The errors as they follow each other on the page, each with the place to mend it. */
export function errorsInPageOrder(errors: FormErrors, questions: FormQuestion[]) {
  const answers = questions.map(({ id }) => `answers.${id}`)
  const order = [
    'name',
    'email',
    'municipality',
    'organisation',
    'role',
    'answers',
    ...answers,
    'contactWish',
    'phone',
    'needs',
  ]
  const position = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  return Object.entries(errors)
    .sort(([a], [b]) => position(a) - position(b))
    .map(([field, message]) => ({ id: fieldId(field), message }))
}
