import type { AuditAction } from '@/lib/audit/schema'
import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { reachable, statusFilters, withoutSeat } from '@/lib/db/scopes'
import type { NewMessage } from '@/lib/outbox/enqueue'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { runAll } from '@/lib/platform/run-all'
import { auditRegistration } from '../change-log'
import { lockRegistrationRow } from '../locks'
import { enqueueRegistrationMail, enqueueStatusMail } from '../registration-mail'
import { acceptOfferRefusal, canOffer, offerEndReason, offerExpiry, offersToMake } from './rules'
import type { OfferRefusal } from './schema'
import { countSeats, lockSeats } from './seats'

/** Ends expired seat offers and offers free seats in every session with a waitlist, in a transaction per session. */
export async function offerFreeSeatsInAllSessions(now: Date): Promise<void> {
  const sessions = await db().session.findMany({
    where: { cancelledAt: null, endsAt: { gt: now }, registrations: { some: withoutSeat } },
    select: { id: true },
  })
  const offerInSession = async (tx: Transaction, id: string) => {
    await lockSeats(tx, id)
    await offerFreeSeats(tx, id, now)
  }
  await runAll(sessions, ({ id }) => db().$transaction((tx) => offerInSession(tx, id)))
}

/**
 * Ends a session's expired offers, then offers its free seats in the order of the waitlist and mails the participants.
 * Returns how many seats it offered. Every command that frees a seat must call it while `lockSeats` is held.
 */
export async function offerFreeSeats(tx: Transaction, sessionId: string, now: Date): Promise<number> {
  const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId } })
  // Participants were mailed that the session is cancelled, so no offers follow.
  if (session.cancelledAt) return 0
  const isOpen = canOffer(session, now)
  await endOffers(tx, sessionId, { now, isOpen })
  if (!isOpen) return 0
  const nextInLine = await tx.registration.findMany({
    where: { sessionId, ...statusFilters.waitlisted, ...reachable },
    orderBy: [{ waitlistedAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: offersToMake(await countSeats(tx, sessionId)),
    select: { id: true, version: true },
  })
  const expiresAt = offerExpiry(session, now)
  const ids = nextInLine.map(({ id }) => id)
  await tx.registration.updateMany({ where: { id: { in: ids } }, data: { offerExpiresAt: expiresAt } })
  await enqueueOfferMails(tx, nextInLine, { kind: 'seatOffered', action: 'seatOffered', sessionId, expiresAt, now })
  return nextInLine.length
}

/** Makes a session's open offers expire no later than `closesAt`. The caller must hold `lockSeats` or the session lock. */
export async function shortenOffers(tx: Transaction, sessionId: string, closesAt: Date): Promise<void> {
  const where = { sessionId, cancelledAt: null, offerExpiresAt: { gt: closesAt } }
  await tx.registration.updateMany({ where, data: { offerExpiresAt: closesAt } })
}

/**
 * Ends a session's expired seat offers or, when registration closed (`isOpen` is false), all its offers. Cancels the
 * registrations with these offers and mails the participants why.
 */
async function endOffers(tx: Transaction, sessionId: string, { now, isOpen }: { now: Date; isOpen: boolean }) {
  const ended = await tx.registration.findMany({
    where: { sessionId, cancelledAt: null, offerExpiresAt: isOpen ? { lte: now } : { not: null } },
    // The participant relies on the expiry in this mail, even when the stored expiry changed since.
    include: { messages: { where: { kind: 'seatOffered' }, orderBy: { createdAt: 'desc' }, take: 1 } },
  })
  const isEnded = { id: { in: ended.map(({ id }) => id) } }
  await tx.registration.updateMany({ where: isEnded, data: { cancelledAt: now, version: { increment: 1 } } })
  // These offers ended before their stored expiry, because registration closed.
  const isEarly = { ...isEnded, offerExpiresAt: { gt: now } }
  await tx.registration.updateMany({ where: isEarly, data: { offerExpiresAt: now } })
  const recipients = ended.map(({ id, version, offerExpiresAt, messages: [offer] }) => {
    const announcedUntil = offer?.expiresAt ?? null
    return { id, version, details: { offerEnd: offerEndReason({ offerExpiresAt, announcedUntil, isOpen }, now) } }
  })
  await enqueueOfferMails(tx, recipients, { kind: 'offerExpired', action: 'seatOfferExpired', sessionId, now })
}

type OfferMail = Pick<NewMessage, 'kind' | 'expiresAt' | 'now'> & { sessionId: string; action: AuditAction }

async function enqueueOfferMails(
  tx: Transaction,
  recipients: { id: string; version: number; details?: NewMessage['details'] }[],
  { action, sessionId, ...mail }: OfferMail,
) {
  for (const { id, version, details } of recipients) {
    // The version lets a restored registration get a mail about its second offer.
    const dedupeKey = `${mail.kind}:${id}:${version}`
    await enqueueRegistrationMail(tx, { id, sessionId }, { ...mail, dedupeKey, details })
    await auditRegistration(tx, action, { now: mail.now, bySystem: true, registrationId: id })
  }
}

type OfferResult = Promise<Result<null, OfferRefusal>>

/** Accepts the seat offer of a personal link, and enqueues the confirmation. Accepting again changes nothing. */
export async function acceptOffer(token: string, { now }: { now: Date }): OfferResult {
  return await answerOffer(token, now, 'has-seat', async (tx, { id, sessionId, version }) => {
    const seat = { waitlistedAt: null, offerExpiresAt: null }
    await tx.registration.update({ where: { id }, data: { ...seat, version: { increment: 1 } } })
    await enqueueStatusMail(tx, { id, sessionId, ...seat }, { dedupeSuffix: `place-${version}`, now })
    await auditRegistration(tx, 'seatOfferAccepted', { now, registrationId: id })
  })
}

/** Declines the seat offer of a personal link, cancels the registration and offers the seat to the next one. Idempotent. */
export async function declineOffer(token: string, { now }: { now: Date }): OfferResult {
  return await answerOffer(token, now, 'declined', async (tx, { id, sessionId }) => {
    await tx.registration.update({ where: { id }, data: { cancelledAt: now, version: { increment: 1 } } })
    await auditRegistration(tx, 'seatOfferDeclined', { now, registrationId: id })
    await offerFreeSeats(tx, sessionId, now)
  })
}

/**
 * Locks the seat offer of a personal link and runs `apply`, unless `acceptOfferRefusal` returns a reason. Refuses with that
 * reason, but succeeds without effect when it is `done`: the participant gave the same answer before.
 */
async function answerOffer(
  token: string,
  now: Date,
  done: OfferRefusal,
  apply: (tx: Transaction, offer: Offer) => Promise<void>,
): OfferResult {
  const owner = verifyPersonalToken('take-place', token)
  if (!owner) return refuse('unknown-link')
  return await db().$transaction(async (tx) => {
    await lockRegistrationRow(tx, owner.id)
    const offer = await tx.registration.findFirst({ where: owner, include: { session: true } })
    const reason = acceptOfferRefusal(offer, now)
    if (reason === done) return ok(null)
    if (reason || !offer) return refuse(reason ?? 'unknown-link')
    await apply(tx, offer)
    return ok(null)
  })
}

type Offer = Prisma.RegistrationGetPayload<{ include: { session: true } }>
