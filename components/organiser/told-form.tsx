'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import type { ActionState } from '@/components/form/action-state'
import { TextAreaField } from '@/components/form/text-area-field'
import { type TriageFieldReason, type TriageRefusal, triageLimits } from '@/lib/questions/schema'
import { FormHead } from './form-head'
import { triageErrors, triageRefusal } from './question-words'
import styles from './release-form.module.css'

export type ToldValues = { clarification: string; version: string }
export type ToldState = ActionState<ToldValues, TriageFieldReason, TriageRefusal> | { status: 'saved' }

type Props = {
  state: ToldState
  send: (form: FormData) => void
  pending: boolean
  question: { place: string; clarification: string; version: number }
}

/** What the asker told, typed in by an organiser. */
export function ToldForm({ state, send, pending, question }: Props) {
  const errors = state.status === 'invalid' ? triageErrors(state.errors) : {}
  const failed = state.status === 'invalid' || state.status === 'refused'
  const { clarification, version } = failed
    ? state.values
    : { clarification: question.clarification, version: String(question.version) }
  return (
    <>
      <FormHead
        title={null}
        errors={errors}
        refusal={state.status === 'refused' ? triageRefusal(state.reason, standsNow(question)) : null}
        done={state.status === 'saved' ? { lead: 'Bewaard.' } : null}
        sending={state}
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
const standsNow = ({ clarification }: Props['question']) => `Nu staat er: ${clarification || 'nog geen toelichting'}.`
