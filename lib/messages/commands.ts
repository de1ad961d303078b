import { randomUUID } from 'node:crypto'
import { auditBy, type By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { stoppable, whereListed } from './listed'
import { listRecipients, type Selection } from './recipients'
import { type DropReason, dropReason } from './rules'
import { type MessageDetails, type MessageKind, onceOnlyKinds } from './schema'
import { readStanding } from './standing'

export type QueuedMessage = {
  kind: MessageKind
  /** What this mail is, once and for all: a second one with the same key is not queued. */
  dedupeKey: string
  /** Left out: about the reader's own account. */
  sessionId?: string
  /** To this participant, or else to the organiser. */
  registrationId: string | null
  organiserId?: string
  letterId?: string
  /** The release it tells about: not sent any more once there is a later one. */
  releaseNumber?: number
  details?: MessageDetails
  dueAt: Date
  /** From here on the mail is no use: it is dropped or given up. */
  expiresAt?: Date
  /** Never to go out, and why: kept for what it tells of its reader. */
  droppedAt?: Date
  dropReason?: string
  now: Date
}

/** Puts a mail in the outbox, in the transaction that gives rise to it. False when it stood there already. */
export async function queueMessage(tx: Transaction, message: QueuedMessage): Promise<boolean> {
  return (await queueMessages(tx, [message])) === 1
}

/** The same for several at once; gives how many did not stand there already. */
export async function queueMessages(tx: Transaction, messages: QueuedMessage[]): Promise<number> {
  const { count } = await tx.message.createMany({
    data: messages.map(({ now, ...message }) => ({ id: randomUUID(), createdAt: now, ...message })),
    skipDuplicates: true,
  })
  return count
}

type ToAll = Omit<QueuedMessage, 'dedupeKey' | 'registrationId' | 'organiserId'> & {
  sessionId: string
  /** The key of each mail is this and the id of the participant. */
  keyStart: string
  /** To whom; everybody who has a place when left out. */
  to?: Selection
  /** How many people somebody was told it would be. */
  expected?: number
}

/**
 * Puts a mail to everybody who is signed up in the outbox; gives how many. Null, with nothing done, when they are not as
 * many as `expected`. The caller holds the row of the session (`holdRow`).
 */
export async function queueToAll(
  tx: Transaction,
  { keyStart, to = {}, expected, ...message }: ToAll,
): Promise<number | null> {
  const recipients = await listRecipients(tx, { sessionId: message.sessionId, keyStart, to })
  if (expected !== undefined && recipients.length !== expected) return null
  return await queueMessages(
    tx,
    recipients.map(({ id }) => ({ ...message, registrationId: id, dedupeKey: `${keyStart}:${id}` })),
  )
}

/**
 * Takes mails of these kinds that did not go out yet from the outbox; one that is on its way now still arrives. Each gives
 * its key back: should the same mail be planned again (the session moved an hour, the day before is still that day), it is
 * made anew, from how things are then.
 */
export async function dropUnsent(
  tx: Transaction,
  { sessionId, kinds, reason, now }: { sessionId: string; kinds: readonly MessageKind[]; reason: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" SET "droppedAt" = ${now.toISOString()}::timestamptz, "dropReason" = ${reason},
      "dedupeKey" = 'dropped:' || "id" || ':' || "dedupeKey"
    WHERE "sessionId" = ${sessionId}::uuid AND "kind" = ANY(${[...kinds]})
      AND "sentAt" IS NULL AND "failedAt" IS NULL AND "droppedAt" IS NULL AND "claimToken" IS NULL`
}

/**
 * Sends a mail that has ended (sent, failed or dropped) once more: a new mail, made from how things are now. Pressed twice it
 * is one: `times` says how often the organiser saw that it had been sent again. Refuses, with the reason for which the worker
 * would drop it, what makes no sense any more.
 */
export async function sendAgain(
  { sessionId, id, times }: { sessionId: string; id: string; times: number },
  { now, organiserId }: By,
): Promise<Result<null, 'unknown-message' | 'under-way' | 'once-only' | DropReason>> {
  return await db().$transaction(async (tx) => {
    const old = await tx.message.findFirst({ where: { id, sessionId } })
    if (!old) return { ok: false, reason: 'unknown-message' }
    if (onceOnlyKinds.includes(old.kind)) return { ok: false, reason: 'once-only' }
    if (!old.sentAt && !old.failedAt && !old.droppedAt) return { ok: false, reason: 'under-way' }
    const standing = await readStanding(tx, old)
    const releaseNumber = old.releaseNumber && (standing.session?.latestRelease ?? null)
    const reason = dropReason({ ...standing, message: { ...old, releaseNumber }, now })
    if (reason) return { ok: false, reason }
    const { kind, registrationId, letterId, details, expiresAt } = old
    const { count } = await tx.message.createMany({
      data: [
        {
          id: randomUUID(),
          kind,
          sessionId,
          registrationId,
          letterId,
          releaseNumber,
          details: details ?? undefined,
          dedupeKey: `again:${id}:${times}`,
          dueAt: now,
          expiresAt,
          createdAt: now,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 1) await auditMessage(tx, 'message.sent-again', id, { now, organiserId })
    return { ok: true, value: null }
  })
}

/** Stops a mail that did not go out yet. Refuses when it is on its way, or has ended. */
export async function stopMessage(
  { sessionId, id }: { sessionId: string; id: string },
  { now, organiserId }: By,
): Promise<Result<null, 'too-late'>> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id, sessionId, ...stoppable },
      data: { droppedAt: now, dropReason: 'stopped' },
    })
    if (count === 0) return { ok: false, reason: 'too-late' }
    await auditMessage(tx, 'message.stopped', id, { now, organiserId })
    return { ok: true, value: null }
  })
}

/** An organiser has seen to a mail that failed: no red words about it any more. Refuses when it did not fail. */
export async function settleMessage(
  { sessionId, id }: { sessionId: string; id: string },
  { now, organiserId }: By,
): Promise<Result<null, 'not-failed'>> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id, ...whereListed({ sessionId, show: 'failed' }) },
      data: { settledAt: now },
    })
    if (count === 0) return { ok: false, reason: 'not-failed' }
    await auditMessage(tx, 'message.settled', id, { now, organiserId })
    return { ok: true, value: null }
  })
}

/** Mails the organiser what participants would get, with sample data and no way in. */
export async function sendTest(
  { sessionId, ...test }: NonNullable<MessageDetails['test']> & { sessionId: string },
  { now, organiserId }: By,
): Promise<void> {
  const message = { kind: 'test', dedupeKey: `test:${randomUUID()}`, registrationId: null, organiserId } as const
  await db().$transaction((tx) => queueMessage(tx, { ...message, sessionId, details: { test }, dueAt: now, now }))
}

function auditMessage(tx: Transaction, action: string, id: string, by: By) {
  return auditBy(tx, by, { action, subjectType: 'message', subjectId: id })
}
