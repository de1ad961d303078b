import { db, type Prisma } from '@/lib/db/client'
import { type ClaimedMessage, leaseWhere } from './claim'
import { nextAttemptAt, type PauseReason, pauseMs } from './retry-policy'
import type { MessageCancelReason } from './schema'

export type NewContent = Omit<Prisma.MessageContentUncheckedCreateInput, 'id'>

/** Stores the rendered content for this attempt and its retries. Returns `false` if another worker took over. */
export async function storeContent(message: ClaimedMessage, content: NewContent): Promise<boolean> {
  const { id, claimToken } = message
  return await db().$transaction(async (tx) => {
    // Locks the message: whoever takes the lease away waits, and then sees the content.
    const { count } = await tx.message.updateMany({ where: leaseWhere(message), data: { claimToken } })
    if (count === 0) return false
    await tx.messageContent.upsert({ where: { id }, create: { id, ...content }, update: content })
    return true
  })
}

/** The server took it and said `smtpResponse`: done, and the queue is open again if it was paused. False when no longer held. */
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
  /** It never reached a server, so this tells nothing about a pause. */
  serverNotReached?: boolean
}

/** To be tried again when the table says so; failed when the table is at its end. False when no longer held. */
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

/** Refused for good, or given up without another attempt. False when no longer held. */
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
 * No mail can go out: rests the whole queue, and gives the message back as if it had not been tried, but with what the server
 * answered; one that may be the cause itself is tried again when the table says so, so that another is the next to probe with.
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

/** Ends an attempt that reached the server: whatever it said about the message, mail can go out again. */
async function endAttempt(message: ClaimedMessage, data: Prisma.MessageUpdateManyMutationInput): Promise<boolean> {
  const [, { count }] = await db().$transaction([
    db().mailPause.deleteMany(),
    db().message.updateMany({ where: leaseWhere(message), data }),
  ])
  return count === 1
}

/**
 * Ends a turn in which no server was asked. When this one was to show whether mail goes out again, the next may do so at
 * once: a queue that stood still for long begins with mails that make no sense any more.
 */
async function endAttemptBeforeServer(
  message: ClaimedMessage,
  data: Prisma.MessageUpdateManyMutationInput,
): Promise<boolean> {
  const [{ count }] = await db().$transaction([
    db().message.updateMany({ where: leaseWhere(message), data }),
    // Only the probe ends with the pause itself (claim.ts).
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
