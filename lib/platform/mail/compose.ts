import nodemailer from 'nodemailer'
import { oneLine, safeText } from '../text'

/** A mail address with the name of its owner, which may be empty. */
export type Mailbox = { name: string; address: string }

/** A rendered mail to one recipient. Equal fields always give equal bytes in `composeMail`. */
export type Mail = {
  /** The Message-ID, including the angle brackets. */
  messageId: string
  date: Date
  to: Mailbox
  replyTo: Mailbox | null
  subject: string
  html: string
  text: string
  calendar: { content: string; method: string } | null
}

const mimeTransport = nodemailer.createTransport({
  streamTransport: true,
  buffer: true,
  newline: 'windows',
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** Returns the mail as bytes (RFC 5322, with CRLF). */
export async function composeMail(mail: Mail, from: Mailbox): Promise<Buffer> {
  const { calendar, messageId, replyTo, ...parts } = safeMail(mail)
  // An attachment and not an alternative part: Outlook shows an alternative instead of the text, and sends its replies to
  // the contact. Content type and file must name the same method, or Outlook refuses the file (RFC 6047, 2.4).
  const calendarAttachment = calendar && {
    filename: 'kennissessie.ics',
    content: calendar.content,
    contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
    contentDisposition: 'attachment' as const,
  }
  const { message } = await mimeTransport.sendMail({
    ...parts,
    from,
    messageId,
    ...(replyTo && { replyTo }),
    // The default is random, and then each attempt would be another mail.
    baseBoundary: messageId.replace(/[^a-zA-Z0-9-]/g, '').slice(0, 36),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    attachments: calendarAttachment ? [calendarAttachment] : [],
  })
  return message as Buffer
}

/** Returns the mail without characters that break a header or reverse text, which old stored mails may hold. */
const safeMail = (mail: Mail): Mail => ({
  ...mail,
  to: safeMailbox(mail.to),
  replyTo: mail.replyTo && safeMailbox(mail.replyTo),
  subject: oneLine(mail.subject),
  html: safeText(mail.html),
  text: safeText(mail.text),
})

const safeMailbox = ({ name, address }: Mailbox): Mailbox => ({ name: oneLine(name), address })
