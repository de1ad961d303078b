import { SessionTime, TextSection } from '../parts/blocks'
import { greeting, type ParticipantMail, TemplateLayout } from '../parts/participant-mail'
import { ActionButton } from '../parts/primitives'
import { ContactSection } from '../parts/sections'

export const defaultTemplate = greeting(
  'Jouw link voor de kennissessie {kennissessie}',
  'Je vroeg om je link voor de kennissessie {kennissessie}. Hier is hij.',
)

/** Renders the mail with the self-service link, for a participant who asked for it. */
export default function LinkRecovery(mail: ParticipantMail) {
  return (
    <TemplateLayout
      mail={mail}
      preview="Met deze link open je je eigen aanmelding."
      heading="Hier is je link"
      footer="Je krijgt deze mail omdat iemand bij ons dit adres invulde om de link te krijgen."
    >
      <SessionTime {...mail.session} />
      <ActionButton url={mail.selfServiceUrl}>Open je aanmelding</ActionButton>
      <TextSection heading="Heb je hier niet om gevraagd?">
        Dan hoef je niets te doen. Alleen jij hebt deze mail.
      </TextSection>
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
    </TemplateLayout>
  )
}
