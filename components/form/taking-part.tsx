import { useFormContext } from 'react-hook-form'
import { limits, type RegistrationValues } from '@/lib/registrations/schema'
import { FieldGroup } from './field-group'
import { fieldId } from './field-id'
import type { FormErrors } from './registration-errors'
import { TextAreaField } from './text-area-field'
import type { WhyAsked } from './why-asked'

type Props = { errors: FormErrors; values: RegistrationValues; why?: WhyAsked }

/** What somebody needs to take part well. */
export function TakingPart({ errors, values, why = {} }: Props) {
  const { register } = useFormContext<RegistrationValues>()
  return (
    <FieldGroup legend="Goed meedoen">
      <TextAreaField
        id={fieldId('needs')}
        name="needs"
        label="Wat heb je nodig om goed mee te doen?"
        hint="Bijvoorbeeld een schrijftolk of ondertiteling. We gebruiken dit alleen voor deze sessie."
        required={false}
        maxLength={limits.needs}
        rows={3}
        error={errors.needs}
        defaultValue={values.needs}
        after={why.needs}
        inputProps={register('needs')}
      />
    </FieldGroup>
  )
}
