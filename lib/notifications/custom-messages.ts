import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { stopMessages } from '@/lib/outbox/cancel'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { countRecipients, enqueueForAudience, toAudience } from './audience'
import { municipalityName } from './queries'
import { type CustomMessageInput, type CustomMessageRefusal, customMessageAudienceSchema } from './schema'

type SendRequest = CustomMessageInput & {
  sessionId: string
  /** UUID made with the form, so that a form submitted twice sends one message. */
  customMessageId: string
  /** Number of recipients that the organiser saw. */
  expected: number
}

/** Stores a custom message and enqueues a mail to each recipient. Refuses with `recipients-changed` when their number changed. */
export async function sendCustomMessage(
  { sessionId, customMessageId, expected, to, subject, text }: SendRequest,
  { now, organiserId }: Actor,
): Promise<Result<null, CustomMessageRefusal>> {
  return await db().$transaction(async (tx) => {
    // Also blocks new registrations, which refer to this row.
    if (!(await lockRow(tx, 'Session', sessionId))) return refuse('unknown-session')
    if (await tx.customMessage.findFirst({ where: { id: customMessageId, sessionId } })) return ok(null)
    const selection = toAudience(to)
    const recipients = await countRecipients(sessionId, selection, tx)
    if (recipients === 0) return refuse('nobody')
    if (recipients !== expected) return refuse('recipients-changed')

    await tx.customMessage.create({
      data: { id: customMessageId, sessionId, subject, text, selection: to, createdAt: now, createdBy: organiserId },
    })
    const message = {
      kind: 'customMessage',
      keyPrefix: `letter:${customMessageId}`,
      customMessageId,
      dueAt: now,
      now,
    } as const
    await enqueueForAudience(tx, { ...message, sessionId, to: selection })
    await auditCustomMessage(tx, 'customMessageSent', { now, organiserId, customMessageId })
    return ok(null)
  })
}

/** Cancels the unsent mails of a custom message. Returns how many; a mail that a worker holds still arrives. */
export async function cancelCustomMessage(
  { sessionId, customMessageId }: { sessionId: string; customMessageId: string },
  { now, organiserId }: Actor,
): Promise<number> {
  return await db().$transaction(async (tx) => {
    const count = await stopMessages(tx, { sessionId, customMessageId }, now)
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

const customMessageFields = { id: true, subject: true, text: true, createdAt: true } as const

/** The custom messages of a session with their progress, latest first. */
export async function listCustomMessages(sessionId: string) {
  const customMessages = await db().customMessage.findMany({
    where: { sessionId },
    orderBy: { createdAt: 'desc' },
    select: customMessageFields,
  })
  return await Promise.all(
    customMessages.map(async (each) => ({
      ...each,
      progress: await getSendProgress({ sessionId, customMessageId: each.id }),
    })),
  )
}

/**
 * A custom message with its progress and audience. `to` holds municipality names; it is `null` for messages sent before the
 * audience was stored. Returns `null` when the session has no such message.
 */
export async function getCustomMessage(sessionId: string, customMessageId: string) {
  const found = await db().customMessage.findFirst({
    where: { id: customMessageId, sessionId },
    select: { ...customMessageFields, selection: true },
  })
  if (!found) return null
  const { selection, ...rest } = found
  const { data: to } = customMessageAudienceSchema.safeParse(selection)
  return {
    ...rest,
    to: to ? { ...to, places: to.places.map((code) => municipalityName(code === 'other' ? null : code)) } : null,
    progress: await getSendProgress({ sessionId, customMessageId }),
  }
}
