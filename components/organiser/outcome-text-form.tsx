'use client'

import { Button } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import type { OutcomeTextRefusal, TriageFieldReason } from '@/lib/questions/schema'
import { FormHead } from './form-head'
import { OutcomeTextField } from './outcome-text-field'
import { outcomeRefusals } from './outcome-words'
import { triageErrors, triageRefusal } from './question-words'
import styles from './release-form.module.css'

export type OutcomeTextValues = { outcomeText: string; version: string }
export type OutcomeTextState =
  | ActionState<OutcomeTextValues, TriageFieldReason, OutcomeTextRefusal>
  | { status: 'saved' }

type Props = {
  action: (previous: OutcomeTextState, form: FormData) => Promise<OutcomeTextState>
  question: { place: string; outcomeText: string; version: number }
  /** The mail about it has not gone out yet. Afterwards somebody who was too late still has what they wrote. */
  canWrite: boolean
}

/** All that can still be written about a question in a vragenronde that is closed. */
export function OutcomeTextForm({ action, question, canWrite }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? triageErrors(state.errors) : {}
  const failed = state.status === 'invalid' || state.status === 'refused'
  const { outcomeText, version } = failed
    ? state.values
    : { outcomeText: question.outcomeText, version: String(question.version) }
  return (
    <>
      <FormHead
        title={`Vraag van ${question.place}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusalOf(state.reason, question) : null}
        done={state.status === 'saved' ? { lead: 'Bewaard.' } : null}
        sending={state}
      />
      {canWrite || failed ? (
        <form action={send} noValidate className={styles.form}>
          <input type="hidden" name="version" value={version} />
          <OutcomeTextField defaultValue={outcomeText} error={errors.outcomeText} />
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary-action-button" aria-busy={pending || undefined}>
              Bewaar de tekst
            </Button>
          </div>
        </form>
      ) : null}
    </>
  )
}

function refusalOf(reason: OutcomeTextRefusal, { outcomeText }: Props['question']) {
  if (reason === 'not-been') return outcomeRefusals[reason]
  return triageRefusal(reason, `Nu staat er: ${outcomeText || 'geen eigen tekst'}.`)
}
