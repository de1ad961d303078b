'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import { organiserFieldErrors, wrongCodeMessage } from '@/app/beheer/_components/organiser/organiser-form-errors'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { ActionState } from '@/components/form/action-state'
import { TextField } from '@/components/form/fields/text-field'
import { SubmitButton } from '@/components/form/submit-button'
import { PageTitle } from '@/components/ui/page/page-title'
import type { FieldReason } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

export type LoginCodeState = ActionState<object, FieldReason, 'wrong' | 'wait'>

type Props = {
  action: (previous: LoginCodeState, form: FormData) => Promise<LoginCodeState>
  /** The page that was asked for. */
  returnPath: string
}

const tooManyAttempts = {
  title: 'Wacht een kwartier en log dan opnieuw in.',
  text: 'Er is te vaak een verkeerde code ingevuld. Daarom gaat het nu even niet, ook niet met de goede code.',
}

/** The second step of logging in. */
export function LoginCodeForm({ action, returnPath }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? organiserFieldErrors(state.errors) : {}
  const isWrongCode = state.status === 'refused' && state.reason === 'wrong'
  const fieldErrors = isWrongCode ? { code: wrongCodeMessage } : errors
  return (
    <>
      <PageTitle size="calm" eyebrow="Inloggen, stap 2 van 2">
        Geef de code uit je app
      </PageTitle>
      <FormFeedback
        pageTitle="Inloggen, stap 2"
        errors={fieldErrors}
        refusal={state.status === 'refused' && !isWrongCode ? tooManyAttempts : null}
        submission={state}
      />
      <form action={send} noValidate>
        <input type="hidden" name="naar" value={returnPath} />
        <TextField
          id="veld-code"
          name="code"
          label="Code"
          hint="Zes cijfers. Heb je je telefoon niet bij je? Vul dan een van je herstelcodes in."
          autoComplete="one-time-code"
          error={fieldErrors.code}
          inputProps={{ autoCapitalize: 'off', spellCheck: false }}
        />
        <div className={styles.row}>
          <SubmitButton>Inloggen</SubmitButton>
        </div>
      </form>
      <Paragraph className={styles.after}>
        Ook je herstelcodes kwijt? Een beheerder kan deze stap voor je uitzetten.{' '}
        <Link href={routes.login()}>Terug naar stap 1</Link>
      </Paragraph>
    </>
  )
}
