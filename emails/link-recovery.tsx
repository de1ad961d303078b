import { Paragraph, SectionHeading, SessionTime } from './parts/blocks'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { ActionButton } from './parts/primitives'
import { sampleMail } from './parts/sample-data'
import { ContactSection } from './parts/sections'

export const defaultTemplate: MailTemplate = {
  subject: 'Jouw link voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Je vroeg om je link voor de kennissessie {kennissessie}. Hier is hij.`,
}

/** Sends the self-service link to a participant who asked for it. */
export default function LinkRecovery(mail: ParticipantMail) {
  return (
    <TemplateLayout
      mail={mail}
      preview="Met deze link open je je eigen aanmelding."
      heading="Hier is je link"
      footer="Je krijgt deze mail omdat iemand bij ons dit adres invulde om de link te krijgen."
    >
      <SessionTime {...mail.session} />
      <ActionButton url={mail.selfServiceLinks.url}>Open je aanmelding</ActionButton>
      <SectionHeading>Heb je hier niet om gevraagd?</SectionHeading>
      <Paragraph>Dan hoef je niets te doen. Alleen jij hebt deze mail.</Paragraph>
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
    </TemplateLayout>
  )
}

export const sample: ParticipantMail = { ...sampleMail, ...defaultTemplate }
