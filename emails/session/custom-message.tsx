import { formatDeadline } from '@/lib/platform/time'
import { Paragraph, SectionHeading } from '../parts/blocks'
import { currentStatusReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { fillPlaceholders } from '../parts/placeholders'
import { sampleOnWaitlist } from '../parts/sample-data'
import { ContactSection, PageParagraph, PersonalButton } from '../parts/sections'

/** Renders a mail that an organiser wrote to people who registered, whatever their status is now. */
export default function CustomMessage(mail: ParticipantMail) {
  const subject = fillPlaceholders(mail.subject, mail.values)
  return (
    <TemplateLayout mail={mail} preview={subject} heading={subject} footer={currentStatusReason(mail)}>
      <OpenOffer {...mail} />
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

/** Renders the link to an offered seat. Renders nothing without an offer that can still be answered. */
function OpenOffer({ hasSeat, offerExpiresAt, cancelledAt, session, now, takeSeatUrl }: ParticipantMail) {
  if (hasSeat || cancelledAt || session.cancelledAt || !offerExpiresAt || now >= offerExpiresAt) return null
  return (
    <>
      <SectionHeading>Er is een plek voor je</SectionHeading>
      <Paragraph>We houden hem voor je vrij {formatDeadline(offerExpiresAt)}.</Paragraph>
      <PersonalButton url={takeSeatUrl} label="Kies of je komt" />
    </>
  )
}

export const sample = greeting(
  'Lees je vast in voor {kennissessie}',
  'Lees je vast in? [Dit stuk](https://example.nl/stuk) gaat over gemeenten zoals {gemeente}.',
)

const cancelled = { cancelledAt: new Date('2022-10-10T08:00:00Z'), cancelUrl: null, release: null }
export const variants: SampleVariants = {
  waitlisted: { ...sampleOnWaitlist, offerExpiresAt: null },
  offered: sampleOnWaitlist,
  cancelled,
  'cancelled-on-waitlist': { ...sampleOnWaitlist, ...cancelled },
  'after-session': { now: new Date('2022-11-09T08:00:00Z'), cancelUrl: null },
}
