'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import { organiserFieldErrors, wrongLoginMessage } from '@/app/beheer/_components/organiser/organiser-form-errors'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextField } from '@/components/form/fields/text-field'
import { FormError } from '@/components/form/form-error'
import { SubmitButton } from '@/components/form/submit-button'
import { PageTitle } from '@/components/ui/page/page-title'
import type { FieldReason } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

type Values = { email: string }
export type LoginState =
  | ActionState<Values, FieldReason, 'wrong'>
  | { status: 'refused'; reason: 'wait'; minutes: number; values: Values }

type Props = {
  action: (previous: LoginState, form: FormData) => Promise<LoginState>
  /** The page that was asked for. */
  returnPath: string
  /** Comes above the form, as long as nothing went wrong. */
  children?: ReactNode
}

export function LoginForm({ action, returnPath, children }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = fieldErrors(state)
  const hasFailed = state.status !== 'idle'
  return (
    <>
      <title>{`${hasFailed ? 'Fout: ' : ''}Inloggen - Aanschuif beheer`}</title>
      <PageTitle size="calm">Inloggen</PageTitle>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ id: `veld-${field}`, message }))}
        submission={state}
      />
      {state.status === 'refused' && state.reason === 'wait' ? (
        <TooManyAttempts minutes={state.minutes} submission={state} />
      ) : null}
      {hasFailed ? null : children}
      <form action={send} noValidate>
        <input type="hidden" name="naar" value={returnPath} />
        <TextField
          id="veld-email"
          name="email"
          type="email"
          label="E-mailadres"
          autoComplete="username"
          defaultValue={hasFailed ? state.values.email : ''}
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
  if (state.status === 'invalid') return organiserFieldErrors(state.errors)
  return state.status === 'refused' && state.reason === 'wrong' ? { email: wrongLoginMessage } : {}
}

function TooManyAttempts({ minutes, submission }: { minutes: number; submission: unknown }) {
  const time = minutes === 1 ? '1 minuut' : `${minutes} minuten`
  return (
    <FormError title={`Wacht nog ${time} en probeer het dan opnieuw.`} submission={submission}>
      Er is een paar keer achter elkaar geprobeerd in te loggen met een verkeerd wachtwoord. Daarom gaat inloggen nu
      even niet, ook niet met het goede wachtwoord. Zo kan niemand een wachtwoord raden.
    </FormError>
  )
}
