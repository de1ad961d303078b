import { type QueuedMessage, queueMessages } from '@/lib/messages/commands'
import type { Transaction } from '@/lib/platform/db'
import { holdRow } from '@/lib/platform/row-lock'
import { canOffer, howOfferEnded, offersToMake, offerUntil, type Places } from './rules'
import { auditRegistration } from './store'

/**
 * What an organiser is changing of the session is done first, and what comes after waits: nobody signs up for what has just
 * been taken away. Where places are counted, who takes or frees one also waits for who was before: each then counts what is
 * true. Without a capacity sign-ups do not wait for each other.
 */
export async function holdPlaces(tx: Transaction, sessionId: string): Promise<void> {
  if (!(await holdRow(tx, 'Session', sessionId, 'KEY SHARE'))) return
  const counted = { id: sessionId, capacity: { not: null } }
  if ((await tx.session.count({ where: counted })) > 0) await holdRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
}

/** How the places of a kennissessie (its id, a UUID) stand: true as long as they are held. Throws when there is none. */
export async function countPlaces(tx: Transaction, sessionId: string): Promise<Places> {
  const [places] = await tx.$queryRaw<Places[]>`
    SELECT s."capacity",
      count(r."id") FILTER (WHERE r."waitingSince" IS NULL)::int AS "taken",
      count(r."id") FILTER (WHERE r."offerExpiresAt" IS NOT NULL)::int AS "offered",
      count(r."id") FILTER (WHERE r."waitingSince" IS NOT NULL AND r."offerExpiresAt" IS NULL)::int AS "waiting"
    FROM "Session" AS s LEFT JOIN "Registration" AS r ON r."sessionId" = s."id" AND r."cancelledAt" IS NULL
    WHERE s."id" = ${sessionId}::uuid GROUP BY s."id"`
  if (!places) throw new Error('no such session')
  return places
}

/**
 * Ends what was offered and not answered in time, and offers what is free to who waits longest, with a mail to each; gives how
 * many were offered. An offer keeps its place until it was ended here, whatever the clocks of others say: so no place goes to
 * two. Called by all that frees a place, with the places held.
 */
export async function offerFreePlaces(tx: Transaction, sessionId: string, now: Date): Promise<number> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { cancelledAt: true, registrationClosesAt: true },
  })
  // Everybody was told that it does not take place.
  if (session.cancelledAt) return 0
  const open = canOffer(session, now)
  await endOffers(tx, sessionId, { now, open })
  if (!open) return 0
  const next = await tx.registration.findMany({
    where: { sessionId, cancelledAt: null, waitingSince: { not: null }, offerExpiresAt: null, erasedAt: null },
    orderBy: [{ waitingSince: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: offersToMake(await countPlaces(tx, sessionId)),
    select: { id: true, version: true },
  })
  const until = offerUntil(session, now)
  await tx.registration.updateMany({
    where: { id: { in: next.map(({ id }) => id) } },
    data: { offerExpiresAt: until },
  })
  await tell(tx, next, {
    kind: 'place-offered',
    action: 'registration.place-offered',
    sessionId,
    expiresAt: until,
    now,
  })
  return next.length
}

/** The moment that stands in the mail with the offer: what somebody counts on, whatever became of it. */
const told = {
  where: { kind: 'place-offered' },
  orderBy: { createdAt: 'desc' },
  take: 1,
  select: { expiresAt: true },
} as const

/**
 * Who did not answer is off the list, and can sign up again: whoever waits behind them would otherwise wait for nobody. The mail
 * keeps how it ended, for by the time that it is written another moment may hold.
 */
async function endOffers(tx: Transaction, sessionId: string, { now, open }: { now: Date; open: boolean }) {
  const ended = await tx.registration.findMany({
    where: { sessionId, cancelledAt: null, offerExpiresAt: open ? { lte: now } : { not: null } },
    select: { id: true, version: true, offerExpiresAt: true, messages: told },
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
  const news = ended.map(({ messages: [offer], ...person }) => ({
    ...person,
    details: { offerEnd: howOfferEnded({ ...person, toldUntil: offer?.expiresAt ?? null, open }, now) },
  }))
  await tell(tx, news, { kind: 'offer-expired', action: 'registration.offer-expired', sessionId, now })
}

type News = {
  kind: 'place-offered' | 'offer-expired'
  action: string
  sessionId: string
  expiresAt?: Date
  now: Date
}

type Told = { id: string; version: number; details?: QueuedMessage['details'] }

/** With the version in its key, somebody who was put back on the list hears of a second offer too. */
async function tell(tx: Transaction, who: Told[], { action, ...message }: News) {
  await queueMessages(
    tx,
    who.map(({ id, version, details }) => ({
      ...message,
      details,
      registrationId: id,
      dedupeKey: `${message.kind}:${id}:${version}`,
      dueAt: message.now,
    })),
  )
  for (const { id } of who)
    await auditRegistration(tx, action, { now: message.now, bySystem: true, registrationId: id })
}
