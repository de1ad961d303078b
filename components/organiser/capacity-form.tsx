'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { TextField } from '@/components/form/text-field'
import { Flow } from '@/components/layout/flow'
import type { CapacityFieldReason, CapacityRefusal } from '@/lib/registrations/schema-places'
import { CapacityLook, type CapacityView } from './capacity-look'
import { capacityErrors, capacityRefusals } from './capacity-words'
import { FormHead } from './form-head'
import { LookButton } from './look-button'
import styles from './send-row.module.css'

/** What was typed, and (`seen`) the number that it was typed over; empty stands for no limit. */
export type CapacityValues = { capacity: string; seen: string }

export type CapacityState =
  | { status: 'idle' }
  | ({ values: CapacityValues; look: CapacityView | null } & (
      | { status: 'invalid'; reason: CapacityFieldReason }
      | { status: 'refused'; reason: CapacityRefusal | 'nothing-changed' }
      /** `again`: the button was pressed, and another number was filled in than what had been looked at. */
      | { status: 'looked'; again: boolean }
    ))

type Props = {
  action: (previous: CapacityState, form: FormData) => Promise<CapacityState>
  session: { title: string; capacity: number | null }
}

const refusals = {
  ...capacityRefusals,
  'nothing-changed': { lead: 'Er verandert niets.', text: 'Dit aantal stond er al.' },
}

/** The number of places of a kennissessie in two steps: fill in and look, then do it. */
export function CapacityForm({ action, session }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const error = state.status === 'invalid' ? capacityErrors[state.reason] : undefined
  const now = session.capacity?.toString() ?? ''
  const { values, look } = state.status === 'idle' ? { values: { capacity: now, seen: now }, look: null } : state
  return (
    <>
      <FormHead
        title={`Plaatsen ${session.title}`}
        errors={error ? { capacity: error } : {}}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        sending={state}
      />
      <Flow>
        <Heading level={2}>Aantal plaatsen</Heading>
        {look ? null : (
          <Paragraph>
            Zijn alle plaatsen bezet? Dan komt wie zich aanmeldt op de wachtlijst. Komt er een plek vrij, dan krijgt wie
            het langst wacht vanzelf een mail. Je ziet eerst wat er verandert.
          </Paragraph>
        )}
      </Flow>
      <form action={send} noValidate>
        <input type="hidden" name="seen" value={values.seen} />
        {look ? (
          <CapacityLook
            look={look}
            again={state.status === 'looked' && state.again}
            pending={pending}
            sending={state.status === 'looked' ? state : null}
          />
        ) : null}
        <TextField
          id="veld-capacity"
          name="capacity"
          label="Hoeveel plaatsen zijn er?"
          required={false}
          hint="Laat leeg als er geen maximum is."
          defaultValue={values.capacity}
          error={error}
          autoComplete="off"
          inputProps={{ inputMode: 'numeric' }}
        />
        <div className={styles.row}>
          <LookButton looked={look !== null} what="verandert" />
        </div>
      </form>
    </>
  )
}
