import { MultilineText, Paragraph, SessionTime } from './parts/blocks'
import { removeFromCalendar, statusReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { sampleMailWithoutCancelLink } from './parts/sample-data'
import { ContactSection } from './parts/sections'

type Props = ParticipantMail & { reason: string }

export const defaultTemplate: MailTemplate = {
  subject: 'De kennissessie {kennissessie} gaat niet door',
  text: `Dag {naam},

De kennissessie {kennissessie} gaat helaas niet door.`,
}

/** Tells participants that the session is cancelled and why. */
export default function SessionCancelled(mail: Props) {
  const { hasSeat } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={hasSeat ? 'Haal de kennissessie uit je agenda.' : 'De wachtlijst vervalt.'}
      heading="De kennissessie gaat niet door"
      footer={statusReason(mail, 'past')}
    >
      <Paragraph>
        <MultilineText text={mail.reason} />
      </Paragraph>
      <Paragraph>De kennissessie zou zijn op:</Paragraph>
      <SessionTime {...mail.session} />
      <Paragraph>{hasSeat ? removeFromCalendar : 'Je stond op de wachtlijst. Die vervalt.'}</Paragraph>
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
    </TemplateLayout>
  )
}

export const sample: Props = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  reason: 'Een van de sprekers is ziek geworden. We zoeken een nieuwe datum.',
}
