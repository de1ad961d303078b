import type { Prisma, Transaction } from '@/lib/db/client'
import { reachable, statusFilters } from '@/lib/db/scopes'
import { enqueueMessages, type NewMessage } from '@/lib/outbox/enqueue'
import { dedupeKeyFor } from './dedupe-keys'
import type { CustomMessageAudience } from './schema'

/**
 * Filters that select who gets a mail: by default all participants with a seat. A filter that is absent or empty
 * excludes nobody. Nobody whose personal data were erased gets one.
 */
export type Audience = Partial<CustomMessageAudience> & {
  /** Selects only this registration. */
  registrationId?: string | null
  registeredBefore?: Date
  /** Excludes participants with a confirmation enqueued since this instant, unless it failed or was cancelled. */
  confirmedBefore?: Date
}

/** Statuses of everybody whom a change of the session concerns: all but those who cancelled. */
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

/** Returns the receivers who have no message yet of the mailing with this key (see `mailingKeys`). */
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

/** Selects the participants in audience `to` without a message of the mailing `mailingKey`. */
type AudienceQuery = { sessionId: string; mailingKey: string; to?: Audience }
type AudienceMessage = Omit<NewMessage, 'dedupeKey' | 'registrationId' | 'organiserId'> & AudienceQuery

/** Returns the participants in the audience `to` without a message under `mailingKey`, earliest registration first. */
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
 * Enqueues a mail to every participant in the audience `to` without a message under `mailingKey`. Returns how many.
 * Returns `null` and enqueues nothing when `expected` is given and differs from that number. The caller has locked the
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
