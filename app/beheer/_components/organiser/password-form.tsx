'use client'

import { type ReactNode, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { TextField } from '@/components/form/fields/text-field'
import { SubmitButton } from '@/components/form/submit-button'
import { type FieldReason, passwordLength } from '@/lib/organisers/schema'
import { type Flash, FormFeedback } from '../form-feedback'
import styles from '../submit-row.module.css'
import { organiserFieldErrors } from './organiser-form-errors'

type Values = { name: string }
export type PasswordState = ActionState<Values, FieldReason, 'dead-link' | 'wrong-password' | 'wait'>

type Props = {
  action: (previous: PasswordState, form: FormData) => Promise<PasswordState>
  title: string
  /** Of whose account: a password manager keeps it with the password. */
  email: string
  /** Asked too: the name, for a new account (with what it is now), or the password of now. */
  extraField?: { ask: 'name'; name: string } | { ask: 'current' }
  submitLabel: string
  /** Comes above the form. */
  children?: ReactNode
}

const refusals: Record<'dead-link' | 'wait', Flash> = {
  'dead-link': {
    title: 'Deze link werkt niet meer.',
    text: 'Hij was te oud of is al gebruikt. Er is niets veranderd. Vraag een nieuwe.',
  },
  wait: {
    title: 'Probeer het over een kwartier opnieuw.',
    text: 'Je wachtwoord van nu is te vaak verkeerd ingevuld. Je wachtwoord is niet veranderd.',
  },
}

const wrongPasswordMessage = 'Dit is niet je wachtwoord van nu. Kijk het na'

/** Chooses a password: for a new account, in place of one that was forgotten, or another one. */
export function PasswordForm({ action, title, email, extraField, submitLabel, children }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const isWrongPassword = state.status === 'refused' && state.reason === 'wrong-password'
  const invalid = state.status === 'invalid' ? organiserFieldErrors(state.errors) : {}
  const errors = isWrongPassword ? { current: wrongPasswordMessage } : invalid
  const refusal = state.status === 'refused' && state.reason !== 'wrong-password' ? refusals[state.reason] : null
  return (
    <>
      {children}
      <FormFeedback pageTitle={title} errors={errors} refusal={refusal} submission={state} />
      <form action={send} noValidate>
        {/* Not to be typed: so that a password manager knows which account this is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        {extraField?.ask === 'name' ? (
          <TextField
            id="veld-name"
            name="name"
            label="Naam"
            autoComplete="name"
            defaultValue={state.status === 'idle' ? extraField.name : state.values.name}
            error={errors.name}
          />
        ) : null}
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
        <TextField
          id="veld-password"
          name="password"
          type="password"
          label={extraField?.ask === 'name' ? 'Wachtwoord' : 'Nieuw wachtwoord'}
          hint={`Minstens ${passwordLength.min} tekens. Een zin of een wachtwoord uit een wachtwoordkluis is goed.`}
          autoComplete="new-password"
          error={errors.password}
        />
        <div className={styles.row}>
          <SubmitButton>{submitLabel}</SubmitButton>
        </div>
      </form>
    </>
  )
}
