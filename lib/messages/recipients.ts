import { db, type Transaction } from '@/lib/platform/db'

const stillComing = (sessionId: string) => ({ sessionId, cancelledAt: null })

/** Everybody who is signed up for a session (its id, a UUID) and has not cancelled. */
export function listRecipients(tx: Transaction, sessionId: string): Promise<{ id: string }[]> {
  return tx.registration.findMany({
    where: stillComing(sessionId),
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
}

/** How many that are: said before anything goes to all of them. */
export const countRecipients = (sessionId: string) => db().registration.count({ where: stillComing(sessionId) })
