'use client'

import { type ReactNode, useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { TextField } from '@/components/form/fields/text-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { PersonSearchReason } from '@/lib/privacy/schema'
import { FoundPeople, type FoundPerson } from './found-people'

export type FindPersonState =
  | { status: 'idle' }
  | { status: 'invalid'; reason: PersonSearchReason; email: string }
  /** `organiserId`: an account at the desk that has the address. */
  | { status: 'found'; email: string; people: FoundPerson[]; organiserId: string | null }

const errorMessages: Record<PersonSearchReason, string> = {
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
  const error = state.status === 'invalid' ? errorMessages[state.reason] : undefined
  return (
    <>
      <FormFeedback
        pageTitle="Wat bewaren we van iemand?"
        errors={error ? { email: error } : {}}
        success={erased && state.status === 'idle' ? erasedFlash : null}
        submission={state.status === 'idle' ? erased : state}
      />
      {children}
      {state.status === 'found' ? <FoundPeople {...state} submission={state} /> : null}
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

const erasedFlash = {
  title: 'Alles van deze persoon is gewist.',
  text: 'Laat het de persoon zelf weten: de site heeft het adres niet meer. In het logboek staat dat er iets gewist is, niet van wie.',
}
