import { formatDeadline } from '@/lib/platform/time'
import { Paragraph, SessionTime } from './parts/blocks'
import { waitlistedReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { sampleClosesAt, sampleMailWithoutCancelLink, sampleOnWaitlist } from './parts/sample-data'
import { ContactSection, PageParagraph } from './parts/sections'

type Props = ParticipantMail & { closesAt: Date; canSignUp: boolean; offerEnd: keyof typeof reasonCopy }

export const defaultTemplate: MailTemplate = {
  subject: 'De plek bij de kennissessie {kennissessie} is vervallen',
  text: `Dag {naam},

We hielden een plek voor je vrij bij de kennissessie {kennissessie}. Die plek is vervallen.`,
}

// Not part of the adaptable text: the reason differs per reader.
const reasonCopy = {
  unanswered: 'We hoorden niets van je. Daarom kan iemand anders de plek nu nemen.',
  closed: 'We hoorden niets van je voordat het aanmelden sloot. Daarom kun je de plek niet meer nemen.',
  sooner:
    'We konden de plek minder lang voor je vrijhouden dan in onze mail stond, omdat de termijn om je aan te melden is veranderd. Onze excuses.',
} as const

/** Says why a seat offer ended and how to sign up again. */
export default function OfferExpired(mail: Props) {
  const { canSignUp } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={canSignUp ? 'Wil je toch meedoen? Meld je dan opnieuw aan.' : 'Aanmelden is intussen gesloten.'}
      heading="Je plek is vervallen"
      footer={waitlistedReason(mail, 'past')}
    >
      <Paragraph>{reasonCopy[mail.offerEnd]}</Paragraph>
      <Paragraph>De kennissessie is op:</Paragraph>
      <SessionTime {...mail.session} />
      <Paragraph>
        Je staat niet meer op de wachtlijst, en je krijgt geen mail meer over deze kennissessie.{' '}
        {canSignUp
          ? `Wil je toch meedoen? Meld je dan opnieuw aan op de pagina van de kennissessie. Dat kan ${formatDeadline(mail.closesAt)}.`
          : 'Aanmelden is intussen gesloten.'}
      </Paragraph>
      <PageParagraph url={mail.url} />
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
    </TemplateLayout>
  )
}

export const sample: Props = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  ...sampleOnWaitlist,
  closesAt: sampleClosesAt,
  canSignUp: true,
  offerEnd: 'unanswered',
}
