'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import type { ActionState } from '@/components/form/action-state'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { describeTriageRefusal, triageErrorMessages } from '@/components/triage/triage-copy'
import { type TriageFieldReason, type TriageRefusal, triageLimits } from '@/lib/triage/schema'

export type RecordClarificationValues = { clarification: string; version: string }
export type RecordClarificationState =
  | ActionState<RecordClarificationValues, TriageFieldReason, TriageRefusal>
  | { status: 'saved' }

type Props = {
  state: RecordClarificationState
  send: (form: FormData) => void
  pending: boolean
  question: { workplace: string; clarification: string; version: number }
}

/** What the asker told, typed in by an organiser. */
export function RecordClarificationForm({ state, send, pending, question }: Props) {
  const errors = state.status === 'invalid' ? triageErrorMessages(state.errors) : {}
  const failed = state.status === 'invalid' || state.status === 'refused'
  const { clarification, version } = failed
    ? state.values
    : { clarification: question.clarification, version: String(question.version) }
  return (
    <>
      <FormFeedback
        pageTitle={null}
        errors={errors}
        refusal={state.status === 'refused' ? describeTriageRefusal(state.reason, currentTextSentence(question)) : null}
        success={state.status === 'saved' ? { title: 'Bewaard.' } : null}
        submission={state}
      />
      <form action={send} noValidate className={styles.form}>
        <Heading level={2}>Toelichting opschrijven</Heading>
        <input type="hidden" name="version" value={version} />
        <TextAreaField
          id="veld-clarification"
          name="clarification"
          label="Wat is er verteld?"
          hint="Staat bij de vraag, en in het overzicht voor de sprekers. Schrijf er geen namen in."
          rows={5}
          required={false}
          maxLength={triageLimits.clarification}
          defaultValue={clarification}
          error={errors.clarification}
        />
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary-action-button" aria-busy={pending || undefined}>
            Bewaar de toelichting
          </Button>
        </div>
      </form>
    </>
  )
}

/** What a colleague made of it. */
const currentTextSentence = ({ clarification }: Props['question']) =>
  `Nu staat er: ${clarification || 'nog geen toelichting'}.`
