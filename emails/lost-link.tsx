import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleMail } from './participant-mail'
import { AskContact, Chapter, Moment, Paragraph, Press, SmallPrint, Title } from './parts'
import { fillIn, Prose } from './prose'

export const standard: MailWords = {
  subject: 'Jouw link voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Je vroeg om je link voor de kennissessie {kennissessie}. Hier is hij.`,
}

/** Somebody asked for their personal link, by an address that a sign-up has. */
export default function LostLink(props: ParticipantMail) {
  const { text, values, session, contact, own } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview="Met deze link open je je eigen aanmelding."
      own={own}
      footer={
        <SmallPrint>Je krijgt deze mail omdat iemand bij ons dit adres invulde om de link te krijgen.</SmallPrint>
      }
    >
      <Title>Hier is je link</Title>
      <Prose text={text} values={values} />
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <Press url={own.url}>Open je aanmelding</Press>

      <Chapter>Heb je hier niet om gevraagd?</Chapter>
      <Paragraph>Dan hoef je niets te doen. Alleen jij hebt deze mail.</Paragraph>
      <AskContact question="Heb je een vraag?" contact={contact} />
    </Layout>
  )
}

export const sample: ParticipantMail = { ...sampleMail, ...standard }
