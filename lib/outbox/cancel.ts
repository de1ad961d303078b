import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { cancellableWhere, type MessageFilter, messageFilterWhere, unsentWhere } from './message-filter'
import { lockMessages } from './message-locks'
import type { MessageCancelReason, MessageKind } from './schema'

type MessageKey = { sessionId: string; id: string }

/** Cancels one unsent message. Refuses with `too-late` if a worker is sending it, or it was sent, failed or cancelled. */
export async function cancelMessage({ sessionId, id }: MessageKey, actor: Actor): Promise<Result<null, 'too-late'>> {
  return await db().$transaction(async (tx) => {
    if ((await stopMessages(tx, { id, sessionId }, actor.now)) === 0) return refuse('too-late')
    await auditAsOrganiser(tx, actor, { action: 'messageCancelled', subjectType: 'message', subjectId: id })
    return ok(null)
  })
}

/**
 * Marks a message that failed or was not sent in time as dealt with, so that warnings leave it out. Refuses with
 * `not-failed` any other message, and one that was marked before.
 */
export async function dismissFailure({ sessionId, id }: MessageKey, actor: Actor): Promise<Result<null, 'not-failed'>> {
  return await db().$transaction(async (tx) => {
    const where = { AND: [await messageFilterWhere({ sessionId, show: 'failed' }), { id, dismissedAt: null }] }
    const { count } = await tx.message.updateMany({ where, data: { dismissedAt: actor.now } })
    if (count === 0) return refuse('not-failed')
    await auditAsOrganiser(tx, actor, { action: 'messageFailureDismissed', subjectType: 'message', subjectId: id })
    return ok(null)
  })
}

/**
 * Cancels the unsent messages that match a filter, and returns their number. Refuses with `more-than-seen` when there are
 * more than the organiser confirmed (`expected`). Fewer is fine: the others were sent meanwhile.
 */
export async function cancelMessages(
  { expected, ...filter }: MessageFilter & { expected: number },
  actor: Actor,
): Promise<Result<number, 'more-than-seen'>> {
  return await db().$transaction(async (tx) => {
    const where = { AND: [await messageFilterWhere(filter), cancellableWhere] }
    const found = await tx.message.findMany({ where, select: { id: true }, take: expected + 1 })
    if (found.length > expected) return refuse('more-than-seen')
    const count = await stopMessages(tx, { id: { in: found.map(({ id }) => id) } }, actor.now)
    const subject = { subjectType: 'session', subjectId: filter.sessionId }
    if (count > 0) await auditAsOrganiser(tx, actor, { action: 'messagesCancelled', ...subject })
    return ok(count)
  })
}

/** Cancels the matching unsent messages for an organiser. Returns their number. A mail that is being sent still arrives. */
export async function stopMessages(tx: Transaction, where: Prisma.MessageWhereInput, now: Date): Promise<number> {
  const data = { cancelledAt: now, cancelReason: 'stopped' } as const
  const { count } = await tx.message.updateMany({ where: { ...where, ...cancellableWhere }, data })
  return count
}

type KindsOfSession = { sessionId: string; kinds: readonly MessageKind[]; now: Date }

/**
 * Cancels a session's unsent mails of `kinds` and frees their dedupe keys, so that the same mails can be enqueued again:
 * for instance when the session moves by an hour. A mail that a worker is sending still arrives.
 */
export async function cancelUnsent(
  tx: Transaction,
  { sessionId, kinds, reason, now }: KindsOfSession & { reason: MessageCancelReason },
): Promise<void> {
  await tx.message.updateMany({
    where: { sessionId, kind: { in: [...kinds] }, ...cancellableWhere },
    data: { cancelledAt: now, cancelReason: reason, dedupeKey: null },
  })
}

/**
 * Cancels a session's unsent mails of `kinds` because of a newer change, and frees their dedupe keys. A worker loses the
 * lease on a mail that it has not rendered yet. Leaves mails that may have arrived or are being sent. Returns the
 * registration ids of the cancelled mails.
 */
export async function cancelSuperseded(tx: Transaction, { sessionId, kinds, now }: KindsOfSession) {
  const ids = await lockMessages(tx, { sessionId, kind: { in: [...kinds] }, ...unsentWhere })
  const hasNotArrived = { maybeDuplicate: false, OR: [{ claimToken: null }, { content: null }] }
  const cancelled = await tx.message.updateManyAndReturn({
    where: { id: { in: ids }, ...unsentWhere, ...hasNotArrived },
    data: { cancelledAt: now, cancelReason: 'superseded', dedupeKey: null, claimToken: null, claimedUntil: null },
    select: { registrationId: true },
  })
  return new Set(cancelled.map(({ registrationId }) => registrationId))
}
