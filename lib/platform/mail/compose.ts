import nodemailer from 'nodemailer'

export type Mailbox = { name: string; address: string }

/** One mail to one person, complete: the same fields always give the same bytes. */
export type Mail = {
  /** With its angle brackets. */
  messageId: string
  date: Date
  to: Mailbox
  replyTo: Mailbox | null
  subject: string
  html: string
  text: string
  calendar: { content: string; method: string; filename: string } | null
}

const mimeTransport = nodemailer.createTransport({
  streamTransport: true,
  buffer: true,
  newline: 'windows',
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** The bytes of a mail, RFC 5322 with CRLF. */
export async function composeMail({ calendar, messageId, replyTo, ...mail }: Mail, from: Mailbox): Promise<Buffer> {
  const { message } = await mimeTransport.sendMail({
    ...mail,
    from,
    messageId,
    ...(replyTo && { replyTo }),
    // Otherwise drawn by lot, and each attempt would be another mail.
    baseBoundary: messageId.replace(/[^a-zA-Z0-9-]/g, '').slice(0, 36),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    attachments: calendar ? [calendarAttachment(calendar)] : [],
  })
  return message as Buffer
}

// A file beside the text and not an alternative to it: Outlook shows an alternative instead of our own words, and answers
// would go to the contact. Content type and file must name the same method, or Outlook refuses the file (RFC 6047, 2.4).
const calendarAttachment = ({ content, method, filename }: NonNullable<Mail['calendar']>) => ({
  filename,
  content,
  contentType: `text/calendar; charset=utf-8; method=${method}`,
  contentDisposition: 'attachment' as const,
})
