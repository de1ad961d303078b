import type { ReactNode } from 'react'
import { CheckboxGroup } from '@/components/form/choices/checkbox-group'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { fieldId } from '@/components/form/field-id'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { type FormQuestion, limits, type RegistrationValues, selectedOptions } from '@/lib/registrations/schema'
import type { FieldExplanations } from './field-explanations'
import { contactWishLabel, contactWishLabels, needsLabel } from './registration-copy'
import type { RegisterField } from './use-registration-fields'

/** Values, error messages and explanations, from which the fields of a registration form take their props. */
type FieldsContext = {
  values: RegistrationValues
  /** Error messages by field name. */
  errors: Record<string, string>
  explanations?: FieldExplanations
  /** `register` of react-hook-form. Absent before hydration and in a form without react-hook-form. */
  register?: RegisterField
}

type FieldName = 'name' | 'email' | 'role' | 'contactWish' | 'phone' | 'needs'

export function registrationFieldProps({ values, errors, explanations, register }: FieldsContext, name: FieldName) {
  const [defaultValue, error, after] = [values[name], errors[name], explanations?.[name]]
  return { id: fieldId(name), name, defaultValue, error, after, inputProps: register?.(name) }
}

type PersonFieldsProps = {
  context: FieldsContext
  /** `false` in a form about somebody else: the browser must not fill in the user's own data. */
  autofill?: boolean
  children: ReactNode
}

/** Shows the fields for name and role, with the e-mail address and workplace (`children`) between them. */
export function PersonFields({ context, autofill = true, children }: PersonFieldsProps) {
  const field = (name: 'name' | 'role') => registrationFieldProps(context, name)
  return (
    <>
      <TextField {...field('name')} label="Naam" autoComplete={autofill ? 'name' : 'off'} />
      {children}
      <TextField {...field('role')} label="Functie" autoComplete={autofill ? 'organization-title' : 'off'} />
    </>
  )
}

/** Shows a field for each question of the form. */
export const AnswerFields = ({ context, questions }: { context: FieldsContext; questions: FormQuestion[] }) =>
  questions.map((question) => <AnswerField key={question.id} context={context} question={question} />)

function AnswerField({ context, question }: { context: FieldsContext; question: FormQuestion }) {
  const { id, label, hint, required, kind } = question
  const name = `answers.${id}` as const
  const error = context.errors[name]
  const inputProps = context.register?.(name)
  const field = { id: fieldId(name), name, label, hint: hint ?? undefined, required, error, inputProps }
  const answer = context.values.answers[id] ?? ''
  const options = question.options.map((option) => ({ value: option, label: option }))
  if (kind === 'several') return <CheckboxGroup {...field} options={options} selected={selectedOptions(answer)} />
  if (kind === 'one') return <RadioGroup {...field} options={options} defaultValue={answer} />
  return <TextAreaField {...field} maxLength={limits.answer} defaultValue={answer} />
}

const ownPhone = { hint: 'Vul dit alleen in als we je mogen bellen.', autoComplete: 'tel' }

type ContactWishProps = { context: FieldsContext; label?: string; phone?: { hint: string; autoComplete?: string } }

/** Shows the question whether organisers may contact the participant. The phone option reveals a field for the number. */
export function ContactWishField({ context, label = contactWishLabel, phone = ownPhone }: ContactWishProps) {
  const field = (name: 'contactWish' | 'phone') => registrationFieldProps(context, name)
  const phoneField = <TextField {...field('phone')} {...phone} type="tel" label="Telefoonnummer" />
  return (
    <RadioGroup
      {...field('contactWish')}
      label={label}
      options={[
        { value: 'email', label: contactWishLabels.email },
        { value: 'phone', label: contactWishLabels.phone, reveal: phoneField },
        { value: 'none', label: contactWishLabels.none },
      ]}
    />
  )
}

type NeedsFieldProps = { context: FieldsContext; label?: string; hint?: string }

/** Shows the field for what a participant needs to take part, such as a sign language interpreter. */
export const NeedsField = ({ context, label = needsLabel, hint }: NeedsFieldProps) => (
  <TextAreaField
    {...registrationFieldProps(context, 'needs')}
    label={label}
    hint={hint}
    required={false}
    maxLength={limits.needs}
    rows={3}
  />
)
