import type { LinkOwner } from '@/lib/personal-links/token'
import { siteUrl } from '@/lib/platform/env'
import type { logger as platformLogger } from '@/lib/platform/logger'
import type { Mail } from '@/lib/platform/mail/compose'
import type { MailTransport } from '@/lib/platform/mail/transport'
import { currentSigningKeyId } from '@/lib/platform/tokens'
import type { ClaimedMessage } from './claim'
import { markCancelled, markFailed, type RenderedFields, storeRendered } from './delivery-result'
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
 * The mail to send, or null when there is nothing to send or the claim is lost. Frozen at the first attempt, and anew only
 * when it is for another address by now, or when it surely did not arrive and tells of a session that has changed since:
 * otherwise an old date comes after the new.
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
  const isStillValid = isAddressed(message, context) && (message.maybeDuplicate || isCurrent(message, context))
  // Without its words: somebody who was named in it is erased since.
  if (message.renderedAt && message.html && isStillValid) return toMail(message, linkOwner)

  const at = now()
  const rendered = await mail.render(message, { now: at, siteUrl: siteUrl() })
  const storedFields: RenderedFields = {
    renderedAt: at,
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
    // From before it was rendered: should the session have changed in between, a retry renders it once too often, not too seldom.
    renderedSequence: context.calendarSequence,
  }
  return (await storeRendered(message, storedFields)) ? toMail(storedFields, linkOwner) : null
}

/** Whether a stored mail describes the current session. Mails stored before sequences were recorded count as current. */
const isCurrent = ({ renderedSequence }: ClaimedMessage, { calendarSequence }: SendContext) =>
  renderedSequence === null || renderedSequence === calendarSequence

/**
 * Whether a stored mail still has the right address. For another address it is rendered again even if it may have arrived:
 * sending fills in the link that works now, which the former address must not get.
 */
const isAddressed = ({ toAddress }: ClaimedMessage, { address }: SendContext) =>
  address === null || address.toLowerCase() === toAddress?.toLowerCase()

/** The frozen mail as it goes out: with the personal link of its reader, which is kept nowhere. */
function toMail(fields: RenderedFields, owner: LinkOwner | null): Mail {
  const { renderedAt, messageIdHeader, toName, toAddress, replyToName, replyToAddress, subject, html, text } = fields
  if (!renderedAt || !messageIdHeader || !toAddress || !subject || !html || !text)
    throw new Error('mail is not frozen whole')
  const { calendar, calendarMethod: method, signingKeyId } = fields
  return {
    messageId: messageIdHeader,
    date: renderedAt,
    to: { name: toName ?? '', address: toAddress },
    replyTo: replyToAddress ? { name: replyToName ?? '', address: replyToAddress } : null,
    subject,
    html: owner ? fillLinkPlaceholders(html, owner, signingKeyId) : html,
    text: owner ? fillLinkPlaceholders(text, owner, signingKeyId) : text,
    calendar: calendar && method ? { content: calendar, method, filename: 'kennissessie.ics' } : null,
  }
}
