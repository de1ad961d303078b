import type { LinkOwner } from '@/lib/personal-links/token'
import { siteUrl } from '@/lib/platform/env'
import type { logger as platformLogger } from '@/lib/platform/logger'
import type { Mail } from '@/lib/platform/mail/compose'
import type { MailTransport } from '@/lib/platform/mail/transport'
import { currentSigningKeyId } from '@/lib/platform/tokens'
import type { ClaimedMessage } from './claim'
import { markCancelled, markFailed, storeContent } from './delivery-result'
import { fillLinkPlaceholders } from './link-placeholders'
import type { MailPort, SendContext } from './mail-port'
import { hasGivenUp } from './retry-policy'

export type DeliveryTools = {
  mail: MailPort
  transport: MailTransport
  logger: Pick<typeof platformLogger, 'info' | 'warn' | 'error'>
  now: () => Date
}

/**
 * Returns the mail to send, or `null` when the message was cancelled or given up or another worker took over. Renders at the
 * first attempt; again only for another address, or if the session changed and the mail surely did not arrive.
 */
export async function prepareMail(
  message: ClaimedMessage,
  { mail, transport, logger, now }: DeliveryTools,
): Promise<Mail | null> {
  const context = await mail.readContext(message, now())
  const { refusal: reason, freesDedupeKey, linkOwner } = context
  if (reason) {
    await markCancelled(message, { reason, now: now(), freesDedupeKey })
    logger.info({ message: message.id, kind: message.kind, reason }, 'mail cancelled')
    return null
  }
  if (hasGivenUp(message.firstAttemptAt, now())) {
    await markFailed(message, { now: now(), lastError: message.lastError ?? 'given up', serverNotReached: true })
    return null
  }
  const { content } = message
  // Content without body was redacted since.
  if (content?.html && isStillValid(content, context, message)) return toMail(content, linkOwner)

  const renderedAt = now()
  const rendered = await mail.render(message, { now: renderedAt, siteUrl: siteUrl() })
  const newContent = {
    renderedAt,
    messageIdHeader: `<${message.id}@${transport.domain}>`,
    toName: rendered.to.name,
    toAddress: rendered.to.address,
    replyToName: rendered.replyTo?.name ?? null,
    replyToAddress: rendered.replyTo?.address ?? null,
    subject: rendered.subject,
    html: rendered.html,
    text: rendered.text,
    calendar: rendered.calendar?.content ?? null,
    calendarMethod: rendered.calendar?.method ?? null,
    signingKeyId: currentSigningKeyId(),
    // Read before rendering: if the session changed in between, a retry renders once too often instead of too seldom.
    renderedSequence: context.calendarSequence,
  }
  return (await storeContent(message, newContent)) ? toMail(newContent, linkOwner) : null
}

type StoredContent = Omit<NonNullable<ClaimedMessage['content']>, 'id'>

/**
 * Whether stored content is sent unchanged. For another address it is rendered again even if it may have arrived: sending
 * fills in the link that works now, which the former address must not get.
 */
function isStillValid(
  { toAddress, renderedSequence }: StoredContent,
  { address, calendarSequence }: SendContext,
  { maybeDuplicate }: ClaimedMessage,
): boolean {
  if (address !== null && address.toLowerCase() !== toAddress?.toLowerCase()) return false
  // Content stored before sequences were recorded counts as current.
  return maybeDuplicate || renderedSequence === null || renderedSequence === calendarSequence
}

/** The stored mail with the personal links of its receiver, which are stored nowhere. */
function toMail(content: StoredContent, linkOwner: LinkOwner | null): Mail {
  const { messageIdHeader, toAddress, subject, html, text, calendar, calendarMethod: method, signingKeyId } = content
  if (!messageIdHeader || !toAddress || !subject || !html || !text) throw new Error('stored content is incomplete')
  return {
    messageId: messageIdHeader,
    date: content.renderedAt,
    to: { name: content.toName ?? '', address: toAddress },
    replyTo: content.replyToAddress ? { name: content.replyToName ?? '', address: content.replyToAddress } : null,
    subject,
    html: linkOwner ? fillLinkPlaceholders(html, linkOwner, signingKeyId) : html,
    text: linkOwner ? fillLinkPlaceholders(text, linkOwner, signingKeyId) : text,
    calendar: calendar && method ? { content: calendar, method, filename: 'kennissessie.ics' } : null,
  }
}
