'use client'

import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import { organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { ActionState } from '@/components/form/action-state'
import { TextField } from '@/components/form/fields/text-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { FieldReason } from '@/lib/organisers/schema'

export type RenameState = ActionState<{ name: string }, FieldReason, never>

type Props = { action: (previous: RenameState, form: FormData) => Promise<RenameState>; name: string }

/** Another name for one's own account. */
export function RenameForm({ action, name }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? organiserFieldErrors(state.errors) : {}
  return (
    <>
      <FormFeedback pageTitle="Verander je naam" errors={errors} submission={state} />
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
