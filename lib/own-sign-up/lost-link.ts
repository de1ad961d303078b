import { randomUUID } from 'node:crypto'
import { queueMessages } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { emailKey } from '@/lib/registrations/rules'

const minuteMs = 60 * 1000
const dayMs = 24 * 60 * minuteMs

/** Whoever asks again sooner gets no second mail. */
const minutesBetweenMails = 10
/** Nor does whoever asks all day long. */
const mailsPerDay = 5
/** More than anybody is signed up for; the latest count. */
const mostMails = 10

/**
 * Keeps that somebody asked for their link. Whose address it is, is looked up by the worker: here the same row is written for
 * every address, so that neither the answer nor its time tells who is known.
 */
export async function askLostLink(email: string, { now }: { now: Date }): Promise<void> {
  await db().linkRequest.create({ data: { id: randomUUID(), email, askedAt: now } })
}

/**
 * Queues a mail for each sign-up, also a cancelled one, with an address that was asked about, and forgets that it was asked;
 * gives of how many of at most `limit` requests. An address that nobody has gets no mail: anybody could have a stranger mailed.
 */
export async function answerLinkRequests(tx: Transaction, limit: number, now: Date): Promise<number> {
  const requests = await tx.$queryRaw<{ email: string }[]>`
    DELETE FROM "LinkRequest" WHERE "id" IN (
      SELECT "id" FROM "LinkRequest" ORDER BY "askedAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) RETURNING "email"`
  // In one order, so that two workers never wait for each other.
  const keys = [...new Set(requests.map(({ email }) => emailKey(email)))].sort()
  for (const key of keys) await mailLinks(tx, key, now)
  return requests.length
}

async function mailLinks(tx: Transaction, key: string, now: Date): Promise<void> {
  const lately = new Date(now.getTime() - minutesBetweenMails * minuteMs)
  // Two workers at once would both find that no mail went out lately.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`lost-link:${key}`}, 0))`
  const found = await tx.registration.findMany({
    where: {
      emailKey: key,
      messages: { none: { kind: 'lost-link', createdAt: { gt: lately } } },
    },
    orderBy: { session: { startsAt: 'desc' } },
    take: mostMails,
    select: {
      id: true,
      sessionId: true,
      messages: {
        where: { kind: 'lost-link', createdAt: { gt: new Date(now.getTime() - dayMs) } },
        select: { id: true },
      },
    },
  })
  await queueMessages(
    tx,
    found
      .filter(({ messages }) => messages.length < mailsPerDay)
      .map(({ id, sessionId }) => ({
        kind: 'lost-link' as const,
        dedupeKey: `lost-link:${id}:${now.toISOString()}`,
        sessionId,
        registrationId: id,
        dueAt: now,
        expiresAt: new Date(now.getTime() + dayMs),
        now,
      })),
  )
}
