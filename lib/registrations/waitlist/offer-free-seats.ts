import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessages, type NewMessage } from '@/lib/outbox/enqueue'
import { auditRegistration } from '../change-log'
import { statusFilters, withoutSeat } from '../status'
import { canOffer, offerEndReason, offerExpiry, offersToMake } from './rules'
import { countSeats, lockSeats } from './seats'

/** Ends expired offers and offers free seats, in every session with a waitlist. */
export async function offerFreeSeatsInAllSessions(now: Date): Promise<void> {
  const sessions = await db().session.findMany({
    where: { cancelledAt: null, endsAt: { gt: now }, registrations: { some: withoutSeat } },
    select: { id: true },
  })
  // A failure in one session must not keep the seats of the others.
  const failures: unknown[] = []
  for (const { id } of sessions) {
    const offering = db().$transaction(async (tx) => {
      await lockSeats(tx, id)
      await offerFreeSeats(tx, id, now)
    })
    await offering.catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

/**
 * Ends expired offers, then offers each free seat to the participant who waits longest, with a mail.
 * Returns how many seats were offered. An offered seat counts as occupied until this function ends the offer.
 * Every command that frees a seat calls it while it holds `lockSeats`.
 */
export async function offerFreeSeats(tx: Transaction, sessionId: string, now: Date): Promise<number> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { cancelledAt: true, registrationClosesAt: true },
  })
  // All participants were told that the session is cancelled.
  if (session.cancelledAt) return 0
  const isOpen = canOffer(session, now)
  await endOffers(tx, sessionId, { now, isOpen })
  if (!isOpen) return 0
  const nextInLine = await tx.registration.findMany({
    where: { sessionId, ...statusFilters.waitlisted, erasedAt: null },
    orderBy: [{ waitlistedAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: offersToMake(await countSeats(tx, sessionId)),
    select: { id: true, version: true },
  })
  const expiresAt = offerExpiry(session, now)
  await tx.registration.updateMany({
    where: { id: { in: nextInLine.map(({ id }) => id) } },
    data: { offerExpiresAt: expiresAt },
  })
  const mail = { kind: 'seatOffered', action: 'seatOffered', sessionId, expiresAt, now } as const
  await enqueueOfferMails(tx, nextInLine, mail)
  return nextInLine.length
}

/** Shortens open offers to `closesAt`. The caller holds `lockSeats` or the session lock. */
export async function shortenOffers(tx: Transaction, sessionId: string, closesAt: Date): Promise<void> {
  await tx.registration.updateMany({
    where: { sessionId, cancelledAt: null, offerExpiresAt: { gt: closesAt } },
    data: { offerExpiresAt: closesAt },
  })
}

/** The mail with the expiry on which the participant relies, even when the stored expiry changed since. */
const latestOfferMail = {
  where: { kind: 'seatOffered' },
  orderBy: { createdAt: 'desc' },
  take: 1,
  select: { expiresAt: true },
} as const

/**
 * Cancels registrations whose offer ended; their participants can register again. The mail stores why the offer ended,
 * because the closing time can change before it is rendered.
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
  // Registration closed before the announced expiry.
  await tx.registration.updateMany({
    where: { id: { in: ids }, offerExpiresAt: { gt: now } },
    data: { offerExpiresAt: now },
  })
  const recipients = ended.map(({ messages: [offer], ...registration }) => {
    const announcedUntil = offer?.expiresAt ?? null
    return { ...registration, details: { offerEnd: offerEndReason({ ...registration, announcedUntil, isOpen }, now) } }
  })
  const mail = { kind: 'offerExpired', action: 'seatOfferExpired', sessionId, now } as const
  await enqueueOfferMails(tx, recipients, mail)
}

type OfferMail = Pick<NewMessage, 'kind' | 'expiresAt' | 'now'> & { sessionId: string; action: AuditAction }
type OfferMailRecipient = { id: string; version: number; details?: NewMessage['details'] }

/** The dedupe key holds the version, so that a restored registration gets a mail about its second offer. */
async function enqueueOfferMails(tx: Transaction, recipients: OfferMailRecipient[], { action, ...mail }: OfferMail) {
  await enqueueMessages(
    tx,
    recipients.map(({ id, version, details }) => ({
      ...mail,
      details,
      registrationId: id,
      dedupeKey: `${mail.kind}:${id}:${version}`,
      dueAt: mail.now,
    })),
  )
  for (const { id } of recipients)
    await auditRegistration(tx, action, { now: mail.now, bySystem: true, registrationId: id })
}
