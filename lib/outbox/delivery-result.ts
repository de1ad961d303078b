import { db, type Prisma } from '@/lib/db/client'
import { type ClaimedMessage, leaseWhere } from './claim'
import { isRepeatedTooOften, nextAttemptAfterPause, nextAttemptAt, type PauseReason, pauseEndsAt } from './retry-policy'
import type { MessageCancelReason } from './schema'

/** Stores that the server accepted a mail, and ends a pause of the outbox. Returns `false` if another worker took over. */
export const markSent = (message: ClaimedMessage, smtpResponse: string | null, now: Date): Promise<boolean> =>
  endAttempt(message, { ...countAttempt(message, now), sentAt: now, smtpResponse, lastError: null })

type FailedAttempt = {
  now: Date
  lastError: string
  /** True if the server did not answer after the body of the mail, so that the mail may have arrived. */
  maybeDuplicate?: boolean
  /** True if the attempt did not reach the SMTP server, and so cannot end a pause of the outbox. */
  serverNotReached?: boolean
}

/** Schedules the next attempt, or marks the message failed if none is left. Returns `false` if another worker took over. */
export const markRetry = (message: ClaimedMessage, failure: FailedAttempt): Promise<boolean> =>
  endAttempt(message, retryUpdate(message, failure), failure)

function retryUpdate(message: ClaimedMessage, { now, lastError, maybeDuplicate = false }: FailedAttempt) {
  const attempt = countAttempt(message, now)
  const uncertainAttempts = message.uncertainAttempts + Number(maybeDuplicate)
  const isUseless = maybeDuplicate && isRepeatedTooOften(uncertainAttempts)
  const dueAt = isUseless ? null : nextAttemptAt({ ...attempt, expiresAt: message.expiresAt, now })
  const next = dueAt ? { dueAt } : { failedAt: now }
  const duplicate = { uncertainAttempts, maybeDuplicate: message.maybeDuplicate || maybeDuplicate }
  return { ...attempt, ...next, ...duplicate, lastError }
}

/** Marks the message failed. With `serverNotReached`, counts no attempt. Returns `false` if another worker took over. */
export async function markFailed(message: ClaimedMessage, failure: FailedAttempt): Promise<boolean> {
  const { now, lastError, serverNotReached } = failure
  const attempt = serverNotReached ? {} : countAttempt(message, now)
  return await endAttempt(message, { ...attempt, failedAt: now, lastError }, failure)
}

/** Cancels the message; `freesDedupeKey` lets its mail be enqueued again. Returns `false` if another worker took over. */
export async function markCancelled(
  message: ClaimedMessage,
  { reason, now, freesDedupeKey }: { reason: MessageCancelReason; now: Date; freesDedupeKey: boolean },
): Promise<boolean> {
  const cancellation = { cancelledAt: now, cancelReason: reason, ...(freesDedupeKey && { dedupeKey: null }) }
  return await endAttempt(message, cancellation, { serverNotReached: true })
}

type PauseRequest = FailedAttempt & { reason: PauseReason; aboutRecipient: boolean }

/**
 * Pauses the outbox, because no mail can be sent, and releases the message without counting an attempt. With
 * `aboutRecipient` the message itself may be the cause: its attempt counts, another message is tried first after the pause,
 * and the four days until the message is given up start again. Returns `false` if another worker took over the message.
 */
export async function pauseOutbox(message: ClaimedMessage, request: PauseRequest): Promise<boolean> {
  const { reason, aboutRecipient, now, lastError } = request
  const attempts = message.attempts + 1
  const postponed = { attempts, firstAttemptAt: null, dueAt: nextAttemptAfterPause(attempts, now) }
  return await db().$transaction(async (tx) => {
    const { since } = (await tx.mailPause.findUnique({ where: { id: 1 } })) ?? { since: now }
    const pause = { reason, until: pauseEndsAt({ reason, since, now }) }
    await tx.mailPause.upsert({ where: { id: 1 }, create: { id: 1, since, ...pause }, update: pause })
    const { count } = await tx.message.updateMany(
      releaseLease(message, { lastError, ...(aboutRecipient && postponed) }),
    )
    return count === 1
  })
}

/** Returns when the SMTP server last accepted a mail, or `null` if it never did. */
export async function getLastAcceptedAt(): Promise<Date | null> {
  return (await db().message.aggregate({ _max: { sentAt: true } }))._max.sentAt
}

const epoch = new Date(0)

/**
 * Stores `data` and releases the lease. Returns `false` if another worker took over. An attempt that reached the server
 * ends the pause of the outbox, whatever the answer. If the attempt after a pause did not reach it, the next message is
 * tried at once: after a long pause the first messages often need not be sent any more.
 */
async function endAttempt(
  message: ClaimedMessage,
  data: Prisma.MessageUpdateManyMutationInput,
  { serverNotReached = false }: Pick<FailedAttempt, 'serverNotReached'> = {},
): Promise<boolean> {
  // claimMessages lets the pause end together with the lease of the first message after it.
  const ownPause = { where: { until: message.claimedUntil ?? epoch }, data: { until: epoch } }
  const [, { count }] = await db().$transaction([
    serverNotReached ? db().mailPause.updateMany(ownPause) : db().mailPause.deleteMany(),
    db().message.updateMany(releaseLease(message, data)),
  ])
  return count === 1
}

const releaseLease = (message: ClaimedMessage, data: Prisma.MessageUpdateManyMutationInput) => ({
  where: leaseWhere(message),
  data: { ...data, claimToken: null, claimedUntil: null },
})

const countAttempt = ({ attempts, firstAttemptAt }: ClaimedMessage, now: Date) => ({
  attempts: attempts + 1,
  firstAttemptAt: firstAttemptAt ?? now,
})
