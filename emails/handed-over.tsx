import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleFarewell } from './participant-mail'
import { AskContact, BecauseSignedUp, BecauseWaiting, Moment, PageLink, Paragraph, Title } from './parts'
import { fillIn, Prose } from './prose'

export const standard: MailWords = {
  subject: 'Je plek is doorgegeven: kennissessie {kennissessie}',
  text: `Dag {naam},

Je gaf je plek bij de kennissessie {kennissessie} door aan een collega. Fijn dat je dat regelde.`,
}

/** To who handed their place, or their turn on the waiting list, to a colleague. It does not say who that is: it may be forwarded. */
export default function HandedOver(props: ParticipantMail) {
  const { text, values, session, contact, url, hasPlace } = props
  const Because = hasPlace ? BecauseSignedUp : BecauseWaiting
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={`Je collega krijgt vanaf nu de mails.${hasPlace ? ' Haal de kennissessie uit je agenda.' : ''}`}
      own={props.own}
      footer={<Because organiser={values.organisator} past />}
    >
      <Title>Je plek is doorgegeven</Title>
      <Prose text={text} values={values} />
      <Paragraph>
        Je collega hoort het per mail, en krijgt vanaf nu de mails over de kennissessie. Je antwoorden gingen mee,
        tenzij je collega zich zelf al had aangemeld. Wat je nodig had om mee te doen en je telefoonnummer gingen niet
        mee.
      </Paragraph>
      <Paragraph>De kennissessie is op:</Paragraph>
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        Jij bent nu afgemeld. De links in je eerdere mails werken niet meer.
        {hasPlace
          ? ' Staat de kennissessie in je eigen agenda? Open dan het bestand kennissessie.ics bij deze mail, of haal hem er zelf uit.'
          : null}
      </Paragraph>
      <AskContact question="Heb je dit niet zelf gedaan?" contact={contact} />
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

export const sample: ParticipantMail = { ...sampleFarewell, ...standard }
