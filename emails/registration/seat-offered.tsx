import { formatDeadline } from '@/lib/platform/time'
import { Paragraph, SessionTime } from '../parts/blocks'
import { transferReason, waitlistedReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { sampleOnWaitlist, sampleTransfer } from '../parts/sample-data'
import { ContactSection, PageParagraph, PersonalButton, TransferNotice } from '../parts/sections'

export const defaultTemplate = greeting(
  'Er is een plek voor je bij de kennissessie {kennissessie}',
  'Je stond op de wachtlijst voor de kennissessie {kennissessie}. Er is nu een plek voor je vrij.',
)

/** Default template for a participant to whom a colleague transferred the offered seat. */
export const defaultTemplateForTransferee = greeting(
  defaultTemplate.subject,
  'Er is een plek voor je vrij bij de kennissessie {kennissessie} van {organisator}.',
)

/** Renders the mail that offers a free seat to the first participant on the waitlist. */
export default function SeatOffered(mail: ParticipantMail) {
  const deadline = formatDeadline(mail.offerExpiresAt ?? mail.session.registrationClosesAt)
  return (
    <TemplateLayout
      mail={mail}
      preview={`We houden hem voor je vrij ${deadline}.`}
      heading="Er is een plek voor je"
      footer={transferReason(mail) ?? waitlistedReason(mail)}
    >
      <TransferNotice {...mail} />
      <SessionTime {...mail.session} />
      <Paragraph>
        We houden de plek voor je vrij <strong>{deadline}</strong>. Laat je niets weten? Dan vervalt de plek, en sta je
        niet meer op de wachtlijst.
      </Paragraph>
      <PersonalButton url={mail.takeSeatUrl} label="Kies of je komt" />
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const sample = sampleOnWaitlist
export const variants: SampleVariants = { transferred: { ...defaultTemplateForTransferee, ...sampleTransfer } }
