'use client'

import { TextField } from '@/components/form/fields/text-field'
import { type FieldReason, passwordLength } from '@/lib/organisers/schema'
import { AdminForm } from '../form/admin-form'
import type { Flash, FormAction, FormState } from '../form/form-state'
import { useFormAction } from '../form/use-form-action'
import { organiserFieldErrors } from './organiser-form-errors'

export type PasswordState = FormState<{ name: string }, FieldReason, keyof typeof refusals | 'wrong-password'>

type Props = {
  action: FormAction<PasswordState>
  title: string
  /** Address of the account. A password manager stores it with the password. */
  email: string
  /** Also asks for the name of a new account, or for the current password. */
  extraField?: { ask: 'name'; name: string } | { ask: 'current' }
  submitLabel: string
}

const refusals = {
  'dead-link': {
    title: 'Deze link werkt niet meer.',
    text: 'Hij was te oud of is al gebruikt. Er is niets veranderd. Vraag een nieuwe.',
  },
  wait: {
    title: 'Probeer het over een kwartier opnieuw.',
    text: 'Je wachtwoord van nu is te vaak verkeerd ingevuld. Je wachtwoord is niet veranderd.',
  },
} satisfies Record<string, Flash>

/** Form to choose a password: for a new account, after a forgotten password, or to replace a password. */
export function PasswordForm({ action, title, email, extraField, submitLabel }: Props) {
  const form = useFormAction(action, {
    values: { name: extraField?.ask === 'name' ? extraField.name : '' },
    describeErrors: organiserFieldErrors,
    describeRefusal: (reason) => (reason === 'wrong-password' ? null : refusals[reason]),
  })
  const isWrongPassword = form.state.status === 'refused' && form.state.reason === 'wrong-password'
  const errors = isWrongPassword ? { current: 'Dit is niet je wachtwoord van nu. Kijk het na' } : form.errors
  return (
    <AdminForm form={{ ...form, errors }} title={title} submitLabel={submitLabel}>
      {/* Hidden: it only tells a password manager which account this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {extraField?.ask === 'name' ? <TextField {...form.field('name')} label="Naam" autoComplete="name" /> : null}
      {extraField?.ask === 'current' ? (
        <TextField
          id="veld-current"
          name="current"
          type="password"
          label="Wachtwoord van nu"
          autoComplete="current-password"
          error={errors.current}
        />
      ) : null}
      <NewPasswordField
        label={extraField?.ask === 'name' ? 'Wachtwoord' : 'Nieuw wachtwoord'}
        error={errors.password}
      />
    </AdminForm>
  )
}

export function NewPasswordField({ label, error }: { label: string; error?: string }) {
  return (
    <TextField
      id="veld-password"
      name="password"
      type="password"
      label={label}
      hint={`Minstens ${passwordLength.min} tekens. Een zin of een wachtwoord uit een wachtwoordkluis is goed.`}
      autoComplete="new-password"
      error={error}
    />
  )
}
