import { passwordLength } from '@/lib/organisers/schema'
import type { OrganiserField } from './organiser-form'

export const newPasswordField = (label: string): OrganiserField => ({
  name: 'password',
  type: 'password',
  label,
  hint: `Minstens ${passwordLength.min} tekens. Een zin of een wachtwoord uit een wachtwoordkluis is goed.`,
  autoComplete: 'new-password',
})

/** Tells a password manager for which account a form asks a password. */
export const AccountOfPassword = ({ email }: { email: string }) => (
  <input type="hidden" name="username" autoComplete="username" value={email} />
)
