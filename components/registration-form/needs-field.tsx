import { TextAreaField } from '@/components/form/fields/text-area-field'
import { limits } from '@/lib/registrations/schema'
import { type RegistrationFieldsContext, registrationFieldProps } from './registration-field-props'

type Props = { context: RegistrationFieldsContext; label?: string; hint?: string }

/** What a participant needs to take part, such as a sign language interpreter. */
export const NeedsField = ({ context, label = 'Wat heb je nodig om goed mee te doen?', hint }: Props) => (
  <TextAreaField
    {...registrationFieldProps(context, 'needs')}
    label={label}
    hint={hint}
    required={false}
    maxLength={limits.needs}
    rows={3}
  />
)
