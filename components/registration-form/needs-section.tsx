import { useFormContext } from 'react-hook-form'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { limits, type RegistrationValues } from '@/lib/registrations/schema'
import type { FieldExplanations } from './field-explanations'
import type { FormErrors } from './registration-errors'

type Props = { errors: FormErrors; values: RegistrationValues; explanations?: FieldExplanations }

/** What somebody needs to take part well. */
export function NeedsSection({ errors, values, explanations = {} }: Props) {
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
        after={explanations.needs}
        inputProps={register('needs')}
      />
    </FieldGroup>
  )
}
