'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { OrganiserFields } from '@/app/beheer/_components/organiser/organiser-fields'
import { organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextField } from '@/components/form/fields/text-field'
import { FormError } from '@/components/form/form-error'
import { SubmitButton } from '@/components/form/submit-button'
import { PageTitle } from '@/components/ui/page/page-title'
import { type FieldReason, passwordLength } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

type Values = { name: string; email: string }
export type FirstOrganiserState = ActionState<Values, FieldReason, 'wrong-key' | 'exists'>

type Props = {
  action: (previous: FirstOrganiserState, form: FormData) => Promise<FirstOrganiserState>
  setupKey: string
}

export function FirstOrganiserForm({ action, setupKey }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? organiserFieldErrors(state.errors) : {}
  const values = state.status === 'idle' ? { name: '', email: '' } : state.values
  return (
    <>
      <title>{`${state.status === 'idle' ? '' : 'Fout: '}De eerste organisator - Aanschuif beheer`}</title>
      <PageTitle size="calm">Maak het account van de eerste organisator</PageTitle>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ id: `veld-${field}`, message }))}
        submission={state}
      />
      {state.status === 'refused' ? (
        <FormError title="Het account is niet gemaakt." submission={state}>
          Er is al een organisator, of de link klopt niet. <Link href={routes.login()}>Naar inloggen</Link>
        </FormError>
      ) : null}
      <Paragraph>Met dit account log je in en zie je wie zich aanmeldt. Daarna werkt deze link niet meer.</Paragraph>
      <form action={send} noValidate>
        <input type="hidden" name="sleutel" value={setupKey} />
        <OrganiserFields owner="own" values={values} errors={errors} />
        <TextField
          id="veld-password"
          name="password"
          type="password"
          label="Wachtwoord"
          hint={`Minstens ${passwordLength.min} tekens. Een zin of een wachtwoord uit een wachtwoordkluis is goed.`}
          autoComplete="new-password"
          error={errors.password}
        />
        <div className={styles.row}>
          <SubmitButton>Account maken</SubmitButton>
        </div>
      </form>
    </>
  )
}
