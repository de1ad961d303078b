import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import type { CustomMessageAudience } from './schema'

/** To whom of those who have a place; all of them when it says nothing. */
export type Audience = {
  /** Who waits for a place too: what concerns everybody, such as another date. */
  includeWaitlisted?: boolean
  registeredBefore?: Date
  /** Not who got a confirmation from this moment on, or is about to. */
  confirmedBefore?: Date
  tookPart?: boolean
  inTime?: boolean
  /** CBS codes; 'other' stands for everybody who does not work at a gemeente. */
  places?: string[]
  contactWishes?: ('email' | 'phone' | 'none')[]
}

/** The people whom a letter is for. */
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

/** A confirmation that went out or will: one that failed or was stopped told nobody anything. */
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

/** Who gets a mail of which the keys begin with `keyStart` and has none yet (ids; the session's id is a UUID). */
export function listRecipients(
  tx: Transaction,
  { sessionId, keyPrefix, to }: { sessionId: string; keyPrefix: string; to: Audience },
): Promise<{ id: string; waitlistedAt: Date | null }[]> {
  const notYetNotified = { messages: { none: { dedupeKey: { startsWith: `${keyPrefix}:` } } } }
  return tx.registration.findMany({
    where: { ...audienceWhere(sessionId, to), ...notYetNotified },
    select: { id: true, waitlistedAt: true },
    orderBy: { createdAt: 'asc' },
  })
}

/** How many that are at the moment: said before anything goes to many. */
export const countRecipients = (sessionId: string, to: Audience = {}, tx: Transaction = db()) =>
  tx.registration.count({ where: audienceWhere(sessionId, to) })
