import type { ReactNode } from 'react'
import { Checkbox } from '@/components/form/choices/checkbox'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { SelectField } from '@/components/form/fields/select-field'
import { EmailField, TextField } from '@/components/form/fields/text-field'
import {
  AnswerFields,
  ContactWishField,
  NeedsField,
  PersonFields,
  registrationFieldProps,
} from '@/components/registration-form/registration-fields'
import { type FormQuestion, otherOrganisation, type RegistrationValues } from '@/lib/registrations/schema'

type Props = {
  values: RegistrationValues & { confirm: string }
  /** Error messages by field name. */
  errors: Record<string, string>
  questions: FormQuestion[]
  municipalities: { value: string; label: string }[]
  /** Shown below the e-mail address. */
  afterEmail: ReactNode
  showConfirmation: boolean
}

/** The fields of the registration form, worded for an organiser. */
export function AdminRegistrationFields(props: Props) {
  const { values, errors, questions, municipalities, afterEmail, showConfirmation } = props
  const context = { values, errors }
  const workplace = (name: 'municipality' | 'organisation') =>
    ({ id: fieldId(name), name, defaultValue: values[name], error: errors[name] }) as const
  return (
    <>
      <FieldGroup legend="Wie">
        <PersonFields context={context} autofill={false}>
          <EmailField {...registrationFieldProps(context, 'email')} autoComplete="off" after={afterEmail} />
          <SelectField {...workplace('municipality')} label="Gemeente">
            <option value="">Kies een gemeente</option>
            <option value={otherOrganisation}>Andere organisatie</option>
            {municipalities.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
          <TextField
            {...workplace('organisation')}
            label="Naam van de organisatie"
            hint="Alleen bij Andere organisatie."
            required={values.municipality === otherOrganisation}
            autoComplete="off"
          />
        </PersonFields>
      </FieldGroup>
      <FieldGroup id={fieldId('answers')} legend="De vragen">
        <AnswerFields context={context} questions={questions.map(withoutHintIfOpen)} />
        <ContactWishField
          context={context}
          label="Mogen jullie contact opnemen over de vraag?"
          phone={{ hint: 'Alleen als jullie mogen bellen.' }}
        />
      </FieldGroup>
      <FieldGroup legend="Goed meedoen">
        <NeedsField context={context} label="Wat is er nodig om goed mee te doen?" />
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

/** The hint of an open question addresses the participant. */
const withoutHintIfOpen = (question: FormQuestion) =>
  question.kind === 'text' ? { ...question, hint: null } : question
