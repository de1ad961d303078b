import { passwordLength } from '@/lib/organisers/schema'
import type { OrganiserField } from './organiser-form'

export const newPasswordField = (label: string): OrganiserField => ({
  name: 'password',
  type: 'password',
  label,
  hint: `Minstens ${passwordLength.min} tekens. Een zin of een wachtwoord uit een wachtwoordkluis is goed.`,
  autoComplete: 'new-password',
})

/** Renders a hidden user name, by which a password manager recognises the account of a password form. */
export const AccountOfPassword = ({ email }: { email: string }) => (
  <input type="hidden" name="username" autoComplete="username" value={email} />
)
