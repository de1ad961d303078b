import { ActionButton, ContactSection, Paragraph, SectionHeading, SessionTime, SmallPrint, Title } from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMail } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export const defaultTemplate: MailTemplate = {
  subject: 'Jouw link voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Je vroeg om je link voor de kennissessie {kennissessie}. Hier is hij.`,
}

/** Somebody asked for their personal link, by an address that a sign-up has. */
export default function LinkRecovery(props: ParticipantMail) {
  const { text, values, session, contact, selfServiceLinks } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview="Met deze link open je je eigen aanmelding."
      selfServiceLinks={selfServiceLinks}
      footer={
        <SmallPrint>Je krijgt deze mail omdat iemand bij ons dit adres invulde om de link te krijgen.</SmallPrint>
      }
    >
      <Title>Hier is je link</Title>
      <Prose text={text} values={values} />
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      <ActionButton url={selfServiceLinks.url}>Open je aanmelding</ActionButton>

      <SectionHeading>Heb je hier niet om gevraagd?</SectionHeading>
      <Paragraph>Dan hoef je niets te doen. Alleen jij hebt deze mail.</Paragraph>
      <ContactSection question="Heb je een vraag?" contact={contact} />
    </Layout>
  )
}

export const sample: ParticipantMail = { ...sampleMail, ...defaultTemplate }
