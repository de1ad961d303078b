import { formatDeadline } from '@/lib/platform/time'
import { Paragraph, SectionHeading, SessionTime } from './parts/blocks'
import { removeFromCalendar, statusReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { sampleClosesAt, sampleMailWithoutCancelLink } from './parts/sample-data'
import { MailOrReply, PageParagraph } from './parts/sections'

export const defaultTemplate: MailTemplate = {
  subject: 'Je bent afgemeld voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Je bent afgemeld voor de kennissessie {kennissessie}. Jammer dat je er niet bij bent.`,
}

type Props = ParticipantMail & {
  /** `false` when an organiser cancelled the registration. */
  bySelf: boolean
  closesAt: Date
  canSignUp: boolean
}

/** Confirms that a registration was cancelled, by the participant or by an organiser. */
export default function RegistrationCancelled(mail: Props) {
  const { hasSeat } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={`Je hoeft niets te doen.${hasSeat ? ' Haal de kennissessie uit je agenda.' : ''}`}
      heading={hasSeat ? 'Je bent afgemeld' : 'Je staat niet meer op de wachtlijst'}
      footer={statusReason(mail, 'past')}
    >
      {mail.bySelf ? <Paragraph>Fijn dat je het liet weten. Zo weten we op wie we kunnen rekenen.</Paragraph> : null}
      <Paragraph>De kennissessie is op:</Paragraph>
      <SessionTime {...mail.session} />
      <Paragraph>Je krijgt er geen mail meer over.{hasSeat ? ` ${removeFromCalendar}` : null}</Paragraph>
      <SectionHeading>Klopt dit niet, of wil je toch meedoen?</SectionHeading>
      {mail.canSignUp ? (
        <Paragraph>
          Je kunt je opnieuw aanmelden, op de pagina van de kennissessie. Dat kan {formatDeadline(mail.closesAt)}.
        </Paragraph>
      ) : null}
      <Paragraph>
        <MailOrReply contact={mail.contact} />
      </Paragraph>
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const sample: Props = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  bySelf: false,
  closesAt: sampleClosesAt,
  canSignUp: true,
}
