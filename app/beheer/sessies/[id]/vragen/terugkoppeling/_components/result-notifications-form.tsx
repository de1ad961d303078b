'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { peopleCount } from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import {
  resultNotificationRefusals,
  sendResultsLabel,
} from '@/app/beheer/sessies/[id]/vragen/_components/result-notifications-copy'
import { SelectField } from '@/components/form/fields/select-field'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { formatQuestionCount, triageStateLabels } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { SendResultsRefusal, TriageState } from '@/lib/triage/schema'

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

/** `expected` is the number of recipients. */
export type ResultNotificationsPreview = PreviewState<
  {
    mailPreview: MailPreview
    expected: number
    /** Number of questions in each state, without empty states. */
    states: { state: TriageState; count: number }[]
    /** Number of questions with a text of their own. */
    customTexts: number
    /** Number of guaranteed questions that were not treated, and have no text of their own. */
    brokenGuarantees: number
  },
  'changed' | 'recipients-changed'
>

type PreviewProps = { preview: ResultNotificationsPreview; submission: unknown }

/** Inside the form: one of the mails, and their number. */
function ResultNotificationsPreviewPanel({ preview, submission }: PreviewProps) {
  const { mailPreview, expected: recipients, states, customTexts, brokenGuarantees } = preview
  return (
    <ConfirmPanel
      title={`${peopleCount(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'} een mail`}
      preview={preview}
      submission={submission}
      intent="send"
      confirmLabel={sendResultsLabel(recipients)}
    >
      <DescriptionList
        layout="rows"
        items={[
          ...states.map(({ state, count }) => ({ term: triageStateLabels[state], detail: formatQuestionCount(count) })),
          { term: 'Met eigen tekst', detail: formatQuestionCount(customTexts) },
        ]}
      />
      {brokenGuarantees > 0 ? (
        <Callout
          tone="alarm"
          title={`${formatQuestionCount(brokenGuarantees)} ${brokenGuarantees === 1 ? 'kwam' : 'kwamen'} op tijd en ${brokenGuarantees === 1 ? 'is' : 'zijn'} niet behandeld.`}
        >
          Schrijf daar iets eigens bij, zodat ze lezen waarom.
        </Callout>
      ) : null}
      <MailPreviewSection preview={mailPreview} level={3} />
    </ConfirmPanel>
  )
}
