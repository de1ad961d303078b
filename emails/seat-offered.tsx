import { formatDeadline } from '@/lib/platform/time'
import { Paragraph, SessionTime } from './parts/blocks'
import { transferReason, waitlistedReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout, type TransferStatus } from './parts/participant-mail'
import { sampleMail, sampleOnWaitlist } from './parts/sample-data'
import { ContactSection, PageParagraph, PersonalButton, TransferNotice } from './parts/sections'

/** The offer expires at `until`. */
type Props = ParticipantMail & TransferStatus & { until: Date; takeSeatUrl: string }

export const defaultTemplate: MailTemplate = {
  subject: 'Er is een plek voor je bij de kennissessie {kennissessie}',
  text: `Dag {naam},

Je stond op de wachtlijst voor de kennissessie {kennissessie}. Er is nu een plek voor je vrij.`,
}

/** For a reader who was never on the waitlist, but got the offer from a colleague. */
export const defaultTemplateForTransferee: Partial<MailTemplate> = {
  text: `Dag {naam},

Er is een plek voor je vrij bij de kennissessie {kennissessie} van {organisator}.`,
}

/** Offers a free seat to the first participant on the waitlist. */
export default function SeatOffered(mail: Props) {
  return (
    <TemplateLayout
      mail={mail}
      preview={`We houden hem voor je vrij ${formatDeadline(mail.until)}.`}
      heading="Er is een plek voor je"
      footer={transferReason(mail) ?? waitlistedReason(mail)}
    >
      <TransferNotice {...mail} />
      <SessionTime {...mail.session} />
      <Paragraph>
        We houden de plek voor je vrij <strong>{formatDeadline(mail.until)}</strong>. Laat je niets weten? Dan vervalt
        de plek, en sta je niet meer op de wachtlijst.
      </Paragraph>
      <PersonalButton url={mail.takeSeatUrl} label="Kies of je komt" />
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const sample: Props = {
  ...sampleMail,
  ...defaultTemplate,
  ...sampleOnWaitlist,
  transferredFrom: null,
  until: new Date('2022-10-21T09:12:00Z'),
  takeSeatUrl: 'https://aanmelden.example.nl/plek/voorbeeld',
}
