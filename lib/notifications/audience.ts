import type { Prisma, Transaction } from '@/lib/db/client'
import { reachable, statusFilters } from '@/lib/db/scopes'
import { enqueueMessages, type NewMessage } from '@/lib/outbox/enqueue'
import { dedupeKeyFor } from './dedupe-keys'
import type { CustomMessageAudience } from './schema'

/**
 * Filters that select who gets a mail: without `statuses`, the participants with a seat. Any other filter that is absent or
 * empty excludes nobody. Participants whose personal data were erased are never selected.
 */
export type Audience = Partial<CustomMessageAudience> & {
  /** Selects only the registration with this id. */
  registrationId?: string | null
  registeredBefore?: Date
  /** Excludes participants with a confirmation enqueued since this instant that did not fail and was not cancelled. */
  confirmedBefore?: Date
}

/** The statuses whose participants are told when a session is rescheduled or cancelled: all but `cancelled`. */
export const registeredStatuses = ['signed-up', 'offered', 'waitlisted'] satisfies CustomMessageAudience['statuses']

export function audienceWhere(sessionId: string, { statuses = ['signed-up'], places = [], ...to }: Audience) {
  const { registrationId, registeredBefore, confirmedBefore, tookPart, inTime, contactWishes } = to
  const worksAt: Prisma.RegistrationWhereInput[] = [{ municipalityCode: { in: places } }]
  if (places.includes('other')) worksAt.push({ municipalityCode: null })
  return {
    sessionId,
    ...reachable,
    ...(registrationId && { id: registrationId }),
    AND: [{ OR: statuses.map((status) => statusFilters[status]) }, ...(places.length > 0 ? [{ OR: worksAt }] : [])],
    ...(registeredBefore && { createdAt: { lt: registeredBefore } }),
    ...(tookPart && { tookPartAt: { not: null } }),
    ...(inTime && { askedBeforeDeadline: inTime === 'yes' }),
    ...(contactWishes?.length && { contactWish: { in: contactWishes } }),
    ...(confirmedBefore && {
      messages: {
        none: { kind: 'confirmation', createdAt: { gte: confirmedBefore }, failedAt: null, cancelledAt: null },
      },
    }),
  } satisfies Prisma.RegistrationWhereInput
}

/** Returns the receivers without a message of the mailing `mailingKey`. A mailing is one mail to many receivers. */
export async function withoutMessage<Receiver extends { id: string }>(
  tx: Transaction,
  mailingKey: string,
  receivers: Receiver[],
): Promise<Receiver[]> {
  const keyOf = ({ id }: Receiver) => dedupeKeyFor(mailingKey, id)
  const existing = await tx.message.findMany({
    where: { dedupeKey: { in: receivers.map(keyOf) } },
    select: { dedupeKey: true },
  })
  const existingKeys = new Set(existing.map(({ dedupeKey }) => dedupeKey))
  return receivers.filter((receiver) => !existingKeys.has(keyOf(receiver)))
}

type AudienceQuery = { sessionId: string; mailingKey: string; to?: Audience }
type AudienceMessage = Omit<NewMessage, 'dedupeKey' | 'registrationId' | 'organiserId'> & AudienceQuery

/** Returns the participants in the audience `to` without a message of the mailing, earliest registration first. */
export async function listRecipients(
  tx: Transaction,
  { sessionId, mailingKey, to = {} }: AudienceQuery,
): Promise<{ id: string; waitlistedAt: Date | null }[]> {
  const registrations = await tx.registration.findMany({
    where: audienceWhere(sessionId, to),
    select: { id: true, waitlistedAt: true },
    orderBy: { createdAt: 'asc' },
  })
  return await withoutMessage(tx, mailingKey, registrations)
}

/**
 * Enqueues a mail to every participant in the audience `to` without a message of the mailing `mailingKey`. Returns the
 * number of mails, or `null` with none enqueued when it would not be `expected`. The caller must hold the lock on the
 * session.
 */
export async function enqueueForAudience(
  tx: Transaction,
  { mailingKey, to, expected, ...message }: AudienceMessage & { expected?: number },
): Promise<number | null> {
  const recipients = await listRecipients(tx, { sessionId: message.sessionId, mailingKey, to })
  if (expected !== undefined && recipients.length !== expected) return null
  return await enqueueMessages(
    tx,
    recipients.map(({ id }) => ({ ...message, registrationId: id, dedupeKey: dedupeKeyFor(mailingKey, id) })),
  )
}
