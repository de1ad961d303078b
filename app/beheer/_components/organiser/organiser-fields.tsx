import { TextField } from '@/components/form/fields/text-field'
import type { GetField } from '../form/form-state'

type Props = {
  /** `other` turns autofill off, so that a browser does not offer or store the organiser's own name and address. */
  owner: keyof typeof fieldTexts
  field: GetField<'name' | 'email'>
}

const fieldTexts = {
  own: { name: 'Naam', email: 'E-mailadres', hint: undefined, complete: { name: 'name', email: 'username' } },
  other: {
    name: 'Naam van je collega',
    email: 'E-mailadres van je collega',
    hint: 'Hier komt de uitnodiging aan. Met dit adres logt je collega in.',
    complete: { name: 'off', email: 'off' },
  },
} as const

/** Fields for the name and e-mail address of a new organiser. */
export function OrganiserFields({ owner, field }: Props) {
  const { name, email, hint, complete } = fieldTexts[owner]
  return (
    <>
      <TextField {...field('name')} label={name} autoComplete={complete.name} />
      <TextField {...field('email')} type="email" label={email} hint={hint} autoComplete={complete.email} />
    </>
  )
}
