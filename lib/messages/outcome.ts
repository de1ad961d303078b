import { db, type Prisma } from '@/lib/platform/db'
import { type ClaimedMessage, held } from './claim'
import { nextAttemptAt, type PauseReason, pauseMs } from './rules'
import { plannedKinds } from './schema'

/** What a mail is made of, kept at its first attempt. */
export type FrozenFields = Pick<
  ClaimedMessage,
  | 'frozenAt'
  | 'messageIdHeader'
  | 'toName'
  | 'toAddress'
  | 'replyToName'
  | 'replyToAddress'
  | 'subject'
  | 'html'
  | 'text'
  | 'calendar'
  | 'calendarMethod'
  | 'secretMark'
  | 'frozenSequence'
>

/** Keeps what was rendered, for each attempt that follows. False when the message is no longer held. */
export async function markFrozen(message: ClaimedMessage, frozen: FrozenFields): Promise<boolean> {
  return await updateHeld(message, frozen)
}

/** The server took it and said `acceptedWith`: done, and the queue is open again if it was paused. False when no longer held. */
export async function markSent(message: ClaimedMessage, acceptedWith: string | null, now: Date): Promise<boolean> {
  return await endAttempt(message, {
    ...counted(message, now),
    ...released,
    sentAt: now,
    acceptedWith,
    lastError: null,
  })
}

type Failure = {
  now: Date
  lastError: string
  maybeDuplicate?: boolean
  /** It never reached a server, so this tells nothing about a pause. */
  neverLeft?: boolean
}

/** To be tried again when the table says so; failed when the table is at its end. False when no longer held. */
export async function markRetry(message: ClaimedMessage, failure: Failure): Promise<boolean> {
  const end = failure.neverLeft ? endUnasked : endAttempt
  return await end(message, triedAgain(message, failure))
}

function triedAgain(message: ClaimedMessage, { now, lastError, maybeDuplicate = false }: Failure) {
  const attempt = counted(message, now)
  const dueAt = nextAttemptAt({ ...attempt, expiresAt: message.expiresAt, now })
  const outcome = dueAt ? { dueAt } : { failedAt: now }
  return {
    ...attempt,
    ...released,
    ...outcome,
    lastError,
    maybeDuplicate: message.maybeDuplicate || maybeDuplicate,
  }
}

/** Refused for good, or given up without another attempt. False when no longer held. */
export async function markFailed(message: ClaimedMessage, { now, lastError, neverLeft }: Failure): Promise<boolean> {
  const outcome = { ...released, failedAt: now, lastError }
  return neverLeft
    ? await endUnasked(message, outcome)
    : await endAttempt(message, { ...counted(message, now), ...outcome })
}

/**
 * It makes no sense any more: not sent, and not tried again. A mail that goes out by itself gives its key back, as in
 * `dropUnsent`. False when no longer held.
 */
export async function markDropped(message: ClaimedMessage, dropReason: string, now: Date): Promise<boolean> {
  const isPlanned = plannedKinds.some((kind) => kind === message.kind)
  const dedupeKey = isPlanned ? `dropped:${message.id}:${message.dedupeKey}` : message.dedupeKey
  return await endUnasked(message, { ...released, droppedAt: now, dropReason, dedupeKey })
}

type Pause = Failure & { reason: PauseReason; aboutRecipient: boolean }

/**
 * No mail can go out: rests the whole queue, and gives the message back as if it had not been tried, but with what the server
 * answered; one that may be the cause itself is tried again when the table says so, so that another is the next to probe with.
 */
export async function pauseQueue(message: ClaimedMessage, { reason, aboutRecipient, ...failure }: Pause) {
  const { now, lastError } = failure
  const until = new Date(now.getTime() + pauseMs)
  await db().$transaction(async (tx) => {
    await tx.mailPause.upsert({
      where: { id: 1 },
      create: { id: 1, since: now, until, reason },
      update: { until, reason },
    })
    await tx.message.updateMany({
      where: held(message),
      data: aboutRecipient ? triedAgain(message, failure) : { ...released, lastError },
    })
  })
}

/** Ends an attempt that reached the server: whatever it said about the message, mail can go out again. */
async function endAttempt(message: ClaimedMessage, data: Prisma.MessageUpdateManyMutationInput): Promise<boolean> {
  const [, { count }] = await db().$transaction([
    db().mailPause.deleteMany(),
    db().message.updateMany({ where: held(message), data }),
  ])
  return count === 1
}

/**
 * Ends a turn in which no server was asked. When this one was to show whether mail goes out again, the next may do so at
 * once: a queue that stood still for long begins with mails that make no sense any more.
 */
async function endUnasked(message: ClaimedMessage, data: Prisma.MessageUpdateManyMutationInput): Promise<boolean> {
  const [{ count }] = await db().$transaction([
    db().message.updateMany({ where: held(message), data }),
    // Only the probe ends with the pause itself (claim.ts).
    db().mailPause.updateMany({ where: { until: message.claimedUntil ?? never }, data: { until: never } }),
  ])
  return count === 1
}

const never = new Date(0)

async function updateHeld(message: ClaimedMessage, data: Prisma.MessageUpdateManyMutationInput): Promise<boolean> {
  const { count } = await db().message.updateMany({ where: held(message), data })
  return count === 1
}

const released = { claimToken: null, claimedUntil: null }
const counted = ({ attempts, firstAttemptAt }: ClaimedMessage, now: Date) => ({
  attempts: attempts + 1,
  firstAttemptAt: firstAttemptAt ?? now,
})
