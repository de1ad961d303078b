'use client'

import { Button, Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { Note } from '@/components/form/note'
import { SelectField } from '@/components/form/select-field'
import { Flow } from '@/components/layout/flow'
import type { OutcomeRefusal } from '@/lib/questions/schema'
import { FormHead } from './form-head'
import { OutcomeLook, type OutcomeView } from './outcome-look'
import { outcomeRefusals } from './outcome-words'
import styles from './send-row.module.css'

export type OutcomeState =
  | { status: 'idle' }
  /** `because`: it was pressed, and something is not as it was looked at. */
  | { status: 'look'; as: string; look: OutcomeView; because: 'changed' | 'recipients-changed' | null }
  | { status: 'refused'; reason: OutcomeRefusal }

type Props = {
  action: (previous: OutcomeState, form: FormData) => Promise<OutcomeState>
  title: string
  /** Questions of which the asker still hears what became of them: a word for each. */
  untold: { id: string; label: string }[]
}

const becauses = {
  changed: 'Er is net iets aan de vragen veranderd.',
  'recipients-changed': 'Het aantal mensen is net veranderd.',
} as const

const explanation = (
  <Paragraph>
    Iedereen die een vraag stelde, krijgt één mail. Daarin staat de vraag, en wat ermee is gedaan. Wil je bij een vraag
    iets eigens zeggen? Dat schrijf je bij die vraag zelf.
  </Paragraph>
)

/** Telling each asker what became of the question, in two steps: look, and send. */
export function OutcomeForm({ action, title, untold }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const as = state.status === 'look' ? state.as : (untold[0]?.id ?? '')
  return (
    <>
      <FormHead
        title={`Terugkoppeling ${title}`}
        errors={{}}
        refusal={state.status === 'refused' ? outcomeRefusals[state.reason] : null}
        sending={state}
      />
      {state.status === 'look' && state.because ? (
        <Note role="status" lead={becauses[state.because]}>
          Er is niets gemaild. Kijk hieronder of het zo klopt.
        </Note>
      ) : null}
      <Flow>
        <Heading level={2}>Laten weten wat er met de vragen is gedaan</Heading>
        {untold.length === 0 ? <Paragraph>Er is niemand die nog een mail krijgt.</Paragraph> : explanation}
      </Flow>
      {untold.length === 0 ? null : (
        <form action={send}>
          {state.status === 'look' ? <OutcomeLook look={state.look} pending={pending} sending={state} /> : null}
          <SelectField key={as} id="veld-as" name="as" label="Bekijk de mail over" defaultValue={as}>
            {untold.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </SelectField>
          <div className={styles.row}>
            <Button
              type="submit"
              name="press"
              value="look"
              appearance={state.status === 'look' ? 'secondary-action-button' : 'primary-action-button'}
            >
              Bekijk de mail
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
