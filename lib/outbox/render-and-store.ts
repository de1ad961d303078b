import { db } from '@/lib/db/client'
import type { LinkOwner } from '@/lib/personal-links/token'
import { siteUrl } from '@/lib/platform/env'
import type { Logger } from '@/lib/platform/logger'
import type { Mail } from '@/lib/platform/mail/compose'
import type { MailTransport } from '@/lib/platform/mail/transport'
import { currentSigningKeyId } from '@/lib/platform/tokens'
import { type ClaimedMessage, leaseWhere } from './claim'
import { markCancelled, markFailed } from './delivery-result'
import { fillLinkPlaceholders } from './link-placeholders'
import { hasGivenUp } from './retry-policy'
import type { MessageCancelReason, MessageKind } from './schema'

/** A rendered mail as the outbox stores it. Placeholders stand for personal links. */
export type RenderedMail = Omit<Mail, 'messageId' | 'date'>

/** Facts, read before each attempt, that decide whether and how a message is sent. */
type SendContext = {
  /** Why the message must be cancelled; `null` when it may be sent. */
  refusal: MessageCancelReason | null
  /** True if the same mail may be enqueued again once this message is cancelled. */
  freesDedupeKey: boolean
  /** The person whose personal links the mail holds; `null` for a mail without personal links. */
  linkOwner: LinkOwner | null
  /** Current e-mail address of the receiver; `null` if a rendered mail keeps the address that is stored with it. */
  address: string | null
  /** The session's calendarSequence; `null` for a mail that is not about a session. */
  calendarSequence: number | null
}

/** Functions by which the outbox reads and renders a message. The worker passes them in: the outbox knows no mail kinds. */
export type MailPort = {
  /** Mail kinds to send before all others, most urgent first. */
  urgentKinds: readonly MessageKind[]
  readContext(message: ClaimedMessage, now: Date): Promise<SendContext>
  render(message: ClaimedMessage, context: { now: Date; siteUrl: string }): Promise<RenderedMail>
}

export type DeliveryTools = { mail: MailPort; transport: MailTransport; logger: Logger; now: () => Date }

/**
 * Returns the mail to send, or `null` when the message was cancelled, given up or taken over by another worker. Renders it
 * at the first attempt. Later attempts render it again only if the address changed, the text was erased, or the session
 * changed and no earlier attempt can have delivered the mail.
 */
export async function prepareMail(message: ClaimedMessage, tools: DeliveryTools): Promise<Mail | null> {
  const { mail, logger, now } = tools
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
  const content = isStillValid(message, context) ? message.content : await renderContent(message, context, tools)
  return content && toMail(content, linkOwner)
}

/**
 * Returns whether the mail may be sent as it is stored. Not if the address changed, even if the mail may have arrived:
 * sending fills in personal links that work now, and the former address must not get these.
 */
function isStillValid({ content, maybeDuplicate }: ClaimedMessage, { address, calendarSequence }: SendContext) {
  // Content without body was erased after it was stored.
  if (!content?.html) return false
  if (address !== null && address.toLowerCase() !== content.toAddress?.toLowerCase()) return false
  // Content stored before sequences were recorded counts as current.
  return maybeDuplicate || content.renderedSequence === null || content.renderedSequence === calendarSequence
}

type StoredContent = Omit<NonNullable<ClaimedMessage['content']>, 'id'>

/** Renders a mail, and stores it for this attempt and its retries. Returns `null` if another worker took over. */
async function renderContent(message: ClaimedMessage, { calendarSequence }: SendContext, tools: DeliveryTools) {
  const { mail, transport, now } = tools
  const renderedAt = now()
  const { to, replyTo, calendar, ...body } = await mail.render(message, { now: renderedAt, siteUrl: siteUrl() })
  const content = {
    ...body,
    renderedAt,
    messageIdHeader: `<${message.id}@${transport.domain}>`,
    toName: to.name,
    toAddress: to.address,
    replyToName: replyTo?.name ?? null,
    replyToAddress: replyTo?.address ?? null,
    calendar: calendar?.content ?? null,
    calendarMethod: calendar?.method ?? null,
    signingKeyId: currentSigningKeyId(),
    // Read before rendering: if the session changed in between, a retry renders once too often instead of too seldom.
    renderedSequence: calendarSequence,
  }
  const { id, claimToken } = message
  return await db().$transaction(async (tx) => {
    // Locks the message: another worker that takes over the lease waits, and then sees the content.
    const { count } = await tx.message.updateMany({ where: leaseWhere(message), data: { claimToken } })
    if (count === 0) return null
    await tx.messageContent.upsert({ where: { id }, create: { id, ...content }, update: content })
    return content
  })
}

/** Returns the stored mail, with its placeholders replaced by the personal links of `linkOwner`, which are never stored. */
function toMail(content: StoredContent, linkOwner: LinkOwner | null): Mail {
  const { messageIdHeader, toAddress, subject, html, text, calendar, calendarMethod: method, signingKeyId } = content
  if (!messageIdHeader || !toAddress || !subject || !html || !text) throw new Error('stored content is incomplete')
  const fillLinks = (body: string) => (linkOwner ? fillLinkPlaceholders(body, linkOwner, signingKeyId) : body)
  return {
    messageId: messageIdHeader,
    date: content.renderedAt,
    to: { name: content.toName ?? '', address: toAddress },
    replyTo: content.replyToAddress ? { name: content.replyToName ?? '', address: content.replyToAddress } : null,
    subject,
    html: fillLinks(html),
    text: fillLinks(text),
    calendar: calendar && method ? { content: calendar, method } : null,
  }
}
