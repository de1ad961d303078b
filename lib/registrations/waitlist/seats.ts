import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { enqueueMessages, type NewMessage } from '@/lib/outbox/enqueue'
import { auditRegistration } from '../insert'
import { canOffer, offerEndReason, offerExpiry, offersToMake, type Seats } from '../rules'

/**
 * What an organiser is changing of the session is done first, and what comes after waits: nobody signs up for what has just
 * been taken away. Where places are counted, who takes or frees one also waits for who was before: each then counts what is
 * true. Without a capacity sign-ups do not wait for each other.
 */
export async function lockSeats(tx: Transaction, sessionId: string): Promise<void> {
  if (!(await lockRow(tx, 'Session', sessionId, 'KEY SHARE'))) return
  const withCapacity = { id: sessionId, capacity: { not: null } }
  if ((await tx.session.count({ where: withCapacity })) > 0) await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
}

/** How the places of a kennissessie (its id, a UUID) stand: true as long as they are held. Throws when there is none. */
export async function countSeats(tx: Transaction, sessionId: string): Promise<Seats> {
  const [seats] = await tx.$queryRaw<Seats[]>`
    SELECT s."capacity",
      count(r."id") FILTER (WHERE r."waitlistedAt" IS NULL)::int AS "taken",
      count(r."id") FILTER (WHERE r."offerExpiresAt" IS NOT NULL)::int AS "offered",
      count(r."id") FILTER (WHERE r."waitlistedAt" IS NOT NULL AND r."offerExpiresAt" IS NULL)::int AS "waitlisted"
    FROM "Session" AS s LEFT JOIN "Registration" AS r ON r."sessionId" = s."id" AND r."cancelledAt" IS NULL
    WHERE s."id" = ${sessionId}::uuid GROUP BY s."id"`
  if (!seats) throw new Error('no such session')
  return seats
}

/**
 * Ends what was offered and not answered in time, and offers what is free to who waits longest, with a mail to each; gives how
 * many were offered. An offer keeps its place until it was ended here, whatever the clocks of others say: so no place goes to
 * two. Called by all that frees a place, with the places held.
 */
export async function offerFreeSeats(tx: Transaction, sessionId: string, now: Date): Promise<number> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { cancelledAt: true, registrationClosesAt: true },
  })
  // Everybody was told that it does not take place.
  if (session.cancelledAt) return 0
  const isOpen = canOffer(session, now)
  await endOffers(tx, sessionId, { now, isOpen })
  if (!isOpen) return 0
  const nextInLine = await tx.registration.findMany({
    where: { sessionId, cancelledAt: null, waitlistedAt: { not: null }, offerExpiresAt: null, erasedAt: null },
    orderBy: [{ waitlistedAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: offersToMake(await countSeats(tx, sessionId)),
    select: { id: true, version: true },
  })
  const expiresAt = offerExpiry(session, now)
  await tx.registration.updateMany({
    where: { id: { in: nextInLine.map(({ id }) => id) } },
    data: { offerExpiresAt: expiresAt },
  })
  await enqueueOfferMails(tx, nextInLine, {
    kind: 'place-offered',
    action: 'seatOffered',
    sessionId,
    expiresAt: expiresAt,
    now,
  })
  return nextInLine.length
}

/** The moment that stands in the mail with the offer: what somebody counts on, whatever became of it. */
const latestOfferMail = {
  where: { kind: 'place-offered' },
  orderBy: { createdAt: 'desc' },
  take: 1,
  select: { expiresAt: true },
} as const

/**
 * Who did not answer is off the list, and can sign up again: whoever waits behind them would otherwise wait for nobody. The mail
 * keeps how it ended, for by the time that it is written another moment may hold.
 */
async function endOffers(tx: Transaction, sessionId: string, { now, isOpen }: { now: Date; isOpen: boolean }) {
  const ended = await tx.registration.findMany({
    where: { sessionId, cancelledAt: null, offerExpiresAt: isOpen ? { lte: now } : { not: null } },
    select: { id: true, version: true, offerExpiresAt: true, messages: latestOfferMail },
  })
  const ids = ended.map(({ id }) => id)
  await tx.registration.updateMany({
    where: { id: { in: ids } },
    data: { cancelledAt: now, version: { increment: 1 } },
  })
  // Signing up was closed sooner than they were told.
  await tx.registration.updateMany({
    where: { id: { in: ids }, offerExpiresAt: { gt: now } },
    data: { offerExpiresAt: now },
  })
  const recipients = ended.map(({ messages: [offer], ...person }) => ({
    ...person,
    details: { offerEnd: offerEndReason({ ...person, announcedUntil: offer?.expiresAt ?? null, isOpen }, now) },
  }))
  await enqueueOfferMails(tx, recipients, {
    kind: 'offer-expired',
    action: 'seatOfferExpired',
    sessionId,
    now,
  })
}

type OfferMail = {
  kind: 'place-offered' | 'offer-expired'
  action: AuditAction
  sessionId: string
  expiresAt?: Date
  now: Date
}

type OfferMailRecipient = { id: string; version: number; details?: NewMessage['details'] }

/** With the version in its key, somebody who was put back on the list hears of a second offer too. */
async function enqueueOfferMails(tx: Transaction, recipients: OfferMailRecipient[], { action, ...message }: OfferMail) {
  await enqueueMessages(
    tx,
    recipients.map(({ id, version, details }) => ({
      ...message,
      details,
      registrationId: id,
      dedupeKey: `${message.kind}:${id}:${version}`,
      dueAt: message.now,
    })),
  )
  for (const { id } of recipients)
    await auditRegistration(tx, action, { now: message.now, bySystem: true, registrationId: id })
}
