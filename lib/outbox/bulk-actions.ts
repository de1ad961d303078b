import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db, type Prisma } from '@/lib/db/client'
import { nonResendableKinds } from '@/lib/notifications/schema'
import type { Result } from '@/lib/platform/result'
import { resendMessage } from './enqueue'
import { cancellableWhere, type MessageFilter, messageFilterWhere } from './message-filter'

type BulkRequest = MessageFilter & { /** How many mails the organiser saw. */ expected: number }

/** Of what a list shows: how many mails can still be stopped, and how many can go once more. */
export async function countBulkActions(filter: MessageFilter): Promise<{ cancellable: number; resendable: number }> {
  const [cancellable, again] = await Promise.all([
    db().message.count({ where: whereCancellable(filter) }),
    listResendable(filter),
  ])
  return { cancellable, resendable: again.length }
}

/**
 * Stops the mails of a list that did not go out yet; gives how many. Fewer than the organiser saw is fine, for the rest went
 * meanwhile; when there are more, it refuses.
 */
export async function cancelMessages(
  { expected, ...filter }: BulkRequest,
  actor: Actor,
): Promise<Result<number, 'more-than-seen'>> {
  return await db().$transaction(async (tx) => {
    const found = await tx.message.findMany({
      where: whereCancellable(filter),
      select: { id: true },
      take: expected + 1,
    })
    if (found.length > expected) return { ok: false, reason: 'more-than-seen' }
    const { count } = await tx.message.updateMany({
      where: { ...whereCancellable(filter), id: { in: found.map(({ id }) => id) } },
      data: { cancelledAt: actor.now, cancelReason: 'stopped' },
    })
    const subject = { subjectType: 'session', subjectId: filter.sessionId }
    if (count > 0) await auditAsOrganiser(tx, actor, { action: 'messagesCancelled', ...subject })
    return { ok: true, value: count }
  })
}

/**
 * Sends the mails of a list once more that failed or were stopped; gives how many, and how many make no sense any more.
 * Pressed twice it is once. Refuses when there are more than the organiser saw.
 */
export async function resendMessages(
  { expected, ...filter }: BulkRequest,
  actor: Actor,
): Promise<Result<{ sent: number; skipped: number }, 'more-than-seen'>> {
  const ids = await listResendable(filter)
  if (ids.length > expected) return { ok: false, reason: 'more-than-seen' }
  let sent = 0
  for (const id of ids) {
    const result = await resendMessage({ sessionId: filter.sessionId, id, resendCount: 0 }, actor)
    if (result.ok) sent += 1
  }
  return { ok: true, value: { sent, skipped: ids.length - sent } }
}

const whereCancellable = (filter: MessageFilter): Prisma.MessageWhereInput => ({
  AND: [messageFilterWhere(filter), cancellableWhere],
})

/** What failed and nobody has seen to, or was stopped, and was not sent again. */
async function listResendable(filter: MessageFilter): Promise<string[]> {
  const ended = { OR: [{ failedAt: { not: null }, dismissedAt: null }, { cancelReason: 'stopped' }] }
  const found = await db().message.findMany({
    where: { AND: [messageFilterWhere(filter), ended, { kind: { notIn: [...nonResendableKinds] } }] },
    select: { id: true },
  })
  const resends = await db().message.findMany({
    where: { sessionId: filter.sessionId, dedupeKey: { startsWith: 'again:' } },
    select: { dedupeKey: true },
  })
  const resentIds = new Set(resends.map(({ dedupeKey }) => dedupeKey.split(':')[1]))
  return found.map(({ id }) => id).filter((id) => !resentIds.has(id))
}
