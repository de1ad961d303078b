import { formatDeadline } from '@/lib/platform/time'
import { ContactSection, PageLink, Paragraph, SessionTime, Title, WaitlistedFooter } from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMailWithoutCancelLink } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export type OfferExpiredMail = ParticipantMail & {
  closesAt: Date
  /** Whether signing up is still open. */
  canSignUp: boolean
  /** Nobody answered in time, signing up closed, or it ended sooner than the offer had said. */
  offerEnd: 'unanswered' | 'closed' | 'sooner'
}

export const defaultTemplate: MailTemplate = {
  subject: 'De plek bij de kennissessie {kennissessie} is vervallen',
  text: `Dag {naam},

We hielden een plek voor je vrij bij de kennissessie {kennissessie}. Die plek is vervallen.`,
}

// Not in the words that an organiser can change: these hold for one reader and not for the next.
const reasonCopy = {
  unanswered: 'We hoorden niets van je. Daarom kan iemand anders de plek nu nemen.',
  closed: 'We hoorden niets van je voordat het aanmelden sloot. Daarom kun je de plek niet meer nemen.',
  sooner:
    'We konden de plek minder lang voor je vrijhouden dan in onze mail stond, omdat de termijn om je aan te melden is veranderd. Onze excuses.',
} as const

/** The offer has ended, and how it came to that: the wait is over, and how to begin again. */
export default function OfferExpired(props: OfferExpiredMail) {
  const { text, values, session, contact, url, closesAt, canSignUp, offerEnd } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={canSignUp ? 'Wil je toch meedoen? Meld je dan opnieuw aan.' : 'Aanmelden is intussen gesloten.'}
      selfServiceLinks={props.selfServiceLinks}
      footer={<WaitlistedFooter organiser={values.organisator} past />}
    >
      <Title>Je plek is vervallen</Title>
      <Prose text={text} values={values} />
      <Paragraph>{reasonCopy[offerEnd]}</Paragraph>
      <Paragraph>De kennissessie is op:</Paragraph>
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        Je staat niet meer op de wachtlijst, en je krijgt geen mail meer over deze kennissessie.{' '}
        {canSignUp
          ? `Wil je toch meedoen? Meld je dan opnieuw aan op de pagina van de kennissessie. Dat kan ${formatDeadline(closesAt)}.`
          : 'Aanmelden is intussen gesloten.'}
      </Paragraph>
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
      <ContactSection question="Heb je een vraag?" contact={contact} />
    </Layout>
  )
}

export const sample: OfferExpiredMail = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  hasSeat: false,
  release: null,
  closesAt: new Date('2022-10-31T23:00:00Z'),
  canSignUp: true,
  offerEnd: 'unanswered',
}
