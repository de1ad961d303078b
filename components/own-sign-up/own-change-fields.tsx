import type { ReactNode } from 'react'
import { ChoiceField } from '@/components/form/choice-field'
import { FieldGroup } from '@/components/form/field-group'
import { fieldId } from '@/components/form/field-id'
import { MunicipalityField } from '@/components/form/municipality-field'
import { RadioGroup } from '@/components/form/radio-group'
import { contactWishLabels } from '@/components/form/registration-words'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { WhyAsked } from '@/components/form/why-asked'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import type { OwnPart } from '@/lib/own-sign-up/schema'
import { type FormQuestion, limits, type RegistrationValues } from '@/lib/registrations/schema'

type Props = {
  values: RegistrationValues
  /** A sentence for each field that has to be mended. */
  errors: Record<string, string>
  parts: OwnPart[]
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
  /** What is promised about the question; empty when there is none. */
  promise: string
  why: WhyAsked
}

/** The fields of the sign-up form, those parts of it that can be changed, without what needs a script. */
export function OwnChangeFields({ values, errors, parts, questions, municipalities, promise, why }: Props) {
  const field = (name: 'name' | 'role' | 'contactWish' | 'phone' | 'needs') =>
    ({ id: fieldId(name), name, defaultValue: values[name], error: errors[name], after: why[name] }) as const
  const has = (part: OwnPart) => parts.includes(part)
  return (
    <>
      {has('about') ? (
        <FieldGroup legend="Over jou">
          <TextField {...field('name')} label="Naam" autoComplete="name" />
          <MunicipalityField
            id={fieldId('municipality')}
            options={municipalities}
            defaultValue={values.municipality}
            defaultOrganisation={values.organisation}
            error={errors.municipality}
            organisationError={errors.organisation}
            why={why.workplace}
          />
          <TextField {...field('role')} label="Functie" autoComplete="organization-title" />
        </FieldGroup>
      ) : null}
      {has('answers') && questions.length > 0 ? (
        <FieldGroup id={fieldId('answers')} legend="Jouw vragen" intro={promise || undefined}>
          {questions.map((question) => (
            <Answer
              key={question.id}
              question={question}
              answer={values.answers[question.id] ?? ''}
              error={errors[`answers.${question.id}`]}
            />
          ))}
          {why.answers}
        </FieldGroup>
      ) : null}
      {has('contact') ? (
        <FieldGroup legend="Contact">
          <RadioGroup
            {...field('contactWish')}
            label="Mogen wij contact met je opnemen over je vraag?"
            options={[
              { value: 'email', label: contactWishLabels.email },
              { value: 'phone', label: contactWishLabels.phone, reveal: <Phone {...field('phone')} /> },
              { value: 'none', label: contactWishLabels.none },
            ]}
          />
        </FieldGroup>
      ) : null}
      {has('needs') ? (
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

const Phone = (field: { id: string; name: string; defaultValue: string; error?: string; after?: ReactNode }) => (
  <TextField
    {...field}
    type="tel"
    label="Telefoonnummer"
    hint="Vul dit alleen in als we je mogen bellen."
    autoComplete="tel"
  />
)

function Answer({ question, answer, error }: { question: FormQuestion; answer: string; error?: string }) {
  const { id, label, hint, required, kind } = question
  if (kind !== 'text') return <ChoiceField question={question} answer={answer} error={error} />
  const name = `answers.${id}`
  const field = { id: fieldId(name), name, label, hint: hint ?? undefined, required, error }
  return <TextAreaField {...field} maxLength={limits.answer} defaultValue={answer} />
}
