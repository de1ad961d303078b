import { formatDeadline } from '@/lib/platform/time'
import { Paragraph, SectionHeading, SessionTime } from '../parts/blocks'
import { removeFromCalendar, statusReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { afterRegistrationClosed, sampleOnWaitlist } from '../parts/sample-data'
import { MailOrReply, PageParagraph } from '../parts/sections'

export const defaultTemplate = greeting(
  'Je bent afgemeld voor de kennissessie {kennissessie}',
  'Je bent afgemeld voor de kennissessie {kennissessie}. Jammer dat je er niet bij bent.',
)

/** Renders the mail that confirms a cancelled registration, by the participant or by an organiser. */
export default function RegistrationCancelled(mail: ParticipantMail) {
  const { hasSeat, session, details } = mail
  const closesAt = session.registrationClosesAt
  const canSignUp = session.cancelledAt === null && mail.now < closesAt
  return (
    <TemplateLayout
      mail={mail}
      preview={`Je hoeft niets te doen.${hasSeat ? ' Haal de kennissessie uit je agenda.' : ''}`}
      heading={hasSeat ? 'Je bent afgemeld' : 'Je staat niet meer op de wachtlijst'}
      footer={statusReason(mail, 'past')}
      withoutCancelLink
    >
      {details.bySelf ? <Paragraph>Fijn dat je het liet weten. Zo weten we op wie we kunnen rekenen.</Paragraph> : null}
      <Paragraph>De kennissessie is op:</Paragraph>
      <SessionTime {...session} />
      <Paragraph>Je krijgt er vanzelf geen mail meer over.{hasSeat ? ` ${removeFromCalendar}` : null}</Paragraph>
      <SectionHeading>Klopt dit niet, of wil je toch meedoen?</SectionHeading>
      {canSignUp ? (
        <Paragraph>
          Je kunt je opnieuw aanmelden, op de pagina van de kennissessie. Dat kan {formatDeadline(closesAt)}.
        </Paragraph>
      ) : null}
      <Paragraph>
        <MailOrReply contact={mail.contact} />
      </Paragraph>
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const variants: SampleVariants = {
  waitlisted: sampleOnWaitlist,
  'by-self': { details: { bySelf: true } },
  'too-late': { details: { bySelf: true }, ...afterRegistrationClosed },
}
