'use client'

import type { ReactNode } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { fieldErrors } from '@/components/form/field-errors'
import { TextField } from '@/components/form/fields/text-field'
import type { PersonSearchReason } from '@/lib/privacy/schema'
import { FoundPeople, type FoundPerson } from './found-people'

/** `organiserId`: of the organiser who has the e-mail address. */
export type FindPersonState = FormState<
  { email: string },
  PersonSearchReason,
  never,
  { people: FoundPerson[]; organiserId: string | null }
>

const messages = {
  email: {
    missing: 'Vul het e-mailadres in van de persoon die je zoekt',
    invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@gemeente.nl',
  },
}

type Props = {
  action: FormAction<FindPersonState>
  /** Whether a person was erased a moment ago. */
  erased: boolean
  children: ReactNode
}

/** Searches the people of whom data is kept. */
export function FindPersonForm({ action, erased, children }: Props) {
  const form = useFormAction(action, {
    values: { email: '' },
    describeErrors: (errors) => fieldErrors<PersonSearchReason>(messages, errors),
  })
  const { state, result } = form
  return (
    <AdminForm
      form={form}
      title="Wat bewaren we van iemand?"
      success={erased && state.status === 'idle' ? erasedFlash : null}
      submission={state.status === 'idle' ? erased : state}
      intro={
        <>
          {children}
          {result ? <FoundPeople {...result} submission={state} /> : null}
        </>
      }
      submitLabel="Zoek"
    >
      <TextField {...form.field('email')} type="email" label="E-mailadres" autoComplete="off" />
    </AdminForm>
  )
}

const erasedFlash = {
  title: 'Alles van deze persoon is gewist.',
  text: 'Laat het de persoon zelf weten: de site heeft het adres niet meer. In het logboek staat dat er iets gewist is, niet van wie.',
}
