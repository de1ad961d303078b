import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { cancelCustomMessageMails } from '@/lib/outbox/cancel'
import { getSendProgress } from '@/lib/outbox/send-progress'
import type { Result } from '@/lib/platform/result'
import { countRecipients, enqueueForAudience, toAudience } from './audience'
import { municipalityName } from './queries'
import { type CustomMessageInput, type CustomMessageRefusal, customMessageAudienceSchema } from './schema'

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
      kind: 'customMessage',
      keyPrefix: `letter:${customMessageId}`,
      customMessageId,
      dueAt: now,
      now,
    } as const
    await enqueueForAudience(tx, { ...message, sessionId, to: selection })
    await auditCustomMessage(tx, 'letter.sent', { now, organiserId, customMessageId })
    return { ok: true, value: null }
  })
}

/** Stops what did not go out yet of a letter; gives how many mails that were. One that is on its way still arrives. */
export async function cancelCustomMessage(
  { sessionId, customMessageId }: { sessionId: string; customMessageId: string },
  { now, organiserId }: Actor,
): Promise<number> {
  return await db().$transaction(async (tx) => {
    const count = await cancelCustomMessageMails(tx, { sessionId, customMessageId, now })
    if (count > 0) await auditCustomMessage(tx, 'letter.stopped', { now, organiserId, customMessageId })
    return count
  })
}

function auditCustomMessage(
  tx: Transaction,
  action: string,
  { customMessageId, ...actor }: Actor & { customMessageId: string },
) {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'letter', subjectId: customMessageId })
}

const customMessageFields = { id: true, subject: true, text: true, createdAt: true } as const

/** The letters of a kennissessie (its id, a UUID), the latest first, each with how far it has come. */
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
 * One letter with how far it has come and to whom it went (`to`, with the names of places; null when that was not written
 * down); null when this kennissessie has no such letter. Ids are UUIDs.
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
