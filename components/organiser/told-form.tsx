'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Note } from '@/components/form/note'
import { Refused } from '@/components/form/refused'
import { TextAreaField } from '@/components/form/text-area-field'
import { type TriageFieldReason, type TriageRefusal, triageLimits } from '@/lib/questions/schema'
import { triageErrors, triageRefusals } from './question-words'
import styles from './release-form.module.css'

export type ToldValues = { clarification: string; version: string }
export type ToldState = ActionState<ToldValues, TriageFieldReason, TriageRefusal> | { status: 'saved' }

type Props = {
  action: (previous: ToldState, form: FormData) => Promise<ToldState>
  question: { place: string; clarification: string; version: number }
}

/** What the asker told, typed in by an organiser. */
export function ToldForm({ action, question }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? triageErrors(state.errors) : {}
  const failed = state.status === 'invalid' || state.status === 'refused'
  const { clarification, version } = failed
    ? state.values
    : { clarification: question.clarification, version: String(question.version) }
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Toelichting bij vraag van ${question.place} - Aanschuif beheer`}</title>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ id: `veld-${field}`, message }))}
        sending={state}
      />
      {state.status === 'refused' ? (
        <Refused lead={triageRefusals[state.reason].lead} sending={state}>
          {triageRefusals[state.reason].text}
          {state.reason === 'changed-meanwhile'
            ? ` Nu staat er: ${question.clarification || 'nog geen toelichting'}. Bewaar je nog een keer, dan geldt wat jij invulde.`
            : null}
        </Refused>
      ) : null}
      {state.status === 'saved' ? <Note tone="good" role="status" lead="Bewaard." /> : null}
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
