'use client'

import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { resultNotificationRefusals } from '@/app/beheer/sessies/[id]/vragen/_components/result-notifications-copy'
import { describeTriageRefusal, triageErrorMessages } from '@/components/triage/triage-copy'
import type { ResultTextRefusal, TriageFieldReason } from '@/lib/triage/schema'
import { ResultTextField } from './result-text-field'

export type ResultTextState = FormState<
  { resultText: string; version: string },
  TriageFieldReason,
  ResultTextRefusal,
  'saved'
>

type Props = {
  action: FormAction<ResultTextState>
  question: { workplace: string; resultText: string; version: number }
  /** Whether the mail about the question is still to go out. A rejected text stays in the form afterwards. */
  canWrite: boolean
}

/** The only change that a closed triage round still allows. */
export function ResultTextForm({ action, question, canWrite }: Props) {
  const { state, send, values, field, result, ...form } = useFormAction(action, {
    values: { resultText: question.resultText, version: String(question.version) },
    describeErrors: triageErrorMessages,
    describeRefusal: (reason) => refusalMessage(reason, question),
  })
  const isRejected = state.status === 'invalid' || state.status === 'refused'
  return (
    <>
      <FormFeedback
        pageTitle={`Vraag van ${question.workplace}`}
        errors={form.errors}
        refusal={form.refusal}
        success={result && { title: 'Bewaard.' }}
        submission={state}
      />
      {canWrite || isRejected ? (
        <form action={send} noValidate className={styles.form}>
          <input type="hidden" name="version" value={values.version} />
          <ResultTextField {...field('resultText')} />
          <div className={styles.buttons}>
            <FormButton primary>Bewaar de tekst</FormButton>
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
