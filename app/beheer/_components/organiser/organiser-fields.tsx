import { TextField } from '@/components/form/fields/text-field'

type Props = {
  /** Of whoever fills it in, or of a colleague, whom a browser must not take for its owner. */
  owner: 'own' | 'other'
  values: { name: string; email: string }
  errors: Record<string, string>
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

/** Who somebody who is to log in is: name and address. */
export function OrganiserFields({ owner, values, errors }: Props) {
  const { name, email, hint, complete } = fieldTexts[owner]
  return (
    <>
      <TextField
        id="veld-name"
        name="name"
        label={name}
        autoComplete={complete.name}
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        id="veld-email"
        name="email"
        type="email"
        label={email}
        hint={hint}
        autoComplete={complete.email}
        defaultValue={values.email}
        error={errors.email}
      />
    </>
  )
}
