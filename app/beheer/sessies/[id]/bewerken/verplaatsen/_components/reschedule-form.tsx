'use client'

import { Paragraph } from '@utrecht/component-library-react'
import type { FormAction, FormState, GetField } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { type DatedTextItem, DatedTexts } from '@/app/beheer/sessies/_components/dated-texts/dated-texts'
import { PreviewForm } from '@/app/beheer/sessies/_components/preview-form'
import { peopleCount, registeredSentence } from '@/app/beheer/sessies/_components/recipient-copy'
import {
  type OfferImpact,
  offerImpactSentences,
  rescheduleRefusal,
  scheduleMessages,
  scheduleRows,
} from '@/app/beheer/sessies/_components/schedule-copy'
import { ScheduleFields } from '@/app/beheer/sessies/_components/schedule-fields'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { RadioGroup } from '@/components/form/choices/radio-group'
import type { PreviewState } from '@/components/form/preview/confirm-panel'
import previewStyles from '@/components/form/preview/preview-panel.module.css'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/text/description-list'
import type { AffectedCounts } from '@/lib/notifications/queries'
import { canNotifyOfReschedule, classifyScheduleChange, hasEnded, serializeTimes } from '@/lib/sessions/rules'
import { timesToFormValues } from '@/lib/sessions/schedule-form'
import type { RescheduleRefusal, ScheduleField, ScheduleFieldReason, SessionTimes } from '@/lib/sessions/schema'

/**
 * Preview of a new schedule of a session. `expected` is the number of people who can get a mail about the change;
 * `counts` splits this number by status.
 */
export type ReschedulePreview = PreviewState<
  {
    before: SessionTimes
    after: SessionTimes
    expected: number
    counts: AffectedCounts
    previewedAt: Date
    mailPreview: MailPreview
    isReleased: boolean
    /** Texts with dates, times or links that the new schedule does not change. Empty when only deadlines change. */
    datedTexts: DatedTextItem[]
    /** Scheduled mails that saving the new schedule would send at once, with the number of people who get each. */
    due: { label: string; recipients: number }[]
    offerImpact: OfferImpact
    /** Digest of `due` and `offerImpact`. The form submits it; when it is outdated, a new preview is shown. */
    dueDigest: string
  },
  keyof typeof staleMessages
>

/** `notify` is who gets a mail: `all`, `nobody` or empty. `seen` is the stored schedule that the organiser saw. */
type Values = Record<ScheduleField | 'notify' | 'seen', string>

export type RescheduleState = FormState<Values, ScheduleFieldReason, RescheduleRefusal, never, ReschedulePreview>

const staleMessages = {
  edited: 'Je hebt iets veranderd. Er is nog niets bewaard. Kijk of het zo klopt.',
  'due-changed': 'Er is net iets veranderd aan wat er meteen uitgaat, dus er is niets bewaard. Kijk nog een keer.',
}

type Props = { action: FormAction<RescheduleState>; session: SessionTimes & { title: string } }

/** Shows a form that changes the times and deadlines of a session: first a preview, then a button to confirm. */
export function RescheduleForm({ action, session }: Props) {
  const form = useFormAction(action, {
    values: { ...timesToFormValues(session), notify: '', seen: serializeTimes(session) },
    errorMessages: scheduleMessages,
    describeRefusal: (reason) => rescheduleRefusal(reason, session),
  })
  return (
    <PreviewForm
      form={form}
      title={`Verplaatsen ${session.title}`}
      heading="Verplaatsen"
      explanation="Je ziet eerst wat er verandert. Er wordt nog niets bewaard en niets gemaild."
      verb="verandert"
      describePreview={(preview) => <ReschedulePreviewText preview={preview} notifyField={form.field('notify')} />}
      staleMessages={staleMessages}
      confirmLabel={({ before, after }) =>
        classifyScheduleChange(before, after) === 'session' ? 'Verplaatsen' : 'Termijnen veranderen'
      }
    >
      <ScheduleFields field={form.field} level={3} />
    </PreviewForm>
  )
}

type PreviewTextProps = { preview: ReschedulePreview; notifyField: ReturnType<GetField<'notify'>> }

/** Shows the old and new schedule and its effects on mails and waitlist. Asks who gets a mail about the change. */
function ReschedulePreviewText({ preview, notifyField }: PreviewTextProps) {
  const { before, after, expected: recipients, previewedAt, mailPreview, due, offerImpact, dueDigest } = preview
  const waitlistEffects = offerImpactSentences(offerImpact, after)
  const isRescheduled = classifyScheduleChange(before, after) === 'session'
  return (
    <>
      <input type="hidden" name="dueDigest" value={dueDigest} />
      <DescriptionList layout="rows" items={scheduleChangeItems(preview)} />
      {isRescheduled && previewedAt >= after.startsAt ? (
        <Callout tone="alarm" title={`Dit moment is al ${hasEnded(after, previewedAt) ? 'voorbij' : 'begonnen'}.`}>
          Kijk na of dat klopt.
        </Callout>
      ) : null}
      <DatedTexts items={preview.datedTexts}>Ze veranderen niet mee met de nieuwe dag en tijd.</DatedTexts>
      <Paragraph className={previewStyles.text}>{recipientsSentence(preview)}</Paragraph>
      {canNotifyOfReschedule({ before, after, recipients }, previewedAt) ? (
        <>
          <RadioGroup
            {...notifyField}
            label="Wie krijgt er een mail over?"
            hint="In de mail staat wat het was en wat het wordt, met een nieuwe afspraak voor de agenda. Zonder mail blijft het oude moment in hun agenda staan."
            options={[
              { value: 'all', label: `${everybodyLabel(preview)}: ${peopleCount(recipients)}` },
              { value: 'nobody', label: 'Niemand' },
            ]}
          />
          <MailPreviewSection preview={mailPreview} level={3} />
        </>
      ) : null}
      {isRescheduled && preview.isReleased ? (
        <Callout title="De link en de agenda zijn al vrijgegeven.">
          Noemt de agenda tijden? Pas hem daarna aan bij “Vrijgeven”. In de mail over de verplaatsing staat hij niet.
        </Callout>
      ) : null}
      {due.length > 0 ? (
        <Callout tone="alarm" title="Dit gaat daarna meteen vanzelf uit, ook als je hierboven “Niemand” kiest.">
          {due.map(({ label, recipients: count }) => `${label}: ${peopleCount(count)}`).join('. ')}. Wil je dat niet?
          Zet die mail dan eerst uit bij “Mails die vanzelf gaan”.
        </Callout>
      ) : null}
      {waitlistEffects.length > 0 ? (
        <Callout tone="alarm" title="Dit gebeurt daarna vanzelf met de wachtlijst.">
          {waitlistEffects.join(' ')}
        </Callout>
      ) : null}
    </>
  )
}

function scheduleChangeItems({ before, after, previewedAt }: ReschedulePreview) {
  const previousRows = scheduleRows(before)
  return scheduleRows(after).map(({ term, text, deadline }, index) => {
    const previous = previousRows[index]?.text
    return {
      term,
      detail: (
        <>
          {previous === text ? (
            <span className={previewStyles.will}>Blijft {text}</span>
          ) : (
            <>
              <span className={previewStyles.was}>Was {previous}</span>
              <strong className={previewStyles.will}>Wordt {text}</strong>
            </>
          )}
          {deadline && previewedAt >= deadline ? (
            <span className={previewStyles.passed}>Dat is al voorbij.</span>
          ) : null}
        </>
      ),
    }
  })
}

const everybodyLabel = ({ expected, counts }: ReschedulePreview) =>
  expected > counts.signedUp ? 'Iedereen die is aangemeld of op een plek wacht' : 'Iedereen die is aangemeld'

function recipientsSentence(preview: ReschedulePreview): string {
  const { before, after, expected: recipients, counts, previewedAt } = preview
  if (recipients === 0) return 'Er is nog niemand aangemeld. Er gaat geen mail uit.'
  const registered = `${registeredSentence(counts)}.`
  if (classifyScheduleChange(before, after) === 'deadlines') {
    return `${registered} Hierover gaat geen mail uit: de dag en de tijd blijven gelijk. Wie al is aangemeld, blijft “op tijd” of “later”.`
  }
  return hasEnded(after, previewedAt)
    ? `${registered} Over de verplaatsing gaat geen mail uit: het is al geweest.`
    : registered
}
