'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { peopleCount, waitlistedAmongThem } from '@/app/beheer/sessies/_components/recipient-copy'
import {
  currentScheduleSentence,
  type OfferImpact,
  offerImpactSentences,
  rescheduleRefusals,
  scheduleErrors,
  scheduleRows,
} from '@/app/beheer/sessies/_components/schedule-copy'
import { ScheduleFields } from '@/app/beheer/sessies/_components/schedule-fields'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { PreviewButton } from '@/components/form/preview/preview-button'
import previewStyles from '@/components/form/preview/preview-panel.module.css'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { DescriptionList } from '@/components/ui/text/description-list'
import { canNotifyOfReschedule, classifyScheduleChange, hasEnded, serializeTimes } from '@/lib/sessions/rules'
import { timesToFormValues } from '@/lib/sessions/schedule-form'
import type { RescheduleRefusal, ScheduleField, ScheduleFieldReason, SessionTimes } from '@/lib/sessions/schema'

/** `who`: the audience of the mail. `seen`: the schedule that the typed one replaces. */
export type RescheduleValues = Record<ScheduleField | 'who' | 'seen', string>

export type RescheduleState = FormState<
  RescheduleValues,
  ScheduleFieldReason,
  RescheduleRefusal,
  never,
  ReschedulePreview
>

type Props = { action: FormAction<RescheduleState>; session: SessionTimes & { title: string } }

/** Changes the schedule of a session in two steps: preview and confirm. */
export function RescheduleForm({ action, session }: Props) {
  const form = useFormAction(action, {
    values: { ...timesToFormValues(session), who: '', seen: serializeTimes(session) },
    describeErrors: scheduleErrors,
    describeRefusal: (reason) => refusalMessage(reason, session),
  })
  const { values, preview } = form
  const intro = (
    <Flow>
      <Heading level={2}>Verplaatsen</Heading>
      {preview ? null : (
        <Paragraph>Je ziet eerst wat er verandert. Er wordt nog niets bewaard en niets gemaild.</Paragraph>
      )}
    </Flow>
  )
  return (
    <AdminForm form={form} title={`Verplaatsen ${session.title}`} intro={intro}>
      <input type="hidden" name="seen" value={values.seen} />
      {preview ? (
        <ReschedulePreviewPanel
          preview={preview}
          audience={values.who}
          error={form.errors.who}
          submission={form.previewSubmission}
        />
      ) : null}
      <ScheduleFields field={form.field} level={3} />
      <div className={styles.row}>
        <PreviewButton isPreviewed={preview !== null} verb="verandert" />
      </div>
    </AdminForm>
  )
}

function refusalMessage(reason: RescheduleRefusal, session: SessionTimes): Flash {
  const { title, text } = rescheduleRefusals[reason]
  return { title, text: reason === 'changed-meanwhile' ? `${text} ${currentScheduleSentence(session)}` : text }
}

/** What another schedule would do. `expected` is the number of registrations, of which `waitlisted` are on the waitlist. */
export type ReschedulePreview = PreviewState<
  {
    before: SessionTimes
    after: SessionTimes
    expected: number
    waitlisted: number
    previewedAt: Date
    /** The mail about the change. */
    mailPreview: MailPreview
    /** Whether link and agenda are released. */
    isReleased: boolean
    /** Scheduled mails that become due at once. */
    due: { label: string; recipients: number }[]
    /** Effect of another closing of registration on the waitlist. */
    offerImpact: OfferImpact
    /** Digest of `due` and `offerImpact`. Comes back as the field `due`. */
    dueDigest: string
  },
  keyof typeof staleMessages
>

type PreviewProps = {
  preview: ReschedulePreview
  audience: string
  /** Error in the choice of the audience. */
  error?: string
  submission: unknown
}

const staleMessages = {
  edited: 'Je hebt iets veranderd. Er is nog niets bewaard. Kijk of het zo klopt.',
  'due-changed': 'Er is net iets veranderd aan wat er meteen uitgaat, dus er is niets bewaard. Kijk nog een keer.',
} as const

/** Inside the form: the old and new schedule, and who is mailed. */
function ReschedulePreviewPanel({ preview, audience, error, submission }: PreviewProps) {
  const { before, after, expected: recipients, previewedAt, mailPreview, due, offerImpact, dueDigest } = preview
  const waitlistEffects = offerImpactSentences(offerImpact, after)
  const canNotify = canNotifyOfReschedule({ ...preview, recipients }, previewedAt)
  const isRescheduled = classifyScheduleChange(before, after) === 'session'
  return (
    <ConfirmPanel
      title="Dit gaat er veranderen"
      preview={preview}
      staleMessages={staleMessages}
      submission={submission}
      intent="move"
      confirmLabel={isRescheduled ? 'Verplaatsen' : 'Termijnen veranderen'}
    >
      <input type="hidden" name="due" value={dueDigest} />
      <DescriptionList layout="rows" items={scheduleChangeItems(preview)} />
      {isRescheduled && previewedAt >= after.startsAt ? (
        <Callout
          tone="alarm"
          title={hasEnded(after, previewedAt) ? 'Dit moment is al voorbij.' : 'Dit moment is al begonnen.'}
        >
          Kijk na of dat klopt.
        </Callout>
      ) : null}
      <Paragraph className={previewStyles.text}>{audienceSentence(preview)}</Paragraph>
      {canNotify ? (
        <>
          <RadioGroup
            id="veld-who"
            name="who"
            label="Wie krijgt er een mail over?"
            hint="In de mail staat wat het was en wat het wordt, met een nieuwe afspraak voor de agenda. Zonder mail blijft het oude moment in hun agenda staan."
            defaultValue={audience}
            error={error}
            options={[
              { value: 'all', label: `Iedereen die is aangemeld: ${peopleCount(recipients)}` },
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
      {due.length > 0 ? <DueMailCallout due={due} /> : null}
      {waitlistEffects.length > 0 ? (
        <Callout tone="alarm" title="Dit gebeurt daarna vanzelf met de wachtlijst.">
          {waitlistEffects.join(' ')}
        </Callout>
      ) : null}
    </ConfirmPanel>
  )
}

/** The scheduled mails that go out at once, whatever audience is chosen for the mail about the change. */
function DueMailCallout({ due }: Pick<ReschedulePreview, 'due'>) {
  return (
    <Callout tone="alarm" title="Dit gaat daarna meteen vanzelf uit, ook als je hierboven “Niemand” kiest.">
      {due.map(({ label, recipients }) => `${label}: ${peopleCount(recipients)}`).join('. ')}. Wil je dat niet? Zet die
      mail dan eerst uit bij “Mails die vanzelf gaan”.
    </Callout>
  )
}

function scheduleChangeItems({ before, after, previewedAt }: ReschedulePreview) {
  const previousRows = scheduleRows(before)
  const hasPassed = {
    session: false,
    deadline: previewedAt >= after.questionDeadlineAt,
    closing: previewedAt >= after.registrationClosesAt,
  }
  return scheduleRows(after).map(({ key, term, text }, index) => {
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
          {hasPassed[key] ? <span className={previewStyles.passed}>Dat is al voorbij.</span> : null}
        </>
      ),
    }
  })
}

function audienceSentence({ before, after, expected: recipients, waitlisted, previewedAt }: ReschedulePreview): string {
  if (recipients === 0) return 'Er is nog niemand aangemeld. Er gaat geen mail uit.'
  const count = recipients === 1 ? 'Er is 1 persoon aangemeld.' : `Er zijn ${peopleCount(recipients)} aangemeld.`
  const signedUp = waitlisted > 0 ? `${count} ${waitlistedAmongThem(waitlisted)}` : count
  if (classifyScheduleChange(before, after) === 'deadlines') {
    return `${signedUp} Hierover gaat geen mail uit: de dag en de tijd blijven gelijk. Wie al is aangemeld, blijft “op tijd” of “later”.`
  }
  return hasEnded(after, previewedAt)
    ? `${signedUp} Over de verplaatsing gaat geen mail uit: het is al geweest.`
    : signedUp
}
