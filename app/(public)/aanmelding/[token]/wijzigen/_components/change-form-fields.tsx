import type { ReactNode } from 'react'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { MunicipalityField } from '@/components/form/municipality/municipality-field'
import { ChoiceQuestionField } from '@/components/registration-form/choice-question-field'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { type FormQuestion, limits, type RegistrationValues } from '@/lib/registrations/schema'
import type { RegistrationPart } from '@/lib/registrations/self-service/schema'

type Props = {
  values: RegistrationValues
  /** A sentence for each field that has to be mended. */
  errors: Record<string, string>
  parts: RegistrationPart[]
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
  /** What is promised about the question; empty when there is none. */
  guarantee: string
  why: FieldExplanations
}

/** The fields of the sign-up form, those parts of it that can be changed, without what needs a script. */
export function ChangeFormFields({ values, errors, parts, questions, municipalities, guarantee, why }: Props) {
  const field = (name: 'name' | 'role' | 'contactWish' | 'phone' | 'needs') =>
    ({ id: fieldId(name), name, defaultValue: values[name], error: errors[name], after: why[name] }) as const
  const isEditable = (part: RegistrationPart) => parts.includes(part)
  return (
    <>
      {isEditable('about') ? (
        <FieldGroup legend="Over jou">
          <TextField {...field('name')} label="Naam" autoComplete="name" />
          <MunicipalityField
            id={fieldId('municipality')}
            options={municipalities}
            defaultValue={values.municipality}
            defaultOrganisation={values.organisation}
            error={errors.municipality}
            organisationError={errors.organisation}
            explanation={why.workplace}
          />
          <TextField {...field('role')} label="Functie" autoComplete="organization-title" />
        </FieldGroup>
      ) : null}
      {isEditable('answers') && questions.length > 0 ? (
        <FieldGroup id={fieldId('answers')} legend="Jouw vragen" intro={guarantee || undefined}>
          {questions.map((question) => (
            <AnswerField
              key={question.id}
              question={question}
              answer={values.answers[question.id] ?? ''}
              error={errors[`answers.${question.id}`]}
            />
          ))}
          {why.answers}
        </FieldGroup>
      ) : null}
      {isEditable('contact') ? (
        <FieldGroup legend="Contact">
          <RadioGroup
            {...field('contactWish')}
            label="Mogen wij contact met je opnemen over je vraag?"
            options={[
              { value: 'email', label: contactWishLabels.email },
              { value: 'phone', label: contactWishLabels.phone, reveal: <PhoneField {...field('phone')} /> },
              { value: 'none', label: contactWishLabels.none },
            ]}
          />
        </FieldGroup>
      ) : null}
      {isEditable('needs') ? (
        <FieldGroup legend="Goed meedoen">
          <TextAreaField
            {...field('needs')}
            label="Wat heb je nodig om goed mee te doen?"
            hint="Bijvoorbeeld een schrijftolk of ondertiteling."
            required={false}
            maxLength={limits.needs}
            rows={3}
          />
        </FieldGroup>
      ) : null}
    </>
  )
}

const PhoneField = (field: { id: string; name: string; defaultValue: string; error?: string; after?: ReactNode }) => (
  <TextField
    {...field}
    type="tel"
    label="Telefoonnummer"
    hint="Vul dit alleen in als we je mogen bellen."
    autoComplete="tel"
  />
)

function AnswerField({ question, answer, error }: { question: FormQuestion; answer: string; error?: string }) {
  const { id, label, hint, required, kind } = question
  if (kind !== 'text') return <ChoiceQuestionField question={question} answer={answer} error={error} />
  const name = `answers.${id}`
  const field = { id: fieldId(name), name, label, hint: hint ?? undefined, required, error }
  return <TextAreaField {...field} maxLength={limits.answer} defaultValue={answer} />
}
