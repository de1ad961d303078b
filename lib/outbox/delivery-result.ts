import { db, type Prisma } from '@/lib/db/client'
import { type ClaimedMessage, leaseWhere } from './claim'
import { nextAttemptAt, type PauseReason, pauseMs } from './retry-policy'
import type { MessageCancelReason } from './schema'

export type NewContent = Omit<Prisma.MessageContentUncheckedCreateInput, 'id'>

/** Stores the rendered content for this attempt and its retries. Returns `false` if another worker took over. */
export async function storeContent(message: ClaimedMessage, content: NewContent): Promise<boolean> {
  const { id, claimToken } = message
  return await db().$transaction(async (tx) => {
    // Locks the message: another worker that takes over the lease waits, and then sees the content.
    const { count } = await tx.message.updateMany({ where: leaseWhere(message), data: { claimToken } })
    if (count === 0) return false
    await tx.messageContent.upsert({ where: { id }, create: { id, ...content }, update: content })
    return true
  })
}

/** Stores that the server accepted the mail, and ends a pause. Returns `false` if another worker took over. */
export async function markSent(message: ClaimedMessage, smtpResponse: string | null, now: Date): Promise<boolean> {
  return await endAttempt(message, {
    ...countAttempt(message, now),
    ...leaseReleased,
    sentAt: now,
    smtpResponse,
    lastError: null,
  })
}

type FailedAttempt = {
  now: Date
  lastError: string
  maybeDuplicate?: boolean
  /** The attempt never reached the server, so it says nothing about a pause. */
  serverNotReached?: boolean
}

/** Schedules the next attempt, or marks the message failed after the last. Returns `false` if another worker took over. */
export async function markRetry(message: ClaimedMessage, failure: FailedAttempt): Promise<boolean> {
  const end = failure.serverNotReached ? endAttemptBeforeServer : endAttempt
  return await end(message, retryUpdate(message, failure))
}

function retryUpdate(message: ClaimedMessage, { now, lastError, maybeDuplicate = false }: FailedAttempt) {
  const attempt = countAttempt(message, now)
  const dueAt = nextAttemptAt({ ...attempt, expiresAt: message.expiresAt, now })
  const result = dueAt ? { dueAt } : { failedAt: now }
  return {
    ...attempt,
    ...leaseReleased,
    ...result,
    lastError,
    maybeDuplicate: message.maybeDuplicate || maybeDuplicate,
  }
}

/** Marks a message failed: refused for good or given up. Returns `false` if another worker took over. */
export async function markFailed(
  message: ClaimedMessage,
  { now, lastError, serverNotReached }: FailedAttempt,
): Promise<boolean> {
  const result = { ...leaseReleased, failedAt: now, lastError }
  return serverNotReached
    ? await endAttemptBeforeServer(message, result)
    : await endAttempt(message, { ...countAttempt(message, now), ...result })
}

type Cancellation = { reason: MessageCancelReason; now: Date; freesDedupeKey: boolean }

/** Cancels a claimed message. Returns `false` if another worker took over. */
export async function markCancelled(message: ClaimedMessage, { reason, now, freesDedupeKey }: Cancellation) {
  return await endAttemptBeforeServer(message, {
    ...leaseReleased,
    cancelledAt: now,
    cancelReason: reason,
    ...(freesDedupeKey && { dedupeKey: null }),
  })
}

type PauseRequest = FailedAttempt & { reason: PauseReason; aboutRecipient: boolean }

/**
 * Pauses the outbox and releases the message without counting an attempt. A message that may itself be the cause
 * (`aboutRecipient`) follows the retry table instead, so that another one is the next probe.
 */
export async function pauseOutbox(message: ClaimedMessage, { reason, aboutRecipient, ...failure }: PauseRequest) {
  const { now, lastError } = failure
  const until = new Date(now.getTime() + pauseMs)
  await db().$transaction(async (tx) => {
    await tx.mailPause.upsert({
      where: { id: 1 },
      create: { id: 1, since: now, until, reason },
      update: { until, reason },
    })
    await tx.message.updateMany({
      where: leaseWhere(message),
      data: aboutRecipient ? retryUpdate(message, failure) : { ...leaseReleased, lastError },
    })
  })
}

/** Ends an attempt that reached the server. Whatever it answered, the pause is over. */
async function endAttempt(message: ClaimedMessage, data: Prisma.MessageUpdateManyMutationInput): Promise<boolean> {
  const [, { count }] = await db().$transaction([
    db().mailPause.deleteMany(),
    db().message.updateMany({ where: leaseWhere(message), data }),
  ])
  return count === 1
}

/**
 * Ends an attempt that never reached the SMTP server. If it was the probe, the next message becomes one at once: after a long
 * pause the first messages are often irrelevant.
 */
async function endAttemptBeforeServer(
  message: ClaimedMessage,
  data: Prisma.MessageUpdateManyMutationInput,
): Promise<boolean> {
  const [{ count }] = await db().$transaction([
    db().message.updateMany({ where: leaseWhere(message), data }),
    // claimMessages gives the pause of a probe the same end as its lease.
    db().mailPause.updateMany({ where: { until: message.claimedUntil ?? epoch }, data: { until: epoch } }),
  ])
  return count === 1
}

const epoch = new Date(0)

const leaseReleased = { claimToken: null, claimedUntil: null }
const countAttempt = ({ attempts, firstAttemptAt }: ClaimedMessage, now: Date) => ({
  attempts: attempts + 1,
  firstAttemptAt: firstAttemptAt ?? now,
})
