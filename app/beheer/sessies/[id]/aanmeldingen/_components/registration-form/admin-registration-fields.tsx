import type { ReactNode } from 'react'
import { Options } from '@/app/beheer/_components/form/options'
import { Checkbox } from '@/components/form/choices/checkbox'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { SelectField } from '@/components/form/fields/select-field'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { ChoiceQuestionField } from '@/components/registration-form/choice-question-field'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { type FormQuestion, limits, otherOrganisation, type RegistrationValues } from '@/lib/registrations/schema'

type Props = {
  values: RegistrationValues & { confirm: string }
  errors: Record<string, string>
  questions: FormQuestion[]
  municipalities: { value: string; label: string }[]
  /** Stands under the e-mail address. */
  afterEmail: ReactNode
  showConfirmation: boolean
}

/** The fields of the registration form, worded for organisers. */
export function AdminRegistrationFields({
  values,
  errors,
  questions,
  municipalities,
  afterEmail,
  showConfirmation,
}: Props) {
  const field = (name: keyof Omit<RegistrationValues, 'answers'>) =>
    ({ id: fieldId(name), name, defaultValue: values[name], error: errors[name] }) as const
  const phone = (
    <TextField {...field('phone')} type="tel" label="Telefoonnummer" hint="Alleen als jullie mogen bellen." />
  )
  return (
    <>
      <FieldGroup legend="Wie">
        <TextField {...field('name')} label="Naam" autoComplete="off" />
        <TextField {...field('email')} type="email" label="E-mailadres" autoComplete="off" after={afterEmail} />
        <SelectField {...field('municipality')} label="Gemeente">
          <option value="">Kies een gemeente</option>
          <option value={otherOrganisation}>Andere organisatie</option>
          <Options options={municipalities} />
        </SelectField>
        <TextField
          {...field('organisation')}
          label="Naam van de organisatie"
          hint="Alleen bij Andere organisatie."
          required={values.municipality === otherOrganisation}
          autoComplete="off"
        />
        <TextField {...field('role')} label="Functie" autoComplete="off" />
      </FieldGroup>
      <FieldGroup id={fieldId('answers')} legend="De vragen">
        {questions.map((question) => (
          <AnswerField
            key={question.id}
            question={question}
            answer={values.answers[question.id] ?? ''}
            error={errors[`answers.${question.id}`]}
          />
        ))}
        <RadioGroup
          {...field('contactWish')}
          label="Mogen jullie contact opnemen over de vraag?"
          options={[
            { value: 'email', label: contactWishLabels.email },
            { value: 'phone', label: contactWishLabels.phone, reveal: phone },
            { value: 'none', label: contactWishLabels.none },
          ]}
        />
      </FieldGroup>
      <FieldGroup legend="Goed meedoen">
        <TextAreaField
          {...field('needs')}
          label="Wat is er nodig om goed mee te doen?"
          required={false}
          maxLength={limits.needs}
          rows={3}
        />
      </FieldGroup>
      {showConfirmation ? (
        <FieldGroup legend="Bevestiging">
          <Checkbox
            id="veld-confirm"
            name="confirm"
            label="Stuur een bevestiging"
            hint="Dezelfde mail als wie zich zelf aanmeldt krijgt, met alles wat hierboven staat."
            defaultChecked={values.confirm === 'on'}
          />
        </FieldGroup>
      ) : null}
    </>
  )
}

function AnswerField({ question, answer, error }: { question: FormQuestion; answer: string; error?: string }) {
  const { id, kind, label, required } = question
  if (kind !== 'text') return <ChoiceQuestionField question={question} answer={answer} error={error} />
  const name = `answers.${id}`
  const field = { id: fieldId(name), name, label, required, error }
  return <TextAreaField {...field} maxLength={limits.answer} defaultValue={answer} />
}
