import { db, type Prisma, type Transaction } from '@/lib/platform/db'

/** To whom of those who are signed up and did not cancel; all of them when it says nothing. */
export type Selection = {
  signedUpBefore?: Date
  tookPart?: boolean
  inTime?: boolean
  /** CBS codes. */
  municipalities?: string[]
  contactWishes?: ('email' | 'phone' | 'none')[]
}

function where(sessionId: string, { signedUpBefore, tookPart, inTime, municipalities, contactWishes }: Selection) {
  return {
    sessionId,
    cancelledAt: null,
    ...(signedUpBefore && { createdAt: { lt: signedUpBefore } }),
    ...(tookPart && { tookPartAt: { not: null } }),
    ...(inTime !== undefined && { questionInTime: inTime }),
    ...(municipalities?.length && { municipalityCode: { in: municipalities } }),
    ...(contactWishes?.length && { contactWish: { in: contactWishes } }),
  } satisfies Prisma.RegistrationWhereInput
}

/** Who gets a mail of which the keys begin with `keyStart` and has none yet (ids; the session's id is a UUID). */
export function listRecipients(
  tx: Transaction,
  { sessionId, keyStart, to }: { sessionId: string; keyStart: string; to: Selection },
): Promise<{ id: string }[]> {
  const untold = { messages: { none: { dedupeKey: { startsWith: `${keyStart}:` } } } }
  return tx.registration.findMany({
    where: { ...where(sessionId, to), ...untold },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
}

/** How many that are at the moment: said before anything goes to many. */
export const countRecipients = (sessionId: string, to: Selection = {}) =>
  db().registration.count({ where: where(sessionId, to) })
