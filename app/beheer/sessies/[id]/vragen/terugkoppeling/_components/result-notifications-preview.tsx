import { peopleCount } from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { sendResultsLabel } from '@/app/beheer/sessies/[id]/vragen/_components/result-notifications-copy'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { formatQuestionCount, triageStateLabels } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { TriageState } from '@/lib/triage/schema'

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

type Props = { preview: ResultNotificationsPreview; submission: unknown }

/** Inside the form: one of the mails, and their number. */
export function ResultNotificationsPreviewPanel({ preview, submission }: Props) {
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
