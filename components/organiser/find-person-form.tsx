'use client'

import { type ReactNode, useActionState } from 'react'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { PersonFieldReason } from '@/lib/privacy/schema'
import { FormHead } from './form-head'
import { FoundPeople, type FoundPerson } from './found-people'
import styles from './send-row.module.css'

export type FindPersonState =
  | { status: 'idle' }
  | { status: 'invalid'; reason: PersonFieldReason; email: string }
  /** `organiserId`: an account at the desk that has the address. */
  | { status: 'looked'; email: string; people: FoundPerson[]; organiserId: string | null }

const errors: Record<PersonFieldReason, string> = {
  missing: 'Vul het e-mailadres in van de persoon die je zoekt',
  invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@gemeente.nl',
}

type Props = {
  action: (previous: FindPersonState, form: FormData) => Promise<FindPersonState>
  /** Somebody was erased a moment ago. */
  erased: boolean
  children: ReactNode
}

/** Looks for what is kept of somebody. */
export function FindPersonForm({ action, erased, children }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const error = state.status === 'invalid' ? errors[state.reason] : undefined
  return (
    <>
      <FormHead
        title="Wat bewaren we van iemand?"
        errors={error ? { email: error } : {}}
        done={erased && state.status === 'idle' ? done : null}
        sending={state.status === 'idle' ? erased : state}
      />
      {children}
      {state.status === 'looked' ? <FoundPeople {...state} sending={state} /> : null}
      <form action={send} noValidate>
        <TextField
          id="veld-email"
          name="email"
          type="email"
          label="E-mailadres"
          error={error}
          defaultValue={state.status === 'idle' ? '' : state.email}
          autoComplete="off"
        />
        <div className={styles.row}>
          <SubmitButton>Zoek</SubmitButton>
        </div>
      </form>
    </>
  )
}

const done = {
  lead: 'Alles van deze persoon is gewist.',
  text: 'Laat het de persoon zelf weten: de site heeft het adres niet meer. In het logboek staat dat er iets gewist is, niet van wie.',
}
