/** What a mail is made from besides its row. */
export type RenderContext = { now: Date; siteUrl: string; domain: string }

type Mailbox = { name: string; address: string }

/** A mail as it will stand frozen in the outbox. */
export type RenderedMail = {
  to: Mailbox
  replyTo: Mailbox | null
  subject: string
  html: string
  text: string
  calendar: { content: string; method: string } | null
}
