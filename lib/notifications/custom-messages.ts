import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db, type Prisma } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { stopMessages } from '@/lib/outbox/cancel'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { enqueueForAudience } from './audience'
import { mailingKeys } from './dedupe-keys'
import { getRecipientCount, municipalityName } from './queries'
import { type CustomMessageInput, type CustomMessageRefusal, onePersonAudience, storedAudienceSchema } from './schema'

type SendRequest = CustomMessageInput & {
  sessionId: string
  /** Registration id of the only recipient of a custom message; `null` for everybody in the audience `to`. */
  registrationId?: string | null
  /** Id for the new custom message. The form of the message holds it, so that a form submitted twice sends one message. */
  customMessageId: string
  /** Number of recipients that the organiser saw before sending the custom message. */
  expected: number
}

/**
 * Stores a custom message and enqueues a mail to each recipient. Refuses with `nobody` when there are no recipients, and
 * with `recipients-changed` when their number differs from `expected`. Does nothing if `customMessageId` was sent before.
 */
export async function sendCustomMessage(
  { sessionId, registrationId = null, customMessageId, expected, subject, text, ...rest }: SendRequest,
  { now, organiserId }: Actor,
): Promise<Result<null, CustomMessageRefusal>> {
  const selection = registrationId ? onePersonAudience : rest.to
  const to = { ...selection, registrationId }
  return await db().$transaction(async (tx) => {
    // Also blocks new registrations, because they refer to the session row.
    if (!(await lockRow(tx, 'Session', sessionId))) return refuse('unknown-session')
    if (await tx.customMessage.findFirst({ where: { id: customMessageId, sessionId } })) return ok(null)
    const recipients = await getRecipientCount(sessionId, to, tx)
    if (recipients === 0) return refuse('nobody')
    if (recipients !== expected) return refuse('recipients-changed')

    await tx.customMessage.create({
      data: {
        ...{ id: customMessageId, sessionId, registrationId, subject, text, selection },
        ...{ createdAt: now, createdBy: organiserId },
      },
    })
    await tx.customMessageDraft.deleteMany({ where: { sessionId, organiserId, registrationId } })
    const message = { kind: 'customMessage', customMessageId, sessionId, dueAt: now, now } as const
    await enqueueForAudience(tx, { ...message, mailingKey: mailingKeys.customMessage(customMessageId), to })
    await auditAsOrganiser(tx, { now, organiserId }, { action: 'customMessageSent', ...auditSubject(customMessageId) })
    return ok(null)
  })
}

/** Cancels the unsent mails of a custom message and returns how many. A mail that a worker is sending still arrives. */
export async function cancelCustomMessage(
  { sessionId, customMessageId }: { sessionId: string; customMessageId: string },
  actor: Actor,
): Promise<number> {
  return await db().$transaction(async (tx) => {
    const count = await stopMessages(tx, { sessionId, customMessageId }, actor.now)
    const entry = { action: 'customMessageCancelled', ...auditSubject(customMessageId) } as const
    if (count > 0) await auditAsOrganiser(tx, actor, entry)
    return count
  })
}

const auditSubject = (subjectId: string) => ({ subjectType: 'customMessage', subjectId })

const customMessageFields = {
  ...{ id: true, subject: true, text: true, createdAt: true, selection: true },
  registration: { select: { id: true, name: true } },
} as const

type StoredMessage = Prisma.CustomMessageGetPayload<{ select: typeof customMessageFields }>

/** Returns a custom message with its audience in `to` (`null` if erased). Municipality names replace CBS codes. */
function withAudience({ selection, registration, ...message }: StoredMessage) {
  const { data: to } = storedAudienceSchema.safeParse(selection)
  return {
    ...message,
    /** The only recipient of the custom message, or `null`. */
    person: registration,
    to: to ? { ...to, places: to.places.map((code) => municipalityName(code === 'other' ? null : code)) } : null,
  }
}
export type SentAudience = Pick<ReturnType<typeof withAudience>, 'person' | 'to'>

/** Returns the custom messages of a session, latest first, each with counts of sent and unsent mails. */
export async function listCustomMessages(sessionId: string) {
  const found = await db().customMessage.findMany({
    where: { sessionId },
    orderBy: { createdAt: 'desc' },
    select: customMessageFields,
  })
  return await Promise.all(
    found.map(async (row) => ({
      ...withAudience(row),
      progress: await getSendProgress({ sessionId, customMessageId: row.id }),
    })),
  )
}

/** Returns a custom message with counts of sent and unsent mails, or `null` when the session has no such message. */
export async function getCustomMessage(sessionId: string, customMessageId: string) {
  const found = await db().customMessage.findFirst({
    where: { id: customMessageId, sessionId },
    select: customMessageFields,
  })
  return found && { ...withAudience(found), progress: await getSendProgress({ sessionId, customMessageId }) }
}
