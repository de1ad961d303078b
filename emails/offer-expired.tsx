import { untilInWords } from '@/lib/platform/time'
import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleMail } from './participant-mail'
import { AskContact, BecauseWaiting, Moment, PageLink, Paragraph, Title } from './parts'
import { fillIn, Prose } from './prose'

export type OfferExpiredMail = ParticipantMail & {
  closesAt: Date
  /** Whether signing up is still open. */
  canSignUp: boolean
}

export const standard: MailWords = {
  subject: 'De plek bij de kennissessie {kennissessie} is niet meer vrij',
  text: `Dag {naam},

We hielden een plek voor je vrij bij de kennissessie {kennissessie}. We hoorden niets van je. Daarom kan iemand anders hem nu nemen.`,
}

/** The offer was not answered in time: the wait is over, and how to begin again. */
export default function OfferExpired(props: OfferExpiredMail) {
  const { text, values, session, contact, url, closesAt, canSignUp } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={canSignUp ? 'Wil je toch meedoen? Meld je dan opnieuw aan.' : 'Aanmelden is intussen gesloten.'}
      footer={<BecauseWaiting organiser={values.organisator} />}
    >
      <Title>De plek is niet meer vrij</Title>
      <Prose text={text} values={values} />
      <Paragraph>De kennissessie is op:</Paragraph>
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        Je staat niet meer op de wachtlijst, en je krijgt geen mail meer over deze kennissessie.{' '}
        {canSignUp
          ? `Wil je toch meedoen? Meld je dan opnieuw aan op de pagina van de kennissessie. Dat kan ${untilInWords(closesAt)}.`
          : 'Aanmelden is intussen gesloten.'}
      </Paragraph>
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
      <AskContact question="Heb je een vraag?" contact={contact} />
    </Layout>
  )
}

export const sample: OfferExpiredMail = {
  ...sampleMail,
  ...standard,
  hasPlace: false,
  release: null,
  closesAt: new Date('2022-10-31T23:00:00Z'),
  canSignUp: true,
}
