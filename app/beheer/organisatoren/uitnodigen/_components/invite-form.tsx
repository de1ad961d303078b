'use client'

import { type ReactNode, useActionState } from 'react'
import { type Flash, FormFeedback } from '@/app/beheer/_components/form-feedback'
import { roleHints, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import { OrganiserFields } from '@/app/beheer/_components/organiser/organiser-fields'
import { organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { ActionState } from '@/components/form/action-state'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { SubmitButton } from '@/components/form/submit-button'
import { type FieldReason, roles } from '@/lib/organisers/schema'

type Values = { name: string; email: string; role: string }
export type InviteState = ActionState<Values, FieldReason, 'not-allowed' | 'exists'>

const refusals: Record<'not-allowed' | 'exists', Flash> = {
  exists: {
    title: 'Dit e-mailadres staat al in de lijst.',
    text: 'Kijk bij Organisatoren: daar stuur je een nieuwe uitnodiging, of geef je iemand weer toegang.',
  },
  'not-allowed': { title: 'Uitnodigen mag je niet (meer).', text: 'Jouw rol of toegang is net veranderd.' },
}

type Props = {
  action: (previous: InviteState, form: FormData) => Promise<InviteState>
  /** Comes above the form. */
  children: ReactNode
}

/** Whom to invite, and what they may do. */
export function InviteForm({ action, children }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? organiserFieldErrors(state.errors, 'other') : {}
  const values = state.status === 'idle' ? { name: '', email: '', role: '' } : state.values
  return (
    <>
      {children}
      <FormFeedback
        pageTitle="Iemand uitnodigen"
        errors={errors}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        submission={state}
      />
      <form action={send} noValidate>
        <OrganiserFields owner="other" values={values} errors={errors} />
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
