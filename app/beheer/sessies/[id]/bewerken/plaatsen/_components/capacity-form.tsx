'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { capacityErrors, capacityRefusals } from '@/app/beheer/sessies/_components/capacity-copy'
import { TextField } from '@/components/form/fields/text-field'
import { PreviewButton } from '@/components/form/preview/preview-button'
import { Flow } from '@/components/ui/page/flow'
import type { CapacityFieldReason, CapacityRefusal } from '@/lib/registrations/waitlist/schema'
import { type CapacityPreview, CapacityPreviewPanel } from './capacity-preview'

/** What was typed, and (`seen`) the number that it was typed over; empty stands for no limit. */
export type CapacityValues = { capacity: string; seen: string }

export type CapacityState =
  | { status: 'idle' }
  | ({ values: CapacityValues; preview: CapacityPreview | null } & (
      | { status: 'invalid'; reason: CapacityFieldReason }
      | { status: 'refused'; reason: CapacityRefusal | 'nothing-changed' }
      /** `again`: the button was pressed, and another number was filled in than what had been looked at. */
      | { status: 'previewed'; isStale: boolean }
    ))

type Props = {
  action: (previous: CapacityState, form: FormData) => Promise<CapacityState>
  session: { title: string; capacity: number | null }
}

const refusals = {
  ...capacityRefusals,
  'nothing-changed': { title: 'Er verandert niets.', text: 'Dit aantal stond er al.' },
}

/** The number of places of a kennissessie in two steps: fill in and look, then do it. */
export function CapacityForm({ action, session }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const error = state.status === 'invalid' ? capacityErrors[state.reason] : undefined
  const currentCapacity = session.capacity?.toString() ?? ''
  const { values, preview } =
    state.status === 'idle' ? { values: { capacity: currentCapacity, seen: currentCapacity }, preview: null } : state
  return (
    <>
      <FormFeedback
        pageTitle={`Plaatsen ${session.title}`}
        errors={error ? { capacity: error } : {}}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        submission={state}
      />
      <Flow>
        <Heading level={2}>Aantal plaatsen</Heading>
        {preview ? null : (
          <Paragraph>
            Zijn alle plaatsen bezet? Dan komt wie zich aanmeldt op de wachtlijst. Komt er een plek vrij, dan krijgt wie
            het langst wacht vanzelf een mail. Je ziet eerst wat er verandert.
          </Paragraph>
        )}
      </Flow>
      <form action={send} noValidate>
        <input type="hidden" name="seen" value={values.seen} />
        {preview ? (
          <CapacityPreviewPanel
            preview={preview}
            isStale={state.status === 'previewed' && state.isStale}
            pending={pending}
            submission={state.status === 'previewed' ? state : null}
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
          <PreviewButton isPreviewed={preview !== null} verb="verandert" />
        </div>
      </form>
    </>
  )
}
