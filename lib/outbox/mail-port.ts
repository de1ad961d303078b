import type { LinkOwner } from '@/lib/personal-links/token'
import type { ClaimedMessage } from './claim'
import type { MessageCancelReason } from './schema'

type Mailbox = { name: string; address: string }

/** A rendered mail, as it is stored in the outbox. Personal links are placeholders. */
export type RenderedMail = {
  to: Mailbox
  replyTo: Mailbox | null
  subject: string
  html: string
  text: string
  calendar: { content: string; method: string } | null
}

/** State of everything a message is about, read before each attempt. */
export type SendContext = {
  /** Why the message must be cancelled; `null` when it may be sent. */
  refusal: MessageCancelReason | null
  /** True if the same mail may be enqueued again once this message is cancelled. */
  freesDedupeKey: boolean
  /** Whose personal links the mail holds; `null` for a mail without links. */
  linkOwner: LinkOwner | null
  /** Current address of the receiver; `null` if a stored mail keeps its address. */
  address: string | null
  /** The session's calendarSequence; `null` for a mail without session. */
  calendarSequence: number | null
}

/** What the outbox needs to know about the meaning of its messages. The worker passes in the implementation. */
export type MailPort = {
  readContext(message: ClaimedMessage, now: Date): Promise<SendContext>
  render(message: ClaimedMessage, context: { now: Date; siteUrl: string }): Promise<RenderedMail>
}
