import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { enqueueRegistrationMail } from '../registration-mail'

const minuteMs = 60 * 1000
const dayMs = 24 * 60 * minuteMs

// Limits per registration, so that repeated requests cannot flood a mailbox.
const minutesBetweenMails = 10
const mailsPerDay = 5
/** Most registrations whose personal links are mailed to an address at once. The latest sessions come first. */
const maxMails = 10

/** `sessionId`: the session for which the personal link is asked, or `null` for all sessions. */
type LinkRecovery = { sessionId?: string | null; now: Date }

/** Stores a request for a personal link. Takes equally long for every address, to hide which addresses are registered. */
export async function requestLinkRecovery(email: string, { sessionId, now }: LinkRecovery): Promise<void> {
  await db().linkRecoveryRequest.create({ data: { id: randomUUID(), email, sessionId, requestedAt: now } })
}

/** Mails the personal links for all stored requests, in batches. */
export async function answerLinkRecoveryRequests(now: Date): Promise<void> {
  const answerBatch = () => db().$transaction((tx) => answerRequestBatch(tx, 20, now))
  while ((await answerBatch()) > 0);
}

/**
 * Answers and deletes at most `limit` requests for a personal link, and returns their number. Mails the link of each
 * registration with a requested address, even a cancelled one. An unknown address gets no mail, so that strangers cannot be
 * mailed.
 */
export async function answerRequestBatch(tx: Transaction, limit: number, now: Date): Promise<number> {
  const requests = await tx.$queryRaw<{ email: string; sessionId: string | null }[]>`
    DELETE FROM "LinkRecoveryRequest" WHERE "id" IN (
      SELECT "id" FROM "LinkRecoveryRequest" ORDER BY "requestedAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) RETURNING "email", "sessionId"`
  // Sorted, so that concurrent workers lock addresses in one order and cannot deadlock.
  const emails = [...new Set(requests.map(({ email }) => normalizeEmail(email)))].sort()
  for (const email of emails) {
    const own = requests.filter((request) => normalizeEmail(request.email) === email)
    const sessionIds = own.map(({ sessionId }) => sessionId).filter((id) => id !== null)
    await enqueueLinkMails(tx, { email, sessionIds: sessionIds.length < own.length ? undefined : sessionIds }, now)
  }
  return requests.length
}

/** Mails the personal links of the registrations with this normalised address. Without `sessionIds`, for all sessions. */
async function enqueueLinkMails(
  tx: Transaction,
  { email: normalizedEmail, sessionIds }: { email: string; sessionIds: string[] | undefined },
  now: Date,
): Promise<void> {
  const kind = 'linkRecovery'
  const shift = (ms: number) => new Date(now.getTime() + ms)
  // Without the lock, concurrent workers would both find no recent mail.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind}:${normalizedEmail}`}, 0))`
  const registrations = await tx.registration.findMany({
    where: {
      normalizedEmail,
      sessionId: sessionIds && { in: sessionIds },
      messages: { none: { kind, createdAt: { gt: shift(-minutesBetweenMails * minuteMs) } } },
    },
    orderBy: { session: { startsAt: 'desc' } },
    take: maxMails,
    include: { messages: { where: { kind, createdAt: { gt: shift(-dayMs) } } } },
  })
  for (const { messages, ...registration } of registrations) {
    if (messages.length >= mailsPerDay) continue
    const dedupeKey = `lost-link:${registration.id}:${now.toISOString()}`
    await enqueueRegistrationMail(tx, registration, { kind, dedupeKey, expiresAt: shift(dayMs), now })
  }
}
