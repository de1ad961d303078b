import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import type { RegistrationValues } from '@/lib/registrations/schema'
import { FieldGroup } from './field-group'
import { fieldId } from './field-id'
import { MunicipalityField } from './municipality-field'
import type { FormErrors } from './registration-errors'
import { TextField } from './text-field'
import type { WhyAsked } from './why-asked'

type Props = {
  errors: FormErrors
  values: RegistrationValues
  municipalities: MunicipalityOption[]
  why?: WhyAsked
}

/** Who signs up: name, address, gemeente or other organisation, role. */
export function AboutYou({ errors, values, municipalities, why = {} }: Props) {
  const { register, setValue } = useFormContext<RegistrationValues>()
  const [leftEmail, setLeftEmail] = useState<string>()
  const text = (name: 'name' | 'email' | 'role') =>
    ({ id: fieldId(name), name, error: errors[name], defaultValue: values[name] }) as const
  return (
    <FieldGroup legend="Over jou">
      <TextField {...text('name')} label="Naam" autoComplete="name" after={why.name} inputProps={register('name')} />
      <TextField
        {...text('email')}
        type="email"
        label="E-mailadres"
        hint="Het adres van je werk. Hier sturen we de bevestiging naartoe, en later de link."
        autoComplete="email"
        after={why.email}
        inputProps={register('email', { onBlur: (event) => setLeftEmail(event.target.value) })}
      />
      <MunicipalityField
        id={fieldId('municipality')}
        options={municipalities}
        defaultValue={values.municipality}
        defaultOrganisation={values.organisation}
        error={errors.municipality}
        organisationError={errors.organisation}
        email={leftEmail}
        why={why.workplace}
        onChange={(field, value) => setValue(field, value)}
      />
      <TextField
        {...text('role')}
        label="Functie"
        autoComplete="organization-title"
        after={why.role}
        inputProps={register('role')}
      />
    </FieldGroup>
  )
}
