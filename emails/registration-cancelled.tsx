import { formatDeadline } from '@/lib/platform/time'
import {
  MailtoLink,
  PageLink,
  Paragraph,
  RegisteredFooter,
  SectionHeading,
  SessionTime,
  Title,
  WaitlistedFooter,
} from './parts/blocks'
import { Layout } from './parts/layout'
import { oneLine } from './parts/one-line'
import { type MailTemplate, type ParticipantMail, sampleMailWithoutCancelLink } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export const defaultTemplate: MailTemplate = {
  subject: 'Je bent afgemeld voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Je bent afgemeld voor de kennissessie {kennissessie}. Jammer dat je er niet bij bent.`,
}

export type RegistrationCancelledMail = ParticipantMail & {
  /** The reader cancelled, and no organiser. */
  bySelf: boolean
  closesAt: Date
  /** Whether signing up is still open. */
  canSignUp: boolean
}

/** Somebody is off the list: by themselves, or by an organiser who wants them to know. */
export default function RegistrationCancelled(props: RegistrationCancelledMail) {
  const { text, values, session, contact, url, hasSeat, bySelf, closesAt, canSignUp } = props
  const FooterReason = hasSeat ? RegisteredFooter : WaitlistedFooter
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={`Je hoeft niets te doen.${hasSeat ? ' Haal de kennissessie uit je agenda.' : ''}`}
      selfServiceLinks={props.selfServiceLinks}
      footer={<FooterReason organiser={values.organisator} past />}
    >
      <Title>{hasSeat ? 'Je bent afgemeld' : 'Je staat niet meer op de wachtlijst'}</Title>
      <Prose text={text} values={values} />
      {bySelf ? <Paragraph>Fijn dat je het liet weten. Zo weten we op wie we kunnen rekenen.</Paragraph> : null}
      <Paragraph>De kennissessie is op:</Paragraph>
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        Je krijgt er geen mail meer over.
        {hasSeat
          ? ' Staat de kennissessie in je eigen agenda? Open dan het bestand kennissessie.ics bij deze mail, of haal hem er zelf uit.'
          : null}
      </Paragraph>
      <SectionHeading>Klopt dit niet, of wil je toch meedoen?</SectionHeading>
      {canSignUp ? (
        <Paragraph>
          Je kunt je opnieuw aanmelden, op de pagina van de kennissessie. Dat kan {formatDeadline(closesAt)}.
        </Paragraph>
      ) : null}
      <Paragraph>
        Mail {oneLine(contact.name)}: <MailtoLink address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

export const sample: RegistrationCancelledMail = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  bySelf: false,
  closesAt: new Date('2022-10-31T23:00:00Z'),
  canSignUp: true,
}
