import { untilInWords } from '@/lib/platform/time'
import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleMail } from './participant-mail'
import { AskContact, BecauseWaiting, Moment, PageLink, Paragraph, Press, Title } from './parts'
import { fillIn, Prose } from './prose'
import { BecauseReceived, HandedOverBy, type Received } from './received'

export type PlaceOfferedMail = ParticipantMail &
  Received & {
    /** From then on the place goes to somebody else. */
    until: Date
    /** The reader's own page, on which they take the place or let it go. */
    takePlaceUrl: string
  }

export const standard: MailWords = {
  subject: 'Er is een plek voor je bij de kennissessie {kennissessie}',
  text: `Dag {naam},

Je stond op de wachtlijst voor de kennissessie {kennissessie}. Er is nu een plek voor je vrij.`,
}

/** The standard text for who never waited: a colleague did, to whom the place was offered. */
export const standardHandedOver: Partial<MailWords> = {
  text: `Dag {naam},

Er is een plek voor je vrij bij de kennissessie {kennissessie} van {organisator}.`,
}

/** A place freed up for who waits longest: until when it is theirs, and where they take it. */
export default function PlaceOffered(props: PlaceOfferedMail) {
  const { text, values, session, contact, url, until, takePlaceUrl } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={`We houden hem voor je vrij ${untilInWords(until)}.`}
      own={props.own}
      footer={props.handedOverBy ? <BecauseReceived {...props} /> : <BecauseWaiting organiser={values.organisator} />}
    >
      <Title>Er is een plek voor je</Title>
      <Prose text={text} values={values} />
      <HandedOverBy {...props} />
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        We houden de plek voor je vrij <strong>{untilInWords(until)}</strong>. Laat je niets weten? Dan vervalt de plek,
        en sta je niet meer op de wachtlijst.
      </Paragraph>
      <Press url={takePlaceUrl}>Kies of je komt</Press>
      <Paragraph>Deze link is van jou. Geef hem niet door: een collega kan zich zelf aanmelden.</Paragraph>
      <AskContact question="Heb je een vraag?" contact={contact} />
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

export const sample: PlaceOfferedMail = {
  ...sampleMail,
  ...standard,
  hasPlace: false,
  handedOverBy: null,
  release: null,
  until: new Date('2022-10-21T09:12:00Z'),
  takePlaceUrl: 'https://aanmelden.example.nl/plek/voorbeeld',
}
