import type { Mailbox } from '@/lib/platform/mail/compose'
import type { MailTemplate } from '../schema'

/** What a mail is made from besides its row. */
export type RenderContext = {
  now: Date
  siteUrl: string
  domain: string
  /** Words to use whatever words hold: those of a letter, or some that are being tried out. */
  draft?: MailTemplate
}

/** A mail as it will stand frozen in the outbox. */
export type RenderedMail = {
  to: Mailbox
  replyTo: Mailbox | null
  subject: string
  html: string
  text: string
  calendar: { content: string; method: string } | null
}
