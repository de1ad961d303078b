'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Refused } from '@/components/form/refused'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { PageTitle } from '@/components/layout/page-title'
import type { FieldReason } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'
import { errorsOf, wrongLogin } from './login-words'
import styles from './send-row.module.css'

type Values = { email: string }
export type LoginState =
  | ActionState<Values, FieldReason, 'wrong'>
  | { status: 'refused'; reason: 'wait'; minutes: number; values: Values }

type Props = {
  action: (previous: LoginState, form: FormData) => Promise<LoginState>
  /** The page that was asked for. */
  after: string
  /** Comes above the form, as long as nothing went wrong. */
  children?: ReactNode
}

export function LoginForm({ action, after, children }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = fieldErrors(state)
  const failed = state.status !== 'idle'
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Inloggen - Aanschuif beheer`}</title>
      <PageTitle size="calm">Inloggen</PageTitle>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ id: `veld-${field}`, message }))}
        sending={state}
      />
      {state.status === 'refused' && state.reason === 'wait' ? <Wait minutes={state.minutes} sending={state} /> : null}
      {failed ? null : children}
      <form action={send} noValidate>
        <input type="hidden" name="naar" value={after} />
        <TextField
          id="veld-email"
          name="email"
          type="email"
          label="E-mailadres"
          autoComplete="username"
          defaultValue={failed ? state.values.email : ''}
          error={errors.email}
        />
        <TextField
          id="veld-password"
          name="password"
          type="password"
          label="Wachtwoord"
          autoComplete="current-password"
          error={errors.password}
        />
        <div className={styles.row}>
          <SubmitButton>Inloggen</SubmitButton>
        </div>
      </form>
      <Paragraph className={styles.after}>
        <Link href={routes.forgotPassword()}>Wachtwoord vergeten?</Link>
      </Paragraph>
    </>
  )
}

function fieldErrors(state: LoginState): Record<string, string> {
  if (state.status === 'invalid') return errorsOf(state.errors)
  return state.status === 'refused' && state.reason === 'wrong' ? { email: wrongLogin } : {}
}

function Wait({ minutes, sending }: { minutes: number; sending: unknown }) {
  const time = minutes === 1 ? '1 minuut' : `${minutes} minuten`
  return (
    <Refused lead={`Wacht nog ${time} en probeer het dan opnieuw.`} sending={sending}>
      Er is een paar keer achter elkaar geprobeerd in te loggen met een verkeerd wachtwoord. Daarom gaat inloggen nu
      even niet, ook niet met het goede wachtwoord. Zo kan niemand een wachtwoord raden.
    </Refused>
  )
}
