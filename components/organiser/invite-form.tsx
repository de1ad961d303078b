'use client'

import { type ReactNode, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { RadioGroup } from '@/components/form/radio-group'
import { SubmitButton } from '@/components/form/submit-button'
import { type FieldReason, roles } from '@/lib/organisers/schema'
import { FormHead, type News } from './form-head'
import { errorsOf } from './login-words'
import { roleHints, roleLabels } from './people-words'
import { PersonFields } from './person-fields'
import styles from './send-row.module.css'

type Values = { name: string; email: string; role: string }
export type InviteState = ActionState<Values, FieldReason, 'not-allowed' | 'exists'>

const refusals: Record<'not-allowed' | 'exists', News> = {
  exists: {
    lead: 'Dit e-mailadres staat al in de lijst.',
    text: 'Kijk bij Organisatoren: daar stuur je een nieuwe uitnodiging, of geef je iemand weer toegang.',
  },
  'not-allowed': { lead: 'Uitnodigen mag je niet (meer).', text: 'Jouw rol of toegang is net veranderd.' },
}

type Props = {
  action: (previous: InviteState, form: FormData) => Promise<InviteState>
  /** Comes above the form. */
  children: ReactNode
}

/** Whom to invite, and what they may do. */
export function InviteForm({ action, children }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? errorsOf(state.errors, 'other') : {}
  const values = state.status === 'idle' ? { name: '', email: '', role: '' } : state.values
  return (
    <>
      {children}
      <FormHead
        title="Iemand uitnodigen"
        errors={errors}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        sending={state}
      />
      <form action={send} noValidate>
        <PersonFields whose="other" values={values} errors={errors} />
        <RadioGroup
          id="veld-role"
          name="role"
          label="Wat mag je collega?"
          defaultValue={values.role}
          error={errors.role}
          options={roles.map((role) => ({ value: role, label: `${roleLabels[role]}: ${roleHints[role]}` }))}
        />
        <div className={styles.row}>
          <SubmitButton>Stuur de uitnodiging</SubmitButton>
        </div>
      </form>
    </>
  )
}
