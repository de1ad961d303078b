import {
  ContactSection,
  PageLink,
  Paragraph,
  RegisteredFooter,
  SessionTime,
  Title,
  WaitlistedFooter,
} from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMailWithoutCancelLink } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export const defaultTemplate: MailTemplate = {
  subject: 'Je plek is doorgegeven: kennissessie {kennissessie}',
  text: `Dag {naam},

Je gaf je plek bij de kennissessie {kennissessie} door aan een collega. Fijn dat je dat regelde.`,
}

/** To who handed their place, or their turn on the waiting list, to a colleague. It does not say who that is: it may be forwarded. */
export default function Transferred(props: ParticipantMail) {
  const { text, values, session, contact, url, hasSeat } = props
  const FooterReason = hasSeat ? RegisteredFooter : WaitlistedFooter
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={`Je collega krijgt vanaf nu de mails.${hasSeat ? ' Haal de kennissessie uit je agenda.' : ''}`}
      selfServiceLinks={props.selfServiceLinks}
      footer={<FooterReason organiser={values.organisator} past />}
    >
      <Title>Je plek is doorgegeven</Title>
      <Prose text={text} values={values} />
      <Paragraph>
        Je collega hoort het per mail, en krijgt vanaf nu de mails over de kennissessie. Je antwoorden gingen mee,
        tenzij je collega zich zelf al had aangemeld. Wat je nodig had om mee te doen en je telefoonnummer gingen niet
        mee.
      </Paragraph>
      <Paragraph>De kennissessie is op:</Paragraph>
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        Jij bent nu afgemeld. De links in je eerdere mails werken niet meer.
        {hasSeat
          ? ' Staat de kennissessie in je eigen agenda? Open dan het bestand kennissessie.ics bij deze mail, of haal hem er zelf uit.'
          : null}
      </Paragraph>
      <ContactSection question="Heb je dit niet zelf gedaan?" contact={contact} />
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

export const sample: ParticipantMail = { ...sampleMailWithoutCancelLink, ...defaultTemplate }
