import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { MunicipalityField } from '@/components/form/municipality/municipality-field'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import {
  AnswerFields,
  ContactWishField,
  NeedsField,
  PersonFields,
} from '@/components/registration-form/registration-fields'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import type { RegistrationPart } from '@/lib/registrations/self-service/schema'

type Props = {
  values: RegistrationValues
  /** Error messages by field name. */
  errors: Record<string, string>
  parts: RegistrationPart[]
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
  /** Introduces the questions; may be empty. */
  guarantee: string
  explanations: FieldExplanations
}

/** The editable parts of the registration form. */
export function ChangeFormFields({ parts, questions, municipalities, guarantee, ...context }: Props) {
  const { values, errors, explanations } = context
  return (
    <>
      {parts.includes('about') ? (
        <FieldGroup legend="Over jou">
          <PersonFields context={context}>
            <MunicipalityField
              id={fieldId('municipality')}
              options={municipalities}
              defaultValue={values.municipality}
              defaultOrganisation={values.organisation}
              error={errors.municipality}
              organisationError={errors.organisation}
              explanation={explanations.workplace}
            />
          </PersonFields>
        </FieldGroup>
      ) : null}
      {parts.includes('answers') && questions.length > 0 ? (
        <FieldGroup id={fieldId('answers')} legend="Jouw vragen" intro={guarantee || undefined}>
          <AnswerFields context={context} questions={questions} />
          {explanations.answers}
        </FieldGroup>
      ) : null}
      {parts.includes('contact') ? (
        <FieldGroup legend="Contact">
          <ContactWishField context={context} />
        </FieldGroup>
      ) : null}
      {parts.includes('needs') ? (
        <FieldGroup legend="Goed meedoen">
          <NeedsField context={context} hint="Bijvoorbeeld een schrijftolk of ondertiteling." />
        </FieldGroup>
      ) : null}
    </>
  )
}
