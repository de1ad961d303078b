'use client'

import { Button, Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { resultNotificationRefusals } from '@/app/beheer/sessies/[id]/vragen/_components/result-notifications-copy'
import { SelectField } from '@/components/form/fields/select-field'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import type { SendResultsRefusal } from '@/lib/triage/schema'
import { type ResultNotificationsPreview, ResultNotificationsPreviewPanel } from './result-notifications-preview'

export type ResultNotificationsState =
  | { status: 'idle' }
  /** `because`: it was pressed, and something is not as it was looked at. */
  | {
      status: 'previewed'
      previewedQuestionId: string
      preview: ResultNotificationsPreview
      staleReason: 'changed' | 'recipients-changed' | null
    }
  | { status: 'refused'; reason: SendResultsRefusal }

type Props = {
  action: (previous: ResultNotificationsState, form: FormData) => Promise<ResultNotificationsState>
  title: string
  /** Questions of which the asker still hears what became of them: a word for each. */
  pendingQuestions: { id: string; label: string }[]
}

const staleMessages = {
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
export function ResultNotificationsForm({ action, title, pendingQuestions }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const selectedId = state.status === 'previewed' ? state.previewedQuestionId : (pendingQuestions[0]?.id ?? '')
  return (
    <>
      <FormFeedback
        pageTitle={`Terugkoppeling ${title}`}
        errors={{}}
        refusal={state.status === 'refused' ? resultNotificationRefusals[state.reason] : null}
        submission={state}
      />
      {state.status === 'previewed' && state.staleReason ? (
        <Callout role="status" title={staleMessages[state.staleReason]}>
          Er is niets gemaild. Kijk hieronder of het zo klopt.
        </Callout>
      ) : null}
      <Flow>
        <Heading level={2}>Laten weten wat er met de vragen is gedaan</Heading>
        {pendingQuestions.length === 0 ? <Paragraph>Er is niemand die nog een mail krijgt.</Paragraph> : explanation}
      </Flow>
      {pendingQuestions.length === 0 ? null : (
        <form action={send}>
          {state.status === 'previewed' ? (
            <ResultNotificationsPreviewPanel preview={state.preview} pending={pending} submission={state} />
          ) : null}
          <SelectField key={selectedId} id="veld-as" name="as" label="Bekijk de mail over" defaultValue={selectedId}>
            {pendingQuestions.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </SelectField>
          <div className={styles.row}>
            <Button
              type="submit"
              name="intent"
              value="preview"
              appearance={state.status === 'previewed' ? 'secondary-action-button' : 'primary-action-button'}
            >
              Bekijk de mail
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
