import { db } from '@/lib/platform/db'
import { siteUrl } from '@/lib/platform/env'
import type { logger as platformLogger } from '@/lib/platform/logger'
import type { MailTransport } from '@/lib/platform/mail'
import type { Mail } from '@/lib/platform/mail-compose'
import type { ClaimedMessage } from './claim'
import { type FrozenFields, markDropped, markFailed, markFrozen } from './outcome'
import { renderMessage } from './render'
import { dropReason, hasGivenUp } from './rules'

export type DeliveryTools = {
  transport: MailTransport
  logger: Pick<typeof platformLogger, 'info' | 'warn' | 'error'>
  now: () => Date
}

/** The mail to send, frozen at the first attempt; null when there is nothing to send or the claim is lost. */
export async function prepareMail(
  message: ClaimedMessage,
  { transport, logger, now }: DeliveryTools,
): Promise<Mail | null> {
  const session = await db().session.findUniqueOrThrow({
    where: { id: message.sessionId },
    select: { cancelledAt: true, endsAt: true },
  })
  const registration = message.registrationId
    ? await db().registration.findUnique({ where: { id: message.registrationId }, select: { cancelledAt: true } })
    : null
  const reason = dropReason({ expiresAt: message.expiresAt, registration, session, now: now() })
  if (reason) {
    await markDropped(message, reason, now())
    logger.info({ message: message.id, kind: message.kind, reason }, 'mail dropped')
    return null
  }
  if (hasGivenUp(message.firstAttemptAt, now())) {
    await markFailed(message, { now: now(), lastError: message.lastError ?? 'given up', neverLeft: true })
    return null
  }
  if (message.frozenAt) return toMail(message)

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
  }
  return (await markFrozen(message, frozen)) ? toMail(frozen) : null
}

function toMail(frozen: FrozenFields): Mail {
  const { frozenAt, messageIdHeader, toName, toAddress, replyToName, replyToAddress, subject, html, text } = frozen
  if (!frozenAt || !messageIdHeader || !toAddress || !subject || !html || !text)
    throw new Error('mail is not frozen whole')
  const { calendar, calendarMethod: method } = frozen
  return {
    messageId: messageIdHeader,
    date: frozenAt,
    to: { name: toName ?? '', address: toAddress },
    replyTo: replyToAddress ? { name: replyToName ?? '', address: replyToAddress } : null,
    subject,
    html,
    text,
    calendar: calendar && method ? { content: calendar, method, filename: 'kennissessie.ics' } : null,
  }
}
