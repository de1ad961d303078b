import { TextField } from '@/components/form/fields/text-field'

export type TwoFactorStepProps = {
  send: (form: FormData) => void
  errors: Record<string, string>
  email: string
  /** Without one (Microsoft) it is not asked. */
  hasPassword: boolean
}

/** Asks for the password of who is logged in, before what a borrowed screen may not do. */
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
