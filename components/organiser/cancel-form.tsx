'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { TextAreaField } from '@/components/form/text-area-field'
import { Flow } from '@/components/layout/flow'
import { type CancelFieldReason, type CancelRefusal, cancelLimits } from '@/lib/sessions/schema'
import { CancelLook, type CancelView } from './cancel-look'
import { cancelErrors, cancelRefusals } from './cancel-words'
import { FormHead } from './form-head'
import { LookButton } from './look-button'
import styles from './send-row.module.css'

export type CancelState =
  | { status: 'idle' }
  | ({ why: string; look: CancelView | null } & (
      | { status: 'invalid'; reason: CancelFieldReason }
      | { status: 'refused'; reason: CancelRefusal }
      /** `again`: the button was pressed, and another reason was given than what had been looked at. */
      | { status: 'looked'; again: boolean }
    ))

type Props = {
  action: (previous: CancelState, form: FormData) => Promise<CancelState>
  title: string
}

/** Cancelling a kennissessie in two steps: say why and look, then do it. */
export function CancelForm({ action, title }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const error = state.status === 'invalid' ? cancelErrors[state.reason] : undefined
  const { why, look } = state.status === 'idle' ? { why: '', look: null } : state
  return (
    <>
      <FormHead
        title={`Laten vervallen ${title}`}
        errors={error ? { why: error } : {}}
        refusal={state.status === 'refused' ? cancelRefusals[state.reason] : null}
        sending={state}
      />
      <Flow>
        <Heading level={2}>Laten vervallen</Heading>
        {look ? null : <Paragraph>Je ziet eerst wie een mail krijgt. Er gebeurt nog niets.</Paragraph>}
      </Flow>
      <form action={send} noValidate>
        {look ? (
          <CancelLook
            look={look}
            again={state.status === 'looked' && state.again}
            pending={pending}
            sending={state.status === 'looked' ? state : null}
          />
        ) : null}
        <TextAreaField
          id="veld-why"
          name="why"
          label="Waarom gaat de kennissessie niet door?"
          hint="Dit komt in de mail aan wie is aangemeld, en op de pagina van de kennissessie."
          maxLength={cancelLimits.why}
          defaultValue={why}
          error={error}
        />
        <div className={styles.row}>
          <LookButton looked={look !== null} what="gebeurt" />
        </div>
      </form>
    </>
  )
}
