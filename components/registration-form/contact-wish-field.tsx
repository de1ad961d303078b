import { RadioGroup } from '@/components/form/choices/radio-group'
import { TextField } from '@/components/form/fields/text-field'
import { contactWishLabels } from './registration-copy'
import { type RegistrationFieldsContext, registrationFieldProps } from './registration-field-props'

type Props = {
  context: RegistrationFieldsContext
  label?: string
  phone?: { hint: string; autoComplete?: string }
}

const ownPhone = { hint: 'Vul dit alleen in als we je mogen bellen.', autoComplete: 'tel' }

/** Whether an organiser may contact the participant, with the phone number that one option asks for. */
export function ContactWishField({
  context,
  label = 'Mogen wij contact met je opnemen over je vraag?',
  phone = ownPhone,
}: Props) {
  const phoneField = (
    <TextField {...registrationFieldProps(context, 'phone')} {...phone} type="tel" label="Telefoonnummer" />
  )
  return (
    <RadioGroup
      {...registrationFieldProps(context, 'contactWish')}
      label={label}
      options={[
        { value: 'email', label: contactWishLabels.email },
        { value: 'phone', label: contactWishLabels.phone, reveal: phoneField },
        { value: 'none', label: contactWishLabels.none },
      ]}
    />
  )
}
