'use client'

import { type ReactNode, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { type FieldReason, passwordLength } from '@/lib/organisers/schema'
import { FormHead, type News } from './form-head'
import { errorsOf } from './login-words'
import styles from './send-row.module.css'

type Values = { name: string }
export type PasswordState = ActionState<Values, FieldReason, 'dead-link' | 'wrong-password' | 'wait'>

type Props = {
  action: (previous: PasswordState, form: FormData) => Promise<PasswordState>
  title: string
  /** Of whose account: a password manager keeps it with the password. */
  email: string
  /** Asked too: the name, for a new account (with what it is now), or the password of now. */
  also?: { ask: 'name'; name: string } | { ask: 'current' }
  button: string
  /** Comes above the form. */
  children?: ReactNode
}

const refusals: Record<'dead-link' | 'wait', News> = {
  'dead-link': {
    lead: 'Deze link werkt niet meer.',
    text: 'Hij was te oud of is al gebruikt. Er is niets veranderd. Vraag een nieuwe.',
  },
  wait: {
    lead: 'Probeer het over een kwartier opnieuw.',
    text: 'Je wachtwoord van nu is te vaak verkeerd ingevuld. Je wachtwoord is niet veranderd.',
  },
}

const wrongPassword = 'Dit is niet je wachtwoord van nu. Kijk het na'

/** Chooses a password: for a new account, in place of one that was forgotten, or another one. */
export function PasswordForm({ action, title, email, also, button, children }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const isWrong = state.status === 'refused' && state.reason === 'wrong-password'
  const invalid = state.status === 'invalid' ? errorsOf(state.errors) : {}
  const errors = isWrong ? { current: wrongPassword } : invalid
  const news = state.status === 'refused' && state.reason !== 'wrong-password' ? refusals[state.reason] : null
  return (
    <>
      {children}
      <FormHead title={title} errors={errors} refusal={news} sending={state} />
      <form action={send} noValidate>
        {/* Not to be typed: so that a password manager knows which account this is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        {also?.ask === 'name' ? (
          <TextField
            id="veld-name"
            name="name"
            label="Naam"
            autoComplete="name"
            defaultValue={state.status === 'idle' ? also.name : state.values.name}
            error={errors.name}
          />
        ) : null}
        {also?.ask === 'current' ? (
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
          label={also?.ask === 'name' ? 'Wachtwoord' : 'Nieuw wachtwoord'}
          hint={`Minstens ${passwordLength.min} tekens. Een zin of een wachtwoord uit een wachtwoordkluis is goed.`}
          autoComplete="new-password"
          error={errors.password}
        />
        <div className={styles.row}>
          <SubmitButton>{button}</SubmitButton>
        </div>
      </form>
    </>
  )
}
