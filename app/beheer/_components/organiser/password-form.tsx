'use client'

import { TextField } from '@/components/form/fields/text-field'
import { AdminForm } from '../form/admin-form'
import type { FormAction, FormState } from '../form/form-state'
import { useFormAction } from '../form/use-form-action'
import { type FieldReason, organiserFieldErrors } from './organiser-form-errors'
import { AccountOfPassword, NewPasswordField, PasswordField } from './password-field'

export type PasswordState = FormState<{ name: string }, FieldReason, keyof typeof refusals>

type Props = {
  action: FormAction<PasswordState>
  title: string
  email: string
  /** Asks for the name of a new account too. */
  name?: string
  /** Asks for the current password too. */
  asksCurrent?: boolean
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
}

/** Chooses a password: for a new account, after forgetting the old one, or to replace it. */
export function PasswordForm({ action, title, email, name, asksCurrent = false, submitLabel }: Props) {
  const form = useFormAction(action, {
    values: { name: name ?? '' },
    describeErrors: organiserFieldErrors,
    describeRefusal: (reason) => refusals[reason],
  })
  const isNewAccount = name !== undefined
  return (
    <AdminForm form={form} title={title} submitLabel={submitLabel}>
      <AccountOfPassword email={email} />
      {isNewAccount ? <TextField {...form.field('name')} label="Naam" autoComplete="name" /> : null}
      {asksCurrent ? <PasswordField name="current" label="Wachtwoord van nu" error={form.errors.current} /> : null}
      <NewPasswordField label={isNewAccount ? 'Wachtwoord' : 'Nieuw wachtwoord'} error={form.errors.password} />
    </AdminForm>
  )
}
