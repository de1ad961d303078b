import { db, type Prisma } from '@/lib/db/client'
import { type ClaimedMessage, leaseWhere } from './claim'
import { nextAttemptAt, type PauseReason, pauseMs } from './retry-policy'
import type { MessageCancelReason } from './schema'

// Each function stores what came of an attempt and releases the lease. It returns `false` if another worker took over.

/** Stores that the server accepted the mail, and ends a pause. */
export const markSent = (message: ClaimedMessage, smtpResponse: string | null, now: Date): Promise<boolean> =>
  endAttempt(message, { ...countAttempt(message, now), sentAt: now, smtpResponse, lastError: null })

type FailedAttempt = {
  now: Date
  lastError: string
  maybeDuplicate?: boolean
  /** The attempt never reached the server, so it says nothing about a pause. */
  serverNotReached?: boolean
}

/** Schedules the next attempt, or marks the message failed after the last. */
export const markRetry = (message: ClaimedMessage, failure: FailedAttempt): Promise<boolean> =>
  endAttempt(message, retryUpdate(message, failure), failure)

function retryUpdate(message: ClaimedMessage, { now, lastError, maybeDuplicate = false }: FailedAttempt) {
  const attempt = countAttempt(message, now)
  const dueAt = nextAttemptAt({ ...attempt, expiresAt: message.expiresAt, now })
  const next = dueAt ? { dueAt } : { failedAt: now }
  return { ...attempt, ...next, lastError, maybeDuplicate: message.maybeDuplicate || maybeDuplicate }
}

/** Marks a message failed: refused for good or given up. Giving up is no attempt. */
export async function markFailed(message: ClaimedMessage, failure: FailedAttempt): Promise<boolean> {
  const { now, lastError, serverNotReached } = failure
  const attempt = serverNotReached ? {} : countAttempt(message, now)
  return await endAttempt(message, { ...attempt, failedAt: now, lastError }, failure)
}

/** Cancels a claimed message. Frees its dedupe key when the same mail may be enqueued again. */
export async function markCancelled(
  message: ClaimedMessage,
  { reason, now, freesDedupeKey }: { reason: MessageCancelReason; now: Date; freesDedupeKey: boolean },
): Promise<boolean> {
  const cancellation = { cancelledAt: now, cancelReason: reason, ...(freesDedupeKey && { dedupeKey: null }) }
  return await endAttempt(message, cancellation, { serverNotReached: true })
}

type PauseRequest = FailedAttempt & { reason: PauseReason; aboutRecipient: boolean }

/**
 * Pauses the outbox and releases the message without counting an attempt. With `aboutRecipient` the message itself may be
 * the cause: it follows the retry table, so that another message is the next probe.
 */
export async function pauseOutbox(message: ClaimedMessage, request: PauseRequest): Promise<boolean> {
  const { reason, aboutRecipient, now, lastError } = request
  const until = new Date(now.getTime() + pauseMs)
  const pause = { where: { id: 1 }, create: { id: 1, since: now, until, reason }, update: { until, reason } }
  const data = aboutRecipient ? retryUpdate(message, request) : { lastError }
  const [, { count }] = await db().$transaction([db().mailPause.upsert(pause), releaseLease(message, data)])
  return count === 1
}

const epoch = new Date(0)

/**
 * Ends an attempt. When it reached the server the pause is over, whatever the answer. When the probe of a pause did not, the
 * next message becomes the probe at once: after a long pause the first messages are often irrelevant.
 */
async function endAttempt(
  message: ClaimedMessage,
  data: Prisma.MessageUpdateManyMutationInput,
  { serverNotReached = false }: Pick<FailedAttempt, 'serverNotReached'> = {},
): Promise<boolean> {
  // claimMessages gives the pause of a probe the same end as its lease.
  const ownPause = { where: { until: message.claimedUntil ?? epoch }, data: { until: epoch } }
  const [, { count }] = await db().$transaction([
    serverNotReached ? db().mailPause.updateMany(ownPause) : db().mailPause.deleteMany(),
    releaseLease(message, data),
  ])
  return count === 1
}

const releaseLease = (message: ClaimedMessage, data: Prisma.MessageUpdateManyMutationInput) =>
  db().message.updateMany({ where: leaseWhere(message), data: { ...data, claimToken: null, claimedUntil: null } })

const countAttempt = ({ attempts, firstAttemptAt }: ClaimedMessage, now: Date) => ({
  attempts: attempts + 1,
  firstAttemptAt: firstAttemptAt ?? now,
})
