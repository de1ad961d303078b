import { fieldId } from '@/components/form/field-id'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import type { FieldExplanations } from './field-explanations'
import type { FormErrors } from './registration-errors'
import type { RegisterField } from './use-registration-fields'

/** What the fields of a form about a registration take their props from. */
export type RegistrationFieldsContext = {
  values: RegistrationValues
  errors: FormErrors
  explanations?: FieldExplanations
  /** Absent in a form without react-hook-form, and before hydration. */
  register?: RegisterField
}

type TextFieldName = 'name' | 'email' | 'role' | 'contactWish' | 'phone' | 'needs'

export const registrationFieldProps = (
  { values, errors, explanations, register }: RegistrationFieldsContext,
  name: TextFieldName,
) => ({
  id: fieldId(name),
  name,
  defaultValue: values[name],
  error: errors[name],
  after: explanations?.[name],
  inputProps: register?.(name),
})

export function answerFieldProps({ errors, register }: RegistrationFieldsContext, question: FormQuestion) {
  const name = `answers.${question.id}` as const
  const { label, required } = question
  const hint = question.hint ?? undefined
  return { id: fieldId(name), name, label, hint, required, error: errors[name], inputProps: register?.(name) }
}
