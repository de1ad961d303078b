import { formatDeadline } from '@/lib/platform/time'
import { Paragraph, SessionTime } from '../parts/blocks'
import { waitlistedReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { afterRegistrationClosed } from '../parts/sample-data'
import { ContactSection, PageParagraph } from '../parts/sections'

export const defaultTemplate = greeting(
  'De plek bij de kennissessie {kennissessie} is vervallen',
  'We hielden een plek voor je vrij bij de kennissessie {kennissessie}. Die plek is vervallen.',
)

// Organisers cannot override these texts, because the reason differs per participant.
const reasonCopy = {
  unanswered: 'We hoorden niets van je. Daarom kan iemand anders de plek nu nemen.',
  closed: 'We hoorden niets van je voordat het aanmelden sloot. Daarom kun je de plek niet meer nemen.',
  sooner:
    'We konden de plek minder lang voor je vrijhouden dan in onze mail stond, omdat de termijn om je aan te melden is veranderd. Onze excuses.',
} as const

/** Renders the mail that explains why a seat offer ended and how to sign up again. */
export default function OfferExpired(mail: ParticipantMail) {
  const { now, session, details } = mail
  const canSignUp = now < session.registrationClosesAt
  return (
    <TemplateLayout
      mail={mail}
      preview={canSignUp ? 'Wil je toch meedoen? Meld je dan opnieuw aan.' : 'Aanmelden is intussen gesloten.'}
      heading="Je plek is vervallen"
      footer={waitlistedReason(mail, 'past')}
      withoutCancelLink
    >
      <Paragraph>{reasonCopy[details.offerEnd ?? 'unanswered']}</Paragraph>
      <Paragraph>De kennissessie is op:</Paragraph>
      <SessionTime {...session} />
      <Paragraph>
        Je staat niet meer op de wachtlijst, en je krijgt vanzelf geen mail meer over deze kennissessie.{' '}
        {canSignUp
          ? `Wil je toch meedoen? Meld je dan opnieuw aan op de pagina van de kennissessie. Dat kan ${formatDeadline(session.registrationClosesAt)}.`
          : 'Aanmelden is intussen gesloten.'}
      </Paragraph>
      <PageParagraph url={mail.url} />
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
    </TemplateLayout>
  )
}

export const variants: SampleVariants = {
  closed: { details: { offerEnd: 'closed' }, ...afterRegistrationClosed },
  sooner: { details: { offerEnd: 'sooner' }, ...afterRegistrationClosed },
}
