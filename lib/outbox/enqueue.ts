import { randomUUID } from 'node:crypto'
import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { type Audience, listRecipients } from '@/lib/notifications/audience'
import { readMessageContext } from '@/lib/notifications/message-context'
import { type MessageDetails, type MessageKind, nonResendableKinds } from '@/lib/notifications/schema'
import type { Result } from '@/lib/platform/result'
import { cancellableWhere, messageFilterWhere } from './message-filter'
import { type MessageCancelReason, sendRefusal } from './retry-policy'

export type NewMessage = {
  kind: MessageKind
  /** What this mail is, once and for all: a second one with the same key is not queued. */
  dedupeKey: string
  /** Left out: about the reader's own account. */
  sessionId?: string
  /** To this participant, or else to the organiser. */
  registrationId: string | null
  organiserId?: string
  customMessageId?: string
  /** The release it tells about: not sent any more once there is a later one. */
  releaseNumber?: number
  details?: MessageDetails
  dueAt: Date
  /** From here on the mail is no use: it is dropped or given up. */
  expiresAt?: Date
  /** Never to go out, and why: kept for what it tells of its reader. */
  cancelledAt?: Date
  cancelReason?: string
  now: Date
}

/** Puts a mail in the outbox, in the transaction that gives rise to it. False when it stood there already. */
export async function enqueueMessage(tx: Transaction, message: NewMessage): Promise<boolean> {
  return (await enqueueMessages(tx, [message])) === 1
}

/** The same for several at once; gives how many did not stand there already. */
export async function enqueueMessages(tx: Transaction, messages: NewMessage[]): Promise<number> {
  const { count } = await tx.message.createMany({
    data: messages.map(({ now, ...message }) => ({ id: randomUUID(), createdAt: now, ...message })),
    skipDuplicates: true,
  })
  return count
}

type EnqueueForAudienceInput = Omit<NewMessage, 'dedupeKey' | 'registrationId' | 'organiserId'> & {
  sessionId: string
  /** The key of each mail is this and the id of the participant. */
  keyPrefix: string
  /** To whom; everybody who has a place when left out. */
  to?: Audience
  /** How many people somebody was told it would be. */
  expected?: number
}

/**
 * Puts a mail to everybody who is signed up in the outbox; gives how many. Null, with nothing done, when they are not as
 * many as `expected`. The caller holds the row of the session (`holdRow`).
 */
export async function enqueueForAudience(
  tx: Transaction,
  { keyPrefix, to = {}, expected, ...message }: EnqueueForAudienceInput,
): Promise<number | null> {
  const recipients = await listRecipients(tx, { sessionId: message.sessionId, keyPrefix, to })
  if (expected !== undefined && recipients.length !== expected) return null
  return await enqueueMessages(
    tx,
    recipients.map(({ id }) => ({ ...message, registrationId: id, dedupeKey: `${keyPrefix}:${id}` })),
  )
}

/**
 * Takes mails of these kinds that did not go out yet from the outbox; one that is on its way now still arrives. Each gives
 * its key back: should the same mail be planned again (the session moved an hour, the day before is still that day), it is
 * made anew, from how things are then.
 */
export async function cancelUnsent(
  tx: Transaction,
  { sessionId, kinds, reason, now }: { sessionId: string; kinds: readonly MessageKind[]; reason: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" SET "cancelledAt" = ${now.toISOString()}::timestamptz, "cancelReason" = ${reason},
      "dedupeKey" = 'dropped:' || "id" || ':' || "dedupeKey"
    WHERE "sessionId" = ${sessionId}::uuid AND "kind" = ANY(${[...kinds]})
      AND "sentAt" IS NULL AND "failedAt" IS NULL AND "cancelledAt" IS NULL AND "claimToken" IS NULL`
}

/**
 * Sends a mail that has ended (sent, failed or dropped) once more: a new mail, made from how things are now. Pressed twice it
 * is one: `times` says how often the organiser saw that it had been sent again. Refuses, with the reason for which the worker
 * would drop it, what makes no sense any more.
 */
export async function resendMessage(
  { sessionId, id, resendCount }: { sessionId: string; id: string; resendCount: number },
  { now, organiserId }: Actor,
): Promise<Result<null, 'unknown-message' | 'under-way' | 'once-only' | MessageCancelReason>> {
  return await db().$transaction(async (tx) => {
    const original = await tx.message.findFirst({ where: { id, sessionId } })
    if (!original) return { ok: false, reason: 'unknown-message' }
    if (nonResendableKinds.includes(original.kind)) return { ok: false, reason: 'once-only' }
    if (!original.sentAt && !original.failedAt && !original.cancelledAt) return { ok: false, reason: 'under-way' }
    const context = await readMessageContext(tx, original)
    const releaseNumber = original.releaseNumber && (context.session?.latestRelease ?? null)
    const reason = sendRefusal({ ...context, message: { ...original, releaseNumber }, now })
    if (reason) return { ok: false, reason }
    const { kind, registrationId, customMessageId, details, expiresAt } = original
    const { count } = await tx.message.createMany({
      data: [
        {
          id: randomUUID(),
          kind,
          sessionId,
          registrationId,
          customMessageId,
          releaseNumber,
          details: details ?? undefined,
          dedupeKey: `again:${id}:${resendCount}`,
          dueAt: now,
          expiresAt,
          createdAt: now,
        },
      ],
      skipDuplicates: true,
    })
    if (count === 1) await auditMessage(tx, 'messageResent', id, { now, organiserId })
    return { ok: true, value: null }
  })
}

/** Stops a mail that did not go out yet. Refuses when it is on its way, or has ended. */
export async function cancelMessage(
  { sessionId, id }: { sessionId: string; id: string },
  { now, organiserId }: Actor,
): Promise<Result<null, 'too-late'>> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id, sessionId, ...cancellableWhere },
      data: { cancelledAt: now, cancelReason: 'stopped' },
    })
    if (count === 0) return { ok: false, reason: 'too-late' }
    await auditMessage(tx, 'messageCancelled', id, { now, organiserId })
    return { ok: true, value: null }
  })
}

/** An organiser has seen to a mail that failed: no red words about it any more. Refuses when it did not fail. */
export async function dismissFailure(
  { sessionId, id }: { sessionId: string; id: string },
  { now, organiserId }: Actor,
): Promise<Result<null, 'not-failed'>> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id, ...messageFilterWhere({ sessionId, show: 'failed' }) },
      data: { dismissedAt: now },
    })
    if (count === 0) return { ok: false, reason: 'not-failed' }
    await auditMessage(tx, 'messageFailureDismissed', id, { now, organiserId })
    return { ok: true, value: null }
  })
}

/** Mails the organiser what participants would get, with sample data and no way in. */
export async function enqueueTestMail(
  { sessionId, ...test }: NonNullable<MessageDetails['test']> & { sessionId: string },
  { now, organiserId }: Actor,
): Promise<void> {
  const message = { kind: 'test', dedupeKey: `test:${randomUUID()}`, registrationId: null, organiserId } as const
  await db().$transaction((tx) => enqueueMessage(tx, { ...message, sessionId, details: { test }, dueAt: now, now }))
}

function auditMessage(tx: Transaction, action: AuditAction, id: string, actor: Actor) {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'message', subjectId: id })
}
