import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { enqueueMessages, type NewMessage } from '@/lib/outbox/enqueue'
import type { CustomMessageAudience } from './schema'

/** Filters on the participants with a seat. An absent or empty filter excludes nobody. */
export type Audience = {
  /** Adds waitlisted participants, for mail that concerns them too, such as another date. */
  includeWaitlisted?: boolean
  registeredBefore?: Date
  /** Excludes participants with a confirmation, sent or to be sent, from this instant on. */
  confirmedBefore?: Date
  tookPart?: boolean
  inTime?: boolean
  /** CBS codes; 'other' selects participants who do not work at a municipality. */
  places?: string[]
  contactWishes?: ('email' | 'phone' | 'none')[]
}

/** The audience of a custom message, from its form values. */
export const toAudience = ({ inTime, ...rest }: CustomMessageAudience): Audience => ({
  ...rest,
  ...(inTime && { inTime: inTime === 'yes' }),
})

function audienceWhere(sessionId: string, { includeWaitlisted, confirmedBefore, tookPart, inTime, ...to }: Audience) {
  const { registeredBefore, places, contactWishes } = to
  return {
    sessionId,
    erasedAt: null,
    ...(includeWaitlisted ? { cancelledAt: null } : attending),
    ...(registeredBefore && { createdAt: { lt: registeredBefore } }),
    ...(tookPart && { tookPartAt: { not: null } }),
    ...(inTime !== undefined && { askedBeforeDeadline: inTime }),
    ...(places?.length && { OR: worksAt(places) }),
    ...(contactWishes?.length && { contactWish: { in: contactWishes } }),
    ...(confirmedBefore && { AND: { messages: { none: confirmedSince(confirmedBefore) } } }),
  } satisfies Prisma.RegistrationWhereInput
}

/** A confirmation that failed or was cancelled told the participant nothing. */
const confirmedSince = (at: Date) => ({
  kind: 'confirmation' as const,
  createdAt: { gte: at },
  failedAt: null,
  cancelledAt: null,
})

const worksAt = (places: string[]): Prisma.RegistrationWhereInput[] => [
  { municipalityCode: { in: places } },
  ...(places.includes('other') ? [{ municipalityCode: null }] : []),
]

/** Leaves out the receivers whose message with this key exists. */
export async function withoutMessage<Receiver extends { id: string }>(
  tx: Transaction,
  keyPrefix: string,
  receivers: Receiver[],
): Promise<Receiver[]> {
  const keyOf = ({ id }: Receiver) => `${keyPrefix}:${id}`
  const existing = await tx.message.findMany({
    where: { dedupeKey: { in: receivers.map(keyOf) } },
    select: { dedupeKey: true },
  })
  const existingKeys = new Set(existing.map(({ dedupeKey }) => dedupeKey))
  return receivers.filter((receiver) => !existingKeys.has(keyOf(receiver)))
}

/** The audience without the participants who have a message with this key already. */
export async function listRecipients(
  tx: Transaction,
  { sessionId, keyPrefix, to }: { sessionId: string; keyPrefix: string; to: Audience },
): Promise<{ id: string; waitlistedAt: Date | null }[]> {
  const registrations = await tx.registration.findMany({
    where: audienceWhere(sessionId, to),
    select: { id: true, waitlistedAt: true },
    orderBy: { createdAt: 'asc' },
  })
  return await withoutMessage(tx, keyPrefix, registrations)
}

export const countRecipients = (sessionId: string, to: Audience = {}, tx: Transaction = db()) =>
  tx.registration.count({ where: audienceWhere(sessionId, to) })

type AudienceMessage = Omit<NewMessage, 'dedupeKey' | 'registrationId' | 'organiserId'> & {
  sessionId: string
  /** Start of the dedupe key of each mail; the id of the participant follows. */
  keyPrefix: string
  to?: Audience
  /** Number of receivers that the organiser saw. */
  expected?: number
}

/**
 * Enqueues a mail to every participant of an audience who does not have it yet. Returns how many, or `null` with nothing
 * enqueued when that differs from `expected`. The caller has locked the session.
 */
export async function enqueueForAudience(
  tx: Transaction,
  { keyPrefix, to = {}, expected, ...message }: AudienceMessage,
): Promise<number | null> {
  const recipients = await listRecipients(tx, { sessionId: message.sessionId, keyPrefix, to })
  if (expected !== undefined && recipients.length !== expected) return null
  return await enqueueMessages(
    tx,
    recipients.map(({ id }) => ({ ...message, registrationId: id, dedupeKey: `${keyPrefix}:${id}` })),
  )
}
