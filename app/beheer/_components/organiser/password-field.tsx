import type { ComponentProps } from 'react'
import { fieldId } from '@/components/form/field-id'
import { TextField } from '@/components/form/fields/text-field'
import { passwordLength } from '@/lib/organisers/schema'

type Props = Omit<ComponentProps<typeof TextField>, 'id' | 'name' | 'type'> & { name?: string }

/** A password, by default the current one of the organiser. A refused form does not get it back. */
export const PasswordField = ({ name = 'password', autoComplete = 'current-password', ...field }: Props) => (
  <TextField {...field} id={fieldId(name)} name={name} type="password" autoComplete={autoComplete} />
)

export const NewPasswordField = (props: Pick<Props, 'label' | 'error'>) => (
  <PasswordField
    {...props}
    hint={`Minstens ${passwordLength.min} tekens. Een zin of een wachtwoord uit een wachtwoordkluis is goed.`}
    autoComplete="new-password"
  />
)

/** Tells a password manager for which account a form asks a password. */
export const AccountOfPassword = ({ email }: { email: string }) => (
  <input type="hidden" name="username" autoComplete="username" value={email} />
)
