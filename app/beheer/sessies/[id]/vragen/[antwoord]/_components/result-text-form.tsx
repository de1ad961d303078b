'use client'

import { Button } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { resultNotificationRefusals } from '@/app/beheer/sessies/[id]/vragen/_components/result-notifications-copy'
import type { ActionState } from '@/components/form/action-state'
import { describeTriageRefusal, triageErrorMessages } from '@/components/triage/triage-copy'
import type { ResultTextRefusal, TriageFieldReason } from '@/lib/triage/schema'
import { ResultTextField } from './result-text-field'

export type ResultTextValues = { resultText: string; version: string }
export type ResultTextState = ActionState<ResultTextValues, TriageFieldReason, ResultTextRefusal> | { status: 'saved' }

type Props = {
  action: (previous: ResultTextState, form: FormData) => Promise<ResultTextState>
  question: { workplace: string; resultText: string; version: number }
  /** The mail about it has not gone out yet. Afterwards somebody who was too late still has what they wrote. */
  canWrite: boolean
}

/** All that can still be written about a question in a vragenronde that is closed. */
export function ResultTextForm({ action, question, canWrite }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? triageErrorMessages(state.errors) : {}
  const failed = state.status === 'invalid' || state.status === 'refused'
  const { resultText, version } = failed
    ? state.values
    : { resultText: question.resultText, version: String(question.version) }
  return (
    <>
      <FormFeedback
        pageTitle={`Vraag van ${question.workplace}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusalMessage(state.reason, question) : null}
        success={state.status === 'saved' ? { title: 'Bewaard.' } : null}
        submission={state}
      />
      {canWrite || failed ? (
        <form action={send} noValidate className={styles.form}>
          <input type="hidden" name="version" value={version} />
          <ResultTextField defaultValue={resultText} error={errors.resultText} />
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

function refusalMessage(reason: ResultTextRefusal, { resultText }: Props['question']) {
  if (reason === 'session-not-ended') return resultNotificationRefusals[reason]
  return describeTriageRefusal(reason, `Nu staat er: ${resultText || 'geen eigen tekst'}.`)
}
