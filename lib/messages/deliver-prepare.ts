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
  const { session, registration } = await readStanding(message)
  const reason = dropReason({ message, registration, session, now: now() })
  if (reason) {
    await markDropped(message, reason, now())
    logger.info({ message: message.id, kind: message.kind, reason }, 'mail dropped')
    return null
  }
  if (hasGivenUp(message.firstAttemptAt, now())) {
    await markFailed(message, { now: now(), lastError: message.lastError ?? 'given up', neverLeft: true })
    return null
  }
  // With another address since it was frozen it is another mail: the old one holds a link that is now somebody else's.
  const addressChanged = registration !== null && registration.email !== message.toAddress
  if (message.frozenAt && !addressChanged) return toMail(message, registration)

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
  }
  return (await markFrozen(message, frozen)) ? toMail(frozen, registration) : null
}

/** How things stand with whom and what it is about, now. */
async function readStanding({ sessionId, registrationId }: ClaimedMessage) {
  const { releases, ...session } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      cancelledAt: true,
      endsAt: true,
      releases: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  const registration = registrationId
    ? await db().registration.findUnique({
        where: { id: registrationId },
        select: { id: true, linkVersion: true, cancelledAt: true, email: true },
      })
    : null
  return { session: { ...session, latestRelease: releases[0]?.number ?? null }, registration }
}

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
