import { TextField } from '@/components/form/fields/text-field'

export type TwoFactorStepProps = {
  send: (form: FormData) => void
  errors: Record<string, string>
  email: string
  /** False for an organiser who only logs in with Microsoft: the form then asks for no password. */
  hasPassword: boolean
}

/** Asks for the current password, so that an unattended screen does not permit the change. */
export function CurrentPasswordField({
  email,
  hasPassword,
  errors,
}: Pick<TwoFactorStepProps, 'email' | 'hasPassword' | 'errors'>) {
  if (!hasPassword) return null
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <TextField
        id="veld-password"
        name="password"
        type="password"
        label="Je wachtwoord"
        hint="Zo weten we dat jij het bent."
        autoComplete="current-password"
        error={errors.password}
      />
    </>
  )
}
