import { routes } from '@/lib/platform/routes'
import { Paragraph, SessionTime, TextLink, TextSection } from '../parts/blocks'
import { waitlistedReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { afterRegistrationClosed, sampleMail, sampleOnWaitlist } from '../parts/sample-data'
import { ContactSection, PageParagraph } from '../parts/sections'

export const defaultTemplate = greeting(
  'Er is geen plek vrijgekomen bij de kennissessie {kennissessie}',
  'Je stond op de wachtlijst voor de kennissessie {kennissessie}. Er is helaas geen plek voor je vrijgekomen.',
)

/** Renders the mail, sent after registration closed, to a participant who is still on the waitlist. */
export default function WaitlistEnded(mail: ParticipantMail) {
  const { now, session, agendaQuestion } = mail
  const isOver = now >= session.endsAt
  const outcome = isOver ? 'Je kon daarom niet meedoen.' : 'Je kunt daarom niet meedoen.'
  return (
    <TemplateLayout
      mail={mail}
      preview={outcome}
      heading="Er is geen plek vrijgekomen"
      footer={waitlistedReason(mail, 'past')}
      withoutCancelLink
    >
      <Paragraph>{isOver ? 'De kennissessie was op:' : 'De kennissessie is op:'}</Paragraph>
      <SessionTime {...session} />
      <Paragraph>
        {outcome}
        {agendaQuestion ? ` Ook je vraag ${isOver ? 'kwam' : 'komt'} niet aan bod.` : ''} Je hoeft niets te doen.
      </Paragraph>
      <TextSection heading="Wat kun je nog doen?">
        Misschien is er een andere kennissessie voor je.{' '}
        <TextLink url={new URL(routes.home(), mail.url).href}>Bekijk alle kennissessies</TextLink>
      </TextSection>
      <PageParagraph url={mail.url} />
      <ContactSection
        heading={isOver ? 'Wil je weten wat er is besproken?' : 'Wil je achteraf weten wat er is besproken?'}
        contact={mail.contact}
      />
    </TemplateLayout>
  )
}

export const sample = { ...sampleOnWaitlist, ...afterRegistrationClosed }
export const variants: SampleVariants = {
  'after-session': { now: sampleMail.session.endsAt },
  'no-question': { agendaQuestion: null },
}
