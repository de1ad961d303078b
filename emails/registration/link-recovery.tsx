import { Paragraph, SessionTime, TextLink, TextSection } from '../parts/blocks'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { ActionButton } from '../parts/primitives'
import { ContactSection, TakePartButton } from '../parts/sections'

export const defaultTemplate = greeting(
  'Jouw link voor de kennissessie {kennissessie}',
  'Je vroeg om je link voor de kennissessie {kennissessie}. Hier is hij.',
)

/** Renders the mail with a participant's personal links, sent on request. Includes the meeting link once released. */
export default function LinkRecovery(mail: ParticipantMail) {
  // Without a link to cancel, the registration was cancelled or the session is over.
  const takePartUrl = mail.cancelUrl && mail.release?.takePartUrl
  return (
    <TemplateLayout
      mail={mail}
      preview={takePartUrl ? 'Met deze knop doe je mee.' : 'Met deze link open je je eigen aanmelding.'}
      heading="Hier is je link"
      footer="Je krijgt deze mail omdat iemand bij ons dit adres invulde om de link te krijgen."
    >
      <SessionTime {...mail.session} />
      {takePartUrl ? (
        <>
          <TakePartButton url={takePartUrl} />
          <Paragraph>
            Wil je je aanmelding bekijken of wijzigen? <TextLink url={mail.selfServiceUrl}>Open je aanmelding</TextLink>
          </Paragraph>
        </>
      ) : (
        <ActionButton url={mail.selfServiceUrl}>Open je aanmelding</ActionButton>
      )}
      <TextSection heading="Heb je hier niet om gevraagd?">
        Dan hoef je niets te doen. Alleen jij hebt deze mail.
      </TextSection>
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
    </TemplateLayout>
  )
}

export const variants: SampleVariants = {
  'not-released': { release: null },
}
