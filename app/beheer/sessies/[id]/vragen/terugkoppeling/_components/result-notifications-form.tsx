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
import { SelectField } from '@/components/form/fields/select-field'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { ActionForm } from '@/components/form/submission/action-form'
import { formatQuestionCount, resultsRefusals, triageStateLabels } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { DescriptionList } from '@/components/ui/text/description-list'
import { type SendResultsRefusal, type TriageState, triageStates } from '@/lib/triage/schema'

/**
 * Preview of the mails that tell askers what was done with their questions. `expected` is the number of recipients,
 * `states` the number of questions in each state.
 */
export type ResultsPreview = PreviewState<
  {
    mailPreview: MailPreview
    expected: number
    states: Record<TriageState, number>
    /** Number of questions whose result mail has a text by an organiser instead of the standard text. */
    customTexts: number
    /**
     * Number of questions that the site promised to discuss but that were not discussed, and whose result mail has only
     * the standard text.
     */
    brokenGuarantees: number
  },
  'changed' | 'recipients-changed'
>
/**
 * State of the form that sends the result mails. `answerId` is the id of the answer with the agenda question whose mail
 * is previewed.
 */
export type ResultsState = FormState<{ answerId: string }, never, SendResultsRefusal, never, ResultsPreview>

const staleMessages = {
  changed: 'Er is net iets aan de vragen veranderd.',
  'recipients-changed': 'Het aantal mensen is net veranderd.',
} as const

type Pending = { value: string; label: string }[]
type Props = { action: FormAction<ResultsState>; title: string; pendingQuestions: Pending }

/** Shows a form that mails each asker what was done with the question: first a preview, then a button to confirm. */
export function ResultNotificationsForm({ action, title, pendingQuestions }: Props) {
  const { state, send, values, preview, refusal, previewSubmission } = useFormAction(action, {
    values: { answerId: pendingQuestions[0]?.value ?? '' },
    refusals: resultsRefusals,
  })
  const hasPending = pendingQuestions.length > 0
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
        <Paragraph>
          {hasPending
            ? 'Iedereen die een vraag stelde, krijgt één mail. Daarin staat de vraag, en wat ermee is gedaan. Wil je bij een vraag iets eigens zeggen? Dat schrijf je bij die vraag zelf.'
            : 'Er is niemand die nog een mail krijgt.'}
        </Paragraph>
      </Flow>
      {hasPending ? (
        <ActionForm send={send}>
          {preview ? <ResultsPreviewPanel preview={preview} submission={previewSubmission} /> : null}
          <SelectField id="veld-as" name="answerId" label="Bekijk de mail over" defaultValue={values.answerId}>
            <Options options={pendingQuestions} />
          </SelectField>
          <div className={styles.row}>
            <FormButton intent="preview" primary={preview === null}>
              Bekijk de mail
            </FormButton>
          </div>
        </ActionForm>
      ) : null}
    </>
  )
}

/** Shows the number of recipients, the questions by state, one of the mails, and the button that sends all mails. */
function ResultsPreviewPanel({ preview, submission }: { preview: ResultsPreview; submission: unknown }) {
  const { mailPreview, expected: recipients, states, customTexts, brokenGuarantees } = preview
  const shownStates = triageStates.filter((state) => states[state] > 0)
  const rows = [
    ...shownStates.map((state) => ({ term: triageStateLabels[state], detail: formatQuestionCount(states[state]) })),
    { term: 'Met eigen tekst', detail: formatQuestionCount(customTexts) },
  ]
  const brokenCount = formatQuestionCount(brokenGuarantees)
  const [came, are] = brokenGuarantees === 1 ? ['kwam', 'is'] : ['kwamen', 'zijn']
  return (
    <ConfirmPanel
      title={`${peopleCount(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'} een mail`}
      preview={preview}
      submission={submission}
      intent="send"
      confirmLabel={`Mail ${peopleCount(recipients)}`}
    >
      <DescriptionList layout="rows" items={rows} />
      {brokenGuarantees > 0 ? (
        <Callout tone="alarm" title={`${brokenCount} ${came} op tijd en ${are} niet behandeld.`}>
          In de mail staat dat het ons spijt. Schrijf er iets eigens bij, zodat ze ook lezen waarom.
        </Callout>
      ) : null}
      <MailPreviewSection preview={mailPreview} level={3} />
    </ConfirmPanel>
  )
}
