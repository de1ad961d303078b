import { Paragraph, SessionTime } from '../parts/blocks'
import { removeFromCalendar, statusReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { sampleOnWaitlist } from '../parts/sample-data'
import { ContactSection, PageParagraph } from '../parts/sections'

export const defaultTemplate = greeting(
  'Je plek is doorgegeven: kennissessie {kennissessie}',
  'Je gaf je plek bij de kennissessie {kennissessie} door aan een collega. Fijn dat je dat regelde.',
)

/** Renders the mail that confirms a transfer to the transferor. It omits the colleague's name, as mails get forwarded. */
export default function Transferred(mail: ParticipantMail) {
  const { hasSeat } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={`Je collega krijgt vanaf nu de mails.${hasSeat ? ' Haal de kennissessie uit je agenda.' : ''}`}
      heading="Je plek is doorgegeven"
      footer={statusReason(mail, 'past')}
      withoutCancelLink
    >
      <Paragraph>
        Je collega hoort het per mail, en krijgt vanaf nu de mails over de kennissessie. Je antwoorden gingen mee,
        tenzij je collega zich zelf al had aangemeld. Wat je nodig had om mee te doen en je telefoonnummer gingen niet
        mee.
      </Paragraph>
      <Paragraph>De kennissessie is op:</Paragraph>
      <SessionTime {...mail.session} />
      <Paragraph>
        Jij bent nu afgemeld. De links in je eerdere mails werken niet meer.{hasSeat ? ` ${removeFromCalendar}` : null}
      </Paragraph>
      <ContactSection heading="Heb je dit niet zelf gedaan?" contact={mail.contact} />
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const variants: SampleVariants = { waitlisted: sampleOnWaitlist }
