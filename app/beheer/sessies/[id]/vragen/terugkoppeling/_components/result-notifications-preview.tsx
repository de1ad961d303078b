import { peopleCount } from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { sendResultsLabel } from '@/app/beheer/sessies/[id]/vragen/_components/result-notifications-copy'
import { ConfirmButton, PreviewPanel } from '@/components/form/preview/preview-panel'
import { formatQuestionCount, triageStateLabels } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { TriageState } from '@/lib/triage/schema'

/** To whom the mails go, as it was at one moment. */
export type ResultNotificationsPreview = {
  mailPreview: MailPreview
  recipients: number
  /** How many in each state, those without any left out. */
  states: { state: TriageState; count: number }[]
  /** How many get words of their own. */
  customTexts: number
  /** How many came in time and read that they were not treated, in our words. */
  brokenGuarantees: number
  /** Comes back with the button, so that nothing goes out but what was looked at. */
  previewDigest: string
}

/** One of the mails, how many people get one, and the button that sends them. Stands inside the form. */
export function ResultNotificationsPreviewPanel({
  preview,
  pending,
  submission,
}: {
  preview: ResultNotificationsPreview
  pending: boolean
  submission: unknown
}) {
  const { mailPreview, recipients, states, customTexts, brokenGuarantees, previewDigest } = preview
  return (
    <PreviewPanel
      title={`${peopleCount(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'} een mail`}
      submission={submission}
    >
      <input type="hidden" name="seen" value={previewDigest} />
      <input type="hidden" name="expected" value={recipients} />
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
      <ConfirmButton intent="send" pending={pending}>
        {sendResultsLabel(recipients)}
      </ConfirmButton>
    </PreviewPanel>
  )
}
