'use client'

import { Heading } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { describeTriageRefusal, triageErrorMessages } from '@/components/triage/triage-copy'
import { type TriageFieldReason, type TriageRefusal, triageLimits } from '@/lib/triage/schema'

export type RecordClarificationState = FormState<
  { clarification: string; version: string },
  TriageFieldReason,
  TriageRefusal,
  'saved'
>

type Question = { clarification: string; version: number }

/** The state of the form, for the page that shares its title between two forms. */
export const useRecordClarification = (action: FormAction<RecordClarificationState>, question: Question) =>
  useFormAction(action, {
    values: { clarification: question.clarification, version: String(question.version) },
    describeErrors: triageErrorMessages,
    describeRefusal: (reason) => describeTriageRefusal(reason, currentTextSentence(question)),
  })

/** The clarification of the asker, typed in by an organiser. */
export function RecordClarificationForm({ form }: { form: ReturnType<typeof useRecordClarification> }) {
  const { state, send, values, field, errors, refusal, result } = form
  return (
    <>
      <FormFeedback
        pageTitle={null}
        errors={errors}
        refusal={refusal}
        success={result && { title: 'Bewaard.' }}
        submission={state}
      />
      <form action={send} noValidate className={styles.form}>
        <Heading level={2}>Toelichting opschrijven</Heading>
        <input type="hidden" name="version" value={values.version} />
        <TextAreaField
          {...field('clarification')}
          label="Wat is er verteld?"
          hint="Staat bij de vraag, en in het overzicht voor de sprekers. Schrijf er geen namen in."
          rows={5}
          required={false}
          maxLength={triageLimits.clarification}
        />
        <div className={styles.buttons}>
          <FormButton primary>Bewaar de toelichting</FormButton>
        </div>
      </form>
    </>
  )
}

/** What a colleague saved meanwhile. */
const currentTextSentence = ({ clarification }: Question) => `Nu staat er: ${clarification || 'nog geen toelichting'}.`
