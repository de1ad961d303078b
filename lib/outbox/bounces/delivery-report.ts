import { type ParsedMail, simpleParser } from 'mailparser'
import { oneLine } from '@/lib/platform/text'

/** What a server reports about an earlier mail in a delivery status notification (RFC 3464). */
export type DeliveryReport = {
  /** Message-ID of the mail that the report is about, including the angle brackets; `null` when the report names none. */
  messageId: string | null
  /** Why the mail failed for good; `null` when the report is about a delay or a delivery. */
  failure: {
    /** Answer of the receiving server, such as "550 5.1.1 User unknown". May lack the reply code. */
    answer: string
    /** Address that the mail failed for, or `null`. With forwarding it is not the address that the mail was sent to. */
    recipient: string | null
  } | null
}

const statusType = /^message\/(global-)?delivery-status$/
const returnedMailType = /^(message\/(rfc822|global)|text\/rfc822-headers|message\/(rfc822|global)-headers)$/

/**
 * Parses a mail as a delivery status notification. Returns `null` for any other mail, such as an automatic reply, a read
 * receipt or a notification that somebody forwarded.
 */
export async function parseDeliveryReport(source: Buffer): Promise<DeliveryReport | null> {
  const mail = await simpleParser(source, {
    keepDeliveryStatus: true,
    ignoreEmbedded: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  })
  const contentType = mail.headers.get('content-type') as { value?: string } | undefined
  const partText = (type: RegExp) =>
    mail.attachments.find((part) => type.test(part.contentType))?.content.toString('utf8')
  const status = partText(statusType)
  if (contentType?.value !== 'multipart/report' || status === undefined) return null
  const groups = status.split(/\r?\n[ \t]*\r?\n/).map(readFields)
  const returnedMail = readFields(partText(returnedMailType)?.split(/\r?\n\r?\n/)[0] ?? '')
  return { messageId: findMessageId(mail, returnedMail, groups), failure: findFailure(groups) }
}

type Fields = Map<string, string>

/** Returns the header fields in `text` by lower-case name. A line that begins with white space continues a field. */
function readFields(text: string): Fields {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const fields = lines.flatMap((line) => {
    const [, name, value = ''] = /^([\w-]+)[ \t]*:(.*)$/.exec(line) ?? []
    return name ? [[name.toLowerCase(), value.trim()] as const] : []
  })
  // Of a repeated field the first counts.
  return new Map(fields.reverse())
}

const messageIdPattern = /<[^<>\s]+@[^<>\s]+>/g

/**
 * Returns the Message-ID of the mail that came back. Fields of the report itself count only if the returned mail names
 * none: they may name an earlier mail of the same conversation.
 */
function findMessageId({ inReplyTo, references }: ParsedMail, returnedMail: Fields, groups: Fields[]): string | null {
  const envelopeId = groups[0]?.get('original-envelope-id')?.replace(/^<?([^<>\s]+)>?$/, '<$1>')
  const candidates = [returnedMail.get('message-id'), envelopeId, inReplyTo, [references ?? []].flat().at(-1)]
  return candidates.flatMap((text) => text?.match(messageIdPattern)?.at(-1) ?? [])[0] ?? null
}

/** Returns the first failure of a recipient, or `null`. `failed` is final, even with status 4.x.x (RFC 3464, 2.3.3). */
function findFailure(groups: Fields[]): DeliveryReport['failure'] {
  const failed = groups.find((fields) => {
    const action = fields.get('action')?.toLowerCase()
    return action ? /^failed\b/.test(action) : /^5\./.test(fields.get('status') ?? '')
  })
  if (!failed) return null
  const address = failed.get('original-recipient') ?? failed.get('final-recipient')
  const recipient = address?.replace(/^[\w-]+\s*;\s*/, '').replace(/^<(.*)>$/, '$1') || null
  return { answer: joinAnswer(failed), recipient }
}

function joinAnswer(fields: Fields): string {
  const status = /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? ''
  const diagnostic = oneLine(fields.get('diagnostic-code') ?? '').replace(/^[\w.-]+\s*;\s*/, '')
  const [, replyCode = '', words = ''] = /^(\d{3}(?:[ -]|$))?(.*)$/.exec(diagnostic) ?? []
  return /^\d\.\d{1,3}\.\d{1,3}\b/.test(words) ? diagnostic : `${replyCode}${status} ${words}`.trim()
}
