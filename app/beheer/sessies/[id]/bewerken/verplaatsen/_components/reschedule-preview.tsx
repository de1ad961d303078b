import { Paragraph } from '@utrecht/component-library-react'
import { peopleCount, waitlistedAmongThem } from '@/app/beheer/sessies/_components/recipient-copy'
import { type OfferImpact, offerImpactSentences, scheduleRows } from '@/app/beheer/sessies/_components/schedule-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { ConfirmButton, PreviewPanel } from '@/components/form/preview/preview-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/text/description-list'
import { canNotifyOfReschedule, classifyScheduleChange, hasEnded, serializeTimes } from '@/lib/sessions/rules'
import type { SessionTimes } from '@/lib/sessions/schema'

/** What a move would do, as it was at one moment. */
export type ReschedulePreview = {
  before: SessionTimes
  after: SessionTimes
  /** How many people are signed up; `waiting` of them stand on the waiting list. */
  recipients: number
  waitlisted: number
  previewedAt: Date
  /** The mail about it. */
  mailPreview: MailPreview
  /** The agenda is with everybody already. */
  isReleased: boolean
  /** What else goes out at once, because its moment has come then. */
  due: { label: string; recipients: number }[]
  /** What another closing of sign-up does to who waits for a place. */
  offerImpact: OfferImpact
  /** A mark of both, which comes back with the button. */
  dueDigest: string
}

type Props = {
  preview: ReschedulePreview
  audience: string
  /** How to mend the choice of who gets a mail. */
  error?: string
  /** The button was pressed, and something else was filled in or goes out than what had been looked at. */
  staleReason: 'edited' | 'due-changed' | null
  pending: boolean
  submission: unknown
}

const staleMessages = {
  edited: 'Je hebt iets veranderd. Er is nog niets bewaard. Kijk of het zo klopt.',
  'due-changed': 'Er is net iets veranderd aan wat er meteen uitgaat, dus er is niets bewaard. Kijk nog een keer.',
} as const

/** What was and what will be, who is told, and the button that does it. Stands inside the form. */
export function ReschedulePreviewPanel({ preview, audience, error, staleReason, pending, submission }: Props) {
  const { before, after, recipients, previewedAt, mailPreview, due, offerImpact, dueDigest } = preview
  const waitlistEffects = offerImpactSentences(offerImpact, after)
  const canNotify = canNotifyOfReschedule(preview, previewedAt)
  const isRescheduled = classifyScheduleChange(before, after) === 'session'
  return (
    <PreviewPanel
      title="Dit gaat er veranderen"
      submission={submission}
      staleNotice={staleReason && staleMessages[staleReason]}
    >
      <input type="hidden" name="previewed" value={serializeTimes(after)} />
      <input type="hidden" name="expected" value={recipients} />
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
      <Paragraph className={styles.text}>{audienceSentence(preview)}</Paragraph>
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
      <ConfirmButton intent="move" pending={pending}>
        {isRescheduled ? 'Verplaatsen' : 'Termijnen veranderen'}
      </ConfirmButton>
    </PreviewPanel>
  )
}

/** What goes out by itself as soon as this is saved, whoever is to hear of the move. */
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
            <span className={styles.will}>Blijft {text}</span>
          ) : (
            <>
              <span className={styles.was}>Was {previous}</span>
              <strong className={styles.will}>Wordt {text}</strong>
            </>
          )}
          {hasPassed[key] ? <span className={styles.passed}>Dat is al voorbij.</span> : null}
        </>
      ),
    }
  })
}

function audienceSentence({ before, after, recipients, waitlisted, previewedAt }: ReschedulePreview): string {
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
