import { Layout } from './layout'
import { oneLine } from './one-line'
import { type MailWords, type ParticipantMail, sampleMail } from './participant-mail'
import { BecauseSignedUp, Chapter, Lines, MailTo, Moment, Paragraph, Title } from './parts'
import { fillIn, Prose } from './prose'

export type SessionCancelledMail = ParticipantMail & { why: string }

export const standard: MailWords = {
  subject: 'De kennissessie {kennissessie} gaat niet door',
  text: `Dag {naam},

De kennissessie {kennissessie} gaat helaas niet door.`,
}

/** The organiser cancelled the session, with a word why. */
export default function SessionCancelled(props: SessionCancelledMail) {
  const { text, values, session, contact, why } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview="Je hoeft niets te doen. Haal de kennissessie uit je agenda."
      footer={<BecauseSignedUp />}
    >
      <Title>De kennissessie gaat niet door</Title>
      <Prose text={text} values={values} />
      <Paragraph>
        <Lines text={why} />
      </Paragraph>
      <Paragraph>Hij zou zijn op:</Paragraph>
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        Je hoeft niets te doen. Staat de kennissessie in je eigen agenda? Open dan het bestand kennissessie.ics bij deze
        mail, of haal hem er zelf uit.
      </Paragraph>
      <Chapter>Heb je een vraag?</Chapter>
      <Paragraph>
        Mail {oneLine(contact.name)}: <MailTo address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>
    </Layout>
  )
}

export const sample: SessionCancelledMail = {
  ...sampleMail,
  ...standard,
  why: 'Een van de sprekers is ziek geworden. We zoeken een nieuwe datum.',
}
