import {
  ContactSection,
  MultilineText,
  Paragraph,
  RegisteredFooter,
  SessionTime,
  Title,
  WaitlistedFooter,
} from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMailWithoutCancelLink } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export type SessionCancelledMail = ParticipantMail & { reason: string }

export const defaultTemplate: MailTemplate = {
  subject: 'De kennissessie {kennissessie} gaat niet door',
  text: `Dag {naam},

De kennissessie {kennissessie} gaat helaas niet door.`,
}

/** The organiser cancelled the session, with a word why. */
export default function SessionCancelled(props: SessionCancelledMail) {
  const { text, values, session, contact, hasSeat, reason } = props
  const FooterReason = hasSeat ? RegisteredFooter : WaitlistedFooter
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={hasSeat ? 'Haal de kennissessie uit je agenda.' : 'De wachtlijst vervalt.'}
      selfServiceLinks={props.selfServiceLinks}
      footer={<FooterReason organiser={values.organisator} past />}
    >
      <Title>De kennissessie gaat niet door</Title>
      <Prose text={text} values={values} />
      <Paragraph>
        <MultilineText text={reason} />
      </Paragraph>
      <Paragraph>De kennissessie zou zijn op:</Paragraph>
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        {hasSeat
          ? 'Staat de kennissessie in je eigen agenda? Open dan het bestand kennissessie.ics bij deze mail, of haal hem er zelf uit.'
          : 'Je stond op de wachtlijst. Die vervalt.'}
      </Paragraph>
      <ContactSection question="Heb je een vraag?" contact={contact} />
    </Layout>
  )
}

export const sample: SessionCancelledMail = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  reason: 'Een van de sprekers is ziek geworden. We zoeken een nieuwe datum.',
}
