import { Paragraph, SectionHeading, SessionTime } from '../parts/blocks'
import { formatPeriod, statusReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { Prose } from '../parts/prose'
import { sampleOnWaitlist } from '../parts/sample-data'
import { CannotAttendSection, TakePartButton } from '../parts/sections'

export const defaultTemplate = greeting(
  'Er is iets veranderd aan de kennissessie {kennissessie}',
  'Er is iets veranderd aan de kennissessie {kennissessie}. Hieronder staat hoe het nu is.',
)

/** Renders the mail that informs participants of changed times, link or agenda of the session. */
export default function SessionChanged(mail: ParticipantMail) {
  const { session, hasSeat, release, before, details } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={`Zo is het nu: ${formatPeriod(session)}, online.`}
      heading="Er is iets veranderd"
      footer={statusReason(mail)}
    >
      {before ? <Paragraph>Het was: {formatPeriod(before)}.</Paragraph> : null}
      <Paragraph>{before ? 'Het wordt:' : 'Dag en tijd blijven gelijk:'}</Paragraph>
      <SessionTime {...session} />
      {before && hasSeat ? (
        <Paragraph>
          Open het bestand kennissessie.ics bij deze mail. Dan klopt de kennissessie ook in je eigen agenda.
        </Paragraph>
      ) : null}
      {hasSeat ? null : (
        <Paragraph>Je staat nog op de wachtlijst. Komt er een plek voor je vrij, dan krijg je een mail.</Paragraph>
      )}
      {release && details.linkChanged ? (
        <Paragraph>
          De kennissessie heeft een nieuwe link. Deze knop brengt je erheen, en die in je vorige mail doet dat ook.
        </Paragraph>
      ) : null}
      {release ? <TakePartButton url={release.takePartUrl} /> : null}
      {/* An unchanged agenda is omitted, because it may still state the previous times. */}
      {release && details.agendaChanged ? (
        <>
          <SectionHeading>De agenda is nieuw</SectionHeading>
          <Prose text={release.agenda} />
        </>
      ) : null}
      <CannotAttendSection {...mail} />
    </TemplateLayout>
  )
}

export const variants: SampleVariants = { waitlisted: sampleOnWaitlist }
