import type { Mailbox } from '@/lib/platform/mail/compose'
import { type Frame, Layout, type SelfServiceLinks } from './layout'
import { fillPlaceholders, type PlaceholderValues, Prose } from './prose'

/** Subject and text of a mail, with placeholders. An organiser can override both. */
export type MailTemplate = { subject: string; text: string }

/** The fields of every mail to a participant. */
export type ParticipantMail = MailTemplate & {
  values: PlaceholderValues
  session: { startsAt: Date; endsAt: Date }
  contact: Mailbox
  /** Public page of the session. */
  url: string
  /** `false` on the waitlist. */
  hasSeat: boolean
  selfServiceLinks: SelfServiceLinks
  /** Agenda (Markdown) and the personal link; `null` before the release and for waitlisted readers. */
  release: { agenda: string; takePartUrl: string } | null
}

/** Name of the colleague who transferred a seat to the reader; `null` when the mail is not about a transfer. */
export type TransferStatus = { transferredFrom: string | null }

type TemplateMail = MailTemplate & { values: PlaceholderValues; selfServiceLinks?: SelfServiceLinks }

/** A mail that opens with its adaptable text. */
export const TemplateLayout = ({ mail, children, ...frame }: Frame & { mail: TemplateMail }) => (
  <Layout {...frame} subject={fillPlaceholders(mail.subject, mail.values)} selfServiceLinks={mail.selfServiceLinks}>
    <Prose text={mail.text} values={mail.values} />
    {children}
  </Layout>
)
