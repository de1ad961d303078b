'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import { organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { ActionState } from '@/components/form/action-state'
import { TextField } from '@/components/form/fields/text-field'
import { SubmitButton } from '@/components/form/submit-button'
import { PageTitle } from '@/components/ui/page/page-title'
import type { FieldReason } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

type Values = { email: string }
export type ForgotPasswordState = ActionState<Values, FieldReason, 'wait'> | { status: 'requested'; values: Values }

type Props = { action: (previous: ForgotPasswordState, form: FormData) => Promise<ForgotPasswordState> }

/** Asks for a link to choose a new password. */
export function ForgotPasswordForm({ action }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? organiserFieldErrors(state.errors) : {}
  const tooManyRequests = {
    title: 'Wacht even.',
    text: 'Er is een paar keer om een link gevraagd. Probeer het over een uur opnieuw.',
  }
  const linkRequested = {
    title: 'Kijk in je mail.',
    text: 'Hoort dit adres bij een organisator? Dan is er een mail onderweg met een link. Die werkt één uur. Niets gekregen? Kijk bij ongewenste mail, of vraag het een beheerder.',
  }
  return (
    <>
      <PageTitle size="calm">Wachtwoord vergeten?</PageTitle>
      <Paragraph>Vul je e-mailadres in. Je krijgt een mail met een link om een nieuw wachtwoord te kiezen.</Paragraph>
      <FormFeedback
        pageTitle="Wachtwoord vergeten"
        errors={errors}
        refusal={state.status === 'refused' ? tooManyRequests : null}
        success={state.status === 'requested' ? linkRequested : null}
        submission={state}
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
