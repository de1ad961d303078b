import { randomUUID } from 'node:crypto'
import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { parseDetails } from '@/lib/outbox/message-details'
import {
  cancellableWhere,
  effectiveResendWhere,
  type MessageFilter,
  messageFilterWhere,
} from '@/lib/outbox/message-filter'
import type { MessageCancelReason } from '@/lib/outbox/schema'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { nonResendableKinds } from './kinds/registry'
import { readMessageContext } from './message-context'
import { sendRefusal } from './relevance'

type ResendRequest = {
  sessionId: string
  id: string
  /** Number of earlier resends that the organiser saw. Equal numbers, as after a double click, resend only once. */
  resendCount: number
  batchId?: string
}
type ResendRefusal = 'unknown-message' | 'under-way' | 'once-only' | MessageCancelReason

/**
 * Enqueues a sent, failed or cancelled message once more, rendered from current data. Refuses with `once-only` for a kind
 * that cannot be resent, `under-way` for an unsent message, `unknown-message`, or a `sendRefusal` such as `expired`.
 */
export async function resendMessage(
  { sessionId, id, resendCount, batchId }: ResendRequest,
  actor: Actor,
): Promise<Result<null, ResendRefusal>> {
  const { now } = actor
  return await db().$transaction(async (tx) => {
    const original = await tx.message.findFirst({ where: { id, sessionId } })
    if (!original) return refuse('unknown-message')
    if (nonResendableKinds.includes(original.kind)) return refuse('once-only')
    if (!original.sentAt && !original.failedAt && !original.cancelledAt) return refuse('under-way')
    const context = await readMessageContext(tx, original)
    const releaseNumber = original.releaseNumber && (context.session?.latestRelease ?? null)
    const reason = sendRefusal({ ...context, message: { ...original, releaseNumber }, now })
    if (reason) return refuse(reason)
    const { kind, registrationId, customMessageId, details, expiresAt } = original
    const isNew = await enqueueMessage(tx, {
      kind,
      dedupeKey: `again:${id}:${resendCount}`,
      resendOfId: id,
      batchId,
      sessionId,
      registrationId,
      customMessageId: customMessageId ?? undefined,
      releaseNumber: releaseNumber ?? undefined,
      details: details ? parseDetails(details) : undefined,
      dueAt: now,
      expiresAt: expiresAt ?? undefined,
      now,
    })
    const entry = { action: 'messageResent', subjectType: 'message', subjectId: id } as const
    if (isNew) await auditAsOrganiser(tx, actor, entry)
    return ok(null)
  })
}

/** Counts the messages matching `filter` that can be cancelled, and those that can be resent. */
export async function countBulkActions(filter: MessageFilter): Promise<{ cancellable: number; resendable: number }> {
  const [cancellable, resendable] = await Promise.all([
    db().message.count({ where: { AND: [await messageFilterWhere(filter), cancellableWhere] } }),
    db().message.count({ where: await resendableWhere(filter) }),
  ])
  return { cancellable, resendable }
}

/**
 * Resends the messages that match `filter` and failed or were stopped by an organiser. `sent` counts the mails that this
 * call enqueued, `skipped` those that `resendMessage` refused. Refuses with `more-than-seen` when more messages match than
 * the organiser saw (`expected`).
 */
export async function resendMessages(
  { expected, ...filter }: MessageFilter & { expected: number },
  actor: Actor,
): Promise<Result<{ sent: number; skipped: number }, 'more-than-seen'>> {
  const found = await db().message.findMany({ where: await resendableWhere(filter), select: { id: true } })
  if (found.length > expected) return refuse('more-than-seen')
  const batchId = randomUUID()
  let skipped = 0
  for (const { id } of found) {
    const result = await resendMessage({ sessionId: filter.sessionId, id, resendCount: 0, batchId }, actor)
    if (!result.ok) skipped += 1
  }
  return ok({ sent: await db().message.count({ where: { batchId } }), skipped })
}

/** Returns a filter for messages in `filter` not resent yet: failed and not dismissed, or stopped by an organiser. */
const resendableWhere = async (filter: MessageFilter) => ({
  AND: [
    await messageFilterWhere(filter),
    { OR: [{ failedAt: { not: null }, dismissedAt: null }, { cancelReason: 'stopped' as const }] },
    { kind: { notIn: [...nonResendableKinds] }, resends: { none: effectiveResendWhere } },
  ],
})
