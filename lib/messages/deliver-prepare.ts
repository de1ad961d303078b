import { db } from '@/lib/platform/db'
import { siteUrl } from '@/lib/platform/env'
import type { logger as platformLogger } from '@/lib/platform/logger'
import type { MailTransport } from '@/lib/platform/mail'
import type { Mail } from '@/lib/platform/mail-compose'
import type { LinkOwner } from '@/lib/platform/personal-token'
import { currentSecretMark } from '@/lib/platform/tokens'
import type { ClaimedMessage } from './claim'
import { type FrozenFields, markDropped, markFailed, markFrozen } from './outcome'
import { fillPersonalLink } from './personal-link'
import { renderMessage } from './render'
import { dropReason, hasGivenUp } from './rules'
import { readStanding } from './standing'

export type DeliveryTools = {
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
  { transport, logger, now }: DeliveryTools,
): Promise<Mail | null> {
  const standing = await readStanding(db(), message)
  const { session, owner, to } = standing
  const reason = dropReason({ ...standing, message, now: now() })
  if (reason) {
    await markDropped(message, reason, now())
    logger.info({ message: message.id, kind: message.kind, reason }, 'mail dropped')
    return null
  }
  if (hasGivenUp(message.firstAttemptAt, now())) {
    await markFailed(message, { now: now(), lastError: message.lastError ?? 'given up', neverLeft: true })
    return null
  }
  const holds = isFor(to, message) && (message.maybeDuplicate || tellsOf(message, session))
  // Without its words: somebody who was named in it is erased since.
  if (message.frozenAt && message.html && holds) return toMail(message, owner)

  const at = now()
  const rendered = await renderMessage(message, { now: at, siteUrl: siteUrl(), domain: transport.domain })
  const frozen: FrozenFields = {
    frozenAt: at,
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
    secretMark: currentSecretMark(),
    // From before it was rendered: should the session have changed in between, a retry renders it once too often, not too seldom.
    frozenSequence: session?.calendarSequence ?? null,
  }
  return (await markFrozen(message, frozen)) ? toMail(frozen, owner) : null
}

/** Whether a frozen mail is about the session as it is. One that was frozen before this was kept counts as such. */
const tellsOf = ({ frozenSequence }: ClaimedMessage, session: { calendarSequence: number } | null) =>
  frozenSequence === null || frozenSequence === session?.calendarSequence

/**
 * Whether a frozen mail still goes to whom it is for. With another address it is written anew even when it may have arrived:
 * sending fills in the link that holds now, and whoever has the old address must not get that one.
 */
const isFor = (to: string | null, { toAddress }: ClaimedMessage) =>
  to === null || to.toLowerCase() === toAddress?.toLowerCase()

/** The frozen mail as it goes out: with the personal link of its reader, which is kept nowhere. */
function toMail(frozen: FrozenFields, owner: LinkOwner | null): Mail {
  const { frozenAt, messageIdHeader, toName, toAddress, replyToName, replyToAddress, subject, html, text } = frozen
  if (!frozenAt || !messageIdHeader || !toAddress || !subject || !html || !text)
    throw new Error('mail is not frozen whole')
  const { calendar, calendarMethod: method, secretMark } = frozen
  return {
    messageId: messageIdHeader,
    date: frozenAt,
    to: { name: toName ?? '', address: toAddress },
    replyTo: replyToAddress ? { name: replyToName ?? '', address: replyToAddress } : null,
    subject,
    html: owner ? fillPersonalLink(html, owner, secretMark) : html,
    text: owner ? fillPersonalLink(text, owner, secretMark) : text,
    calendar: calendar && method ? { content: calendar, method, filename: 'kennissessie.ics' } : null,
  }
}
