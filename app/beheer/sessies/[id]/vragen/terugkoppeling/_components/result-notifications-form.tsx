'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { resultNotificationRefusals } from '@/app/beheer/sessies/[id]/vragen/_components/result-notifications-copy'
import { SelectField } from '@/components/form/fields/select-field'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import type { SendResultsRefusal } from '@/lib/triage/schema'
import { type ResultNotificationsPreview, ResultNotificationsPreviewPanel } from './result-notifications-preview'

/** `as`: id of the question whose mail is previewed. */
export type ResultNotificationsState = FormState<
  { as: string },
  never,
  SendResultsRefusal,
  never,
  ResultNotificationsPreview
>

type Props = {
  action: FormAction<ResultNotificationsState>
  title: string
  /** The questions whose asker still gets a mail. */
  pendingQuestions: { value: string; label: string }[]
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

/** Mails each asker the result of the question, in two steps: preview and confirm. */
export function ResultNotificationsForm({ action, title, pendingQuestions }: Props) {
  const form = useFormAction(action, {
    values: { as: pendingQuestions[0]?.value ?? '' },
    describeRefusal: (reason) => resultNotificationRefusals[reason],
  })
  const { state, send, preview, refusal } = form
  const selectedId = form.values.as
  return (
    <>
      <FormFeedback pageTitle={`Terugkoppeling ${title}`} refusal={refusal} submission={state} />
      {preview?.staleReason ? (
        <Callout role="status" title={staleMessages[preview.staleReason]}>
          Er is niets gemaild. Kijk hieronder of het zo klopt.
        </Callout>
      ) : null}
      <Flow>
        <Heading level={2}>Laten weten wat er met de vragen is gedaan</Heading>
        {pendingQuestions.length === 0 ? <Paragraph>Er is niemand die nog een mail krijgt.</Paragraph> : explanation}
      </Flow>
      {pendingQuestions.length === 0 ? null : (
        <form action={send}>
          {preview ? <ResultNotificationsPreviewPanel preview={preview} submission={form.previewSubmission} /> : null}
          <SelectField key={selectedId} id="veld-as" name="as" label="Bekijk de mail over" defaultValue={selectedId}>
            <Options options={pendingQuestions} />
          </SelectField>
          <div className={styles.row}>
            <FormButton intent="preview" primary={preview === null}>
              Bekijk de mail
            </FormButton>
          </div>
        </form>
      )}
    </>
  )
}
