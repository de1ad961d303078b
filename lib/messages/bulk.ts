import { auditBy, type By } from '@/lib/audit/commands'
import { db, type Prisma } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { sendAgain } from './commands'
import { type ListedMail, stoppable, whereListed } from './listed'
import { onceOnlyKinds } from './schema'

type Press = ListedMail & { /** How many mails the organiser saw. */ expected: number }

/** Of what a list shows: how many mails can still be stopped, and how many can go once more. */
export async function getBulk(asked: ListedMail): Promise<{ stop: number; again: number }> {
  const [stop, again] = await Promise.all([db().message.count({ where: canStop(asked) }), listToSendAgain(asked)])
  return { stop, again: again.length }
}

/**
 * Stops the mails of a list that did not go out yet; gives how many. Fewer than the organiser saw is fine, for the rest went
 * meanwhile; when there are more, it refuses.
 */
export async function stopMessages({ expected, ...asked }: Press, by: By): Promise<Result<number, 'more-than-seen'>> {
  return await db().$transaction(async (tx) => {
    const found = await tx.message.findMany({ where: canStop(asked), select: { id: true }, take: expected + 1 })
    if (found.length > expected) return { ok: false, reason: 'more-than-seen' }
    const { count } = await tx.message.updateMany({
      where: { ...canStop(asked), id: { in: found.map(({ id }) => id) } },
      data: { droppedAt: by.now, dropReason: 'stopped' },
    })
    const subject = { subjectType: 'session', subjectId: asked.sessionId }
    if (count > 0) await auditBy(tx, by, { action: 'message.list-stopped', ...subject })
    return { ok: true, value: count }
  })
}

/**
 * Sends the mails of a list once more that failed or were stopped; gives how many, and how many make no sense any more.
 * Pressed twice it is once. Refuses when there are more than the organiser saw.
 */
export async function sendMessagesAgain(
  { expected, ...asked }: Press,
  by: By,
): Promise<Result<{ sent: number; useless: number }, 'more-than-seen'>> {
  const ids = await listToSendAgain(asked)
  if (ids.length > expected) return { ok: false, reason: 'more-than-seen' }
  let sent = 0
  for (const id of ids) {
    const result = await sendAgain({ sessionId: asked.sessionId, id, times: 0 }, by)
    if (result.ok) sent += 1
  }
  return { ok: true, value: { sent, useless: ids.length - sent } }
}

const canStop = (asked: ListedMail): Prisma.MessageWhereInput => ({ AND: [whereListed(asked), stoppable] })

/** What failed and nobody has seen to, or was stopped, and was not sent again. */
async function listToSendAgain(asked: ListedMail): Promise<string[]> {
  const ended = { OR: [{ failedAt: { not: null }, settledAt: null }, { dropReason: 'stopped' }] }
  const found = await db().message.findMany({
    where: { AND: [whereListed(asked), ended, { kind: { notIn: [...onceOnlyKinds] } }] },
    select: { id: true },
  })
  const again = await db().message.findMany({
    where: { sessionId: asked.sessionId, dedupeKey: { startsWith: 'again:' } },
    select: { dedupeKey: true },
  })
  const sentAgain = new Set(again.map(({ dedupeKey }) => dedupeKey.split(':')[1]))
  return found.map(({ id }) => id).filter((id) => !sentAgain.has(id))
}
