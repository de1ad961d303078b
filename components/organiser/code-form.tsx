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
import { errorsOf, wrongCode } from './login-words'
import styles from './send-row.module.css'

export type CodeState = ActionState<object, FieldReason, 'wrong' | 'wait'>

type Props = {
  action: (previous: CodeState, form: FormData) => Promise<CodeState>
  /** The page that was asked for. */
  after: string
}

const wait = {
  lead: 'Wacht een kwartier en log dan opnieuw in.',
  text: 'Er is te vaak een verkeerde code ingevuld. Daarom gaat het nu even niet, ook niet met de goede code.',
}

/** The second step of logging in. */
export function CodeForm({ action, after }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? errorsOf(state.errors) : {}
  const isWrong = state.status === 'refused' && state.reason === 'wrong'
  const shown = isWrong ? { code: wrongCode } : errors
  return (
    <>
      <PageTitle size="calm" over="Inloggen, stap 2 van 2">
        Geef de code uit je app
      </PageTitle>
      <FormHead
        title="Inloggen, stap 2"
        errors={shown}
        refusal={state.status === 'refused' && !isWrong ? wait : null}
        sending={state}
      />
      <form action={send} noValidate>
        <input type="hidden" name="naar" value={after} />
        <TextField
          id="veld-code"
          name="code"
          label="Code"
          hint="Zes cijfers. Heb je je telefoon niet bij je? Vul dan een van je herstelcodes in."
          autoComplete="one-time-code"
          error={shown.code}
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
