import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { TextField } from '@/components/form/fields/text-field'
import { MunicipalityField } from '@/components/form/municipality/municipality-field'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import type { RegistrationValues } from '@/lib/registrations/schema'
import type { FieldExplanations } from './field-explanations'
import type { FormErrors } from './registration-errors'

type Props = {
  errors: FormErrors
  values: RegistrationValues
  municipalities: MunicipalityOption[]
  explanations?: FieldExplanations
}

/** Who signs up: name, address, gemeente or other organisation, role. */
export function PersonalDetailsSection({ errors, values, municipalities, explanations = {} }: Props) {
  const { register, setValue } = useFormContext<RegistrationValues>()
  const [committedEmail, setCommittedEmail] = useState<string>()
  const textFieldProps = (name: 'name' | 'email' | 'role') =>
    ({ id: fieldId(name), name, error: errors[name], defaultValue: values[name] }) as const
  return (
    <FieldGroup legend="Over jou">
      <TextField
        {...textFieldProps('name')}
        label="Naam"
        autoComplete="name"
        after={explanations.name}
        inputProps={register('name')}
      />
      <TextField
        {...textFieldProps('email')}
        type="email"
        label="E-mailadres"
        hint="Het adres van je werk. Hier sturen we de bevestiging naartoe, en later de link."
        autoComplete="email"
        after={explanations.email}
        inputProps={register('email', { onBlur: (event) => setCommittedEmail(event.target.value) })}
      />
      <MunicipalityField
        id={fieldId('municipality')}
        options={municipalities}
        defaultValue={values.municipality}
        defaultOrganisation={values.organisation}
        error={errors.municipality}
        organisationError={errors.organisation}
        email={committedEmail}
        explanation={explanations.workplace}
        onChange={(field, value) => setValue(field, value)}
      />
      <TextField
        {...textFieldProps('role')}
        label="Functie"
        autoComplete="organization-title"
        after={explanations.role}
        inputProps={register('role')}
      />
    </FieldGroup>
  )
}
