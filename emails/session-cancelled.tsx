import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleFarewell } from './participant-mail'
import { AskContact, BecauseSignedUp, BecauseWaiting, Lines, Moment, Paragraph, Title } from './parts'
import { fillIn, Prose } from './prose'

export type SessionCancelledMail = ParticipantMail & { why: string }

export const standard: MailWords = {
  subject: 'De kennissessie {kennissessie} gaat niet door',
  text: `Dag {naam},

De kennissessie {kennissessie} gaat helaas niet door.`,
}

/** The organiser cancelled the session, with a word why. */
export default function SessionCancelled(props: SessionCancelledMail) {
  const { text, values, session, contact, hasPlace, why } = props
  const Because = hasPlace ? BecauseSignedUp : BecauseWaiting
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={hasPlace ? 'Haal de kennissessie uit je agenda.' : 'De wachtlijst vervalt.'}
      own={props.own}
      footer={<Because organiser={values.organisator} past />}
    >
      <Title>De kennissessie gaat niet door</Title>
      <Prose text={text} values={values} />
      <Paragraph>
        <Lines text={why} />
      </Paragraph>
      <Paragraph>De kennissessie zou zijn op:</Paragraph>
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        {hasPlace
          ? 'Staat de kennissessie in je eigen agenda? Open dan het bestand kennissessie.ics bij deze mail, of haal hem er zelf uit.'
          : 'Je stond op de wachtlijst. Die vervalt.'}
      </Paragraph>
      <AskContact question="Heb je een vraag?" contact={contact} />
    </Layout>
  )
}

export const sample: SessionCancelledMail = {
  ...sampleFarewell,
  ...standard,
  why: 'Een van de sprekers is ziek geworden. We zoeken een nieuwe datum.',
}
