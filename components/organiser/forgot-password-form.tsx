'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { PageTitle } from '@/components/layout/page-title'
import type { FieldReason } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'
import { FormHead } from './form-head'
import { errorsOf } from './login-words'
import styles from './send-row.module.css'

type Values = { email: string }
export type ForgotPasswordState = ActionState<Values, FieldReason, 'wait'> | { status: 'asked'; values: Values }

type Props = { action: (previous: ForgotPasswordState, form: FormData) => Promise<ForgotPasswordState> }

/** Asks for a link to choose a new password. */
export function ForgotPasswordForm({ action }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? errorsOf(state.errors) : {}
  const wait = {
    lead: 'Wacht even.',
    text: 'Er is een paar keer om een link gevraagd. Probeer het over een uur opnieuw.',
  }
  const asked = {
    lead: 'Kijk in je mail.',
    text: 'Hoort dit adres bij een organisator? Dan is er een mail onderweg met een link. Die werkt één uur. Niets gekregen? Kijk bij ongewenste mail, of vraag het een beheerder.',
  }
  return (
    <>
      <PageTitle size="calm">Wachtwoord vergeten?</PageTitle>
      <Paragraph>Vul je e-mailadres in. Je krijgt een mail met een link om een nieuw wachtwoord te kiezen.</Paragraph>
      <FormHead
        title="Wachtwoord vergeten"
        errors={errors}
        refusal={state.status === 'refused' ? wait : null}
        done={state.status === 'asked' ? asked : null}
        sending={state}
      />
      <form action={send} noValidate>
        <TextField
          id="veld-email"
          name="email"
          type="email"
          label="E-mailadres"
          autoComplete="username"
          defaultValue={state.status === 'idle' ? '' : state.values.email}
          error={errors.email}
        />
        <div className={styles.row}>
          <SubmitButton>Stuur me een link</SubmitButton>
        </div>
      </form>
      <Paragraph className={styles.after}>
        <Link href={routes.login()}>Terug naar inloggen</Link>
      </Paragraph>
    </>
  )
}
