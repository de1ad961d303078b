import { untilInWords } from '@/lib/platform/time'
import { Layout } from './layout'
import { oneLine } from './one-line'
import { type MailWords, type ParticipantMail, sampleFarewell } from './participant-mail'
import { BecauseSignedUp, BecauseWaiting, Chapter, MailTo, Moment, PageLink, Paragraph, Title } from './parts'
import { fillIn, Prose } from './prose'

export const standard: MailWords = {
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
  const { text, values, session, contact, url, hasPlace, bySelf, closesAt, canSignUp } = props
  const Because = hasPlace ? BecauseSignedUp : BecauseWaiting
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={`Je hoeft niets te doen.${hasPlace ? ' Haal de kennissessie uit je agenda.' : ''}`}
      own={props.own}
      footer={<Because organiser={values.organisator} past />}
    >
      <Title>{hasPlace ? 'Je bent afgemeld' : 'Je staat niet meer op de wachtlijst'}</Title>
      <Prose text={text} values={values} />
      {bySelf ? <Paragraph>Fijn dat je het liet weten. Zo weten we op wie we kunnen rekenen.</Paragraph> : null}
      <Paragraph>De kennissessie is op:</Paragraph>
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        Je krijgt er geen mail meer over.
        {hasPlace
          ? ' Staat de kennissessie in je eigen agenda? Open dan het bestand kennissessie.ics bij deze mail, of haal hem er zelf uit.'
          : null}
      </Paragraph>
      <Chapter>Klopt dit niet, of wil je toch meedoen?</Chapter>
      {canSignUp ? (
        <Paragraph>
          Je kunt je opnieuw aanmelden, op de pagina van de kennissessie. Dat kan {untilInWords(closesAt)}.
        </Paragraph>
      ) : null}
      <Paragraph>
        Mail {oneLine(contact.name)}: <MailTo address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

export const sample: RegistrationCancelledMail = {
  ...sampleFarewell,
  ...standard,
  bySelf: false,
  closesAt: new Date('2022-10-31T23:00:00Z'),
  canSignUp: true,
}
