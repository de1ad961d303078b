'use client'

import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { FieldReason } from '@/lib/organisers/schema'
import { FormHead } from './form-head'
import { errorsOf } from './login-words'
import styles from './send-row.module.css'

export type RenameState = ActionState<{ name: string }, FieldReason, never>

type Props = { action: (previous: RenameState, form: FormData) => Promise<RenameState>; name: string }

/** Another name for one's own account. */
export function RenameForm({ action, name }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? errorsOf(state.errors) : {}
  return (
    <>
      <FormHead title="Verander je naam" errors={errors} sending={state} />
      <form action={send} noValidate>
        <TextField
          id="veld-name"
          name="name"
          label="Naam"
          autoComplete="name"
          defaultValue={state.status === 'idle' ? name : state.values.name}
          error={errors.name}
        />
        <div className={styles.row}>
          <SubmitButton>Bewaren</SubmitButton>
        </div>
      </form>
    </>
  )
}
