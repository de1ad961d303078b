import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { enqueueForAudience } from '@/lib/outbox/enqueue'
import { cancellableWhere } from '@/lib/outbox/message-filter'
import type { Result } from '@/lib/platform/result'
import { countRecipients, toAudience } from './audience'
import type { CustomMessageInput, CustomMessageRefusal } from './schema'

type SendRequest = CustomMessageInput & {
  sessionId: string
  /** Made with the form (a UUID): the same form sent twice is one letter. */
  customMessageId: string
  /** How many people the organiser saw that would get it. */
  expected: number
}

/**
 * Sends what an organiser wrote to everybody it is for: the letter, the messages and the entry in the trail in one
 * transaction. Refuses when the number of people is another than the organiser saw, so that it never goes to more.
 */
export async function sendCustomMessage(
  { sessionId, customMessageId, expected, to, subject, text }: SendRequest,
  { now, organiserId }: Actor,
): Promise<Result<null, CustomMessageRefusal>> {
  return await db().$transaction(async (tx) => {
    // Nobody signs up in between: a sign-up refers to this row.
    if (!(await lockRow(tx, 'Session', sessionId))) return { ok: false, reason: 'unknown-session' }
    if (await tx.customMessage.findFirst({ where: { id: customMessageId, sessionId } }))
      return { ok: true, value: null }
    const selection = toAudience(to)
    const recipients = await countRecipients(sessionId, selection, tx)
    if (recipients === 0) return { ok: false, reason: 'nobody' }
    if (recipients !== expected) return { ok: false, reason: 'recipients-changed' }

    await tx.customMessage.create({
      data: { id: customMessageId, sessionId, subject, text, selection: to, createdAt: now, createdBy: organiserId },
    })
    const message = {
      kind: 'letter',
      keyPrefix: `letter:${customMessageId}`,
      customMessageId,
      dueAt: now,
      now,
    } as const
    await enqueueForAudience(tx, { ...message, sessionId, to: selection })
    await auditCustomMessage(tx, 'customMessageSent', { now, organiserId, customMessageId })
    return { ok: true, value: null }
  })
}

/** Stops what did not go out yet of a letter; gives how many mails that were. One that is on its way still arrives. */
export async function cancelCustomMessage(
  { sessionId, customMessageId }: { sessionId: string; customMessageId: string },
  { now, organiserId }: Actor,
): Promise<number> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { sessionId, customMessageId, ...cancellableWhere },
      data: { cancelledAt: now, cancelReason: 'stopped' },
    })
    if (count > 0) await auditCustomMessage(tx, 'customMessageCancelled', { now, organiserId, customMessageId })
    return count
  })
}

function auditCustomMessage(
  tx: Transaction,
  action: AuditAction,
  { customMessageId, ...actor }: Actor & { customMessageId: string },
) {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'customMessage', subjectId: customMessageId })
}
