import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessages } from '@/lib/outbox/enqueue'
import { normalizeEmail } from '../rules'

const minuteMs = 60 * 1000
const dayMs = 24 * 60 * minuteMs

/** Whoever asks again sooner gets no second mail. */
const minutesBetweenMails = 10
/** Nor does whoever asks all day long. */
const mailsPerDay = 5
/** More than anybody is signed up for; the latest count. */
const maxMails = 10

/**
 * Keeps that somebody asked for their link. Whose address it is, is looked up by the worker: here the same row is written for
 * every address, so that neither the answer nor its time tells who is known.
 */
export async function requestLinkRecovery(email: string, { now }: { now: Date }): Promise<void> {
  await db().linkRecoveryRequest.create({ data: { id: randomUUID(), email, requestedAt: now } })
}

/**
 * Queues a mail for each sign-up, also a cancelled one, with an address that was asked about, and forgets that it was asked;
 * gives of how many of at most `limit` requests. An address that nobody has gets no mail: anybody could have a stranger mailed.
 */
export async function answerRequestBatch(tx: Transaction, limit: number, now: Date): Promise<number> {
  const requests = await tx.$queryRaw<{ email: string }[]>`
    DELETE FROM "LinkRecoveryRequest" WHERE "id" IN (
      SELECT "id" FROM "LinkRecoveryRequest" ORDER BY "requestedAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) RETURNING "email"`
  // In one order, so that two workers never wait for each other.
  const keys = [...new Set(requests.map(({ email }) => normalizeEmail(email)))].sort()
  for (const key of keys) await enqueueLinkMails(tx, key, now)
  return requests.length
}

async function enqueueLinkMails(tx: Transaction, key: string, now: Date): Promise<void> {
  const recent = new Date(now.getTime() - minutesBetweenMails * minuteMs)
  // Two workers at once would both find that no mail went out lately.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`lost-link:${key}`}, 0))`
  const registrations = await tx.registration.findMany({
    where: {
      normalizedEmail: key,
      messages: { none: { kind: 'linkRecovery', createdAt: { gt: recent } } },
    },
    orderBy: { session: { startsAt: 'desc' } },
    take: maxMails,
    select: {
      id: true,
      sessionId: true,
      messages: {
        where: { kind: 'linkRecovery', createdAt: { gt: new Date(now.getTime() - dayMs) } },
        select: { id: true },
      },
    },
  })
  await enqueueMessages(
    tx,
    registrations
      .filter(({ messages }) => messages.length < mailsPerDay)
      .map(({ id, sessionId }) => ({
        kind: 'linkRecovery' as const,
        dedupeKey: `lost-link:${id}:${now.toISOString()}`,
        sessionId,
        registrationId: id,
        dueAt: now,
        expiresAt: new Date(now.getTime() + dayMs),
        now,
      })),
  )
}
