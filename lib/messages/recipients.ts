import { db, type Prisma, type Transaction } from '@/lib/platform/db'
import { whoTakesPart } from '@/lib/platform/who-takes-part'
import type { LetterSelection } from './schema'

/** To whom of those who have a place; all of them when it says nothing. */
export type Selection = {
  /** Who waits for a place too: what concerns everybody, such as another date. */
  alsoWaiting?: boolean
  signedUpBefore?: Date
  /** Not who got a confirmation from this moment on, or is about to. */
  confirmedBefore?: Date
  tookPart?: boolean
  inTime?: boolean
  /** CBS codes; 'other' stands for everybody who does not work at a gemeente. */
  places?: string[]
  contactWishes?: ('email' | 'phone' | 'none')[]
}

/** The people whom a letter is for. */
export const toSelection = ({ inTime, ...rest }: LetterSelection): Selection => ({
  ...rest,
  ...(inTime && { inTime: inTime === 'yes' }),
})

function where(sessionId: string, { alsoWaiting, confirmedBefore, tookPart, inTime, ...to }: Selection) {
  const { signedUpBefore, places, contactWishes } = to
  return {
    sessionId,
    erasedAt: null,
    ...(alsoWaiting ? { cancelledAt: null } : whoTakesPart),
    ...(signedUpBefore && { createdAt: { lt: signedUpBefore } }),
    ...(tookPart && { tookPartAt: { not: null } }),
    ...(inTime !== undefined && { questionInTime: inTime }),
    ...(places?.length && { OR: worksAt(places) }),
    ...(contactWishes?.length && { contactWish: { in: contactWishes } }),
    ...(confirmedBefore && { AND: { messages: { none: confirmedSince(confirmedBefore) } } }),
  } satisfies Prisma.RegistrationWhereInput
}

/** A confirmation that went out or will: one that failed or was stopped told nobody anything. */
const confirmedSince = (at: Date) => ({
  kind: 'confirmation',
  createdAt: { gte: at },
  failedAt: null,
  droppedAt: null,
})

const worksAt = (places: string[]): Prisma.RegistrationWhereInput[] => [
  { municipalityCode: { in: places } },
  ...(places.includes('other') ? [{ municipalityCode: null }] : []),
]

/** Who gets a mail of which the keys begin with `keyStart` and has none yet (ids; the session's id is a UUID). */
export function listRecipients(
  tx: Transaction,
  { sessionId, keyStart, to }: { sessionId: string; keyStart: string; to: Selection },
): Promise<{ id: string; waitingSince: Date | null }[]> {
  const untold = { messages: { none: { dedupeKey: { startsWith: `${keyStart}:` } } } }
  return tx.registration.findMany({
    where: { ...where(sessionId, to), ...untold },
    select: { id: true, waitingSince: true },
    orderBy: { createdAt: 'asc' },
  })
}

/** How many that are at the moment: said before anything goes to many. */
export const countRecipients = (sessionId: string, to: Selection = {}, tx: Transaction = db()) =>
  tx.registration.count({ where: where(sessionId, to) })
