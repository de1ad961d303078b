import { Prisma, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { statusSql } from '@/lib/db/scopes'
import type { Seats } from './rules'

/** Waits for concurrent edits of the session. If capacity is limited, changes of its seats also wait until commit. */
export async function lockSeats(tx: Transaction, sessionId: string): Promise<void> {
  if (!(await lockRow(tx, 'Session', sessionId, 'KEY SHARE'))) return
  const isLimited = { id: sessionId, capacity: { not: null } }
  if ((await tx.session.count({ where: isLimited })) > 0) await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
}

const status = Prisma.raw(statusSql)

/** Returns the seat counts of a session, exact while `lockSeats` is held. Throws when the session does not exist. */
export async function countSeats(tx: Transaction, sessionId: string): Promise<Seats> {
  const [seats] = await tx.$queryRaw<Seats[]>`
    SELECT s."capacity",
      count(r."id") FILTER (WHERE ${status} = 'signed-up')::int AS "taken",
      count(r."id") FILTER (WHERE ${status} = 'offered')::int AS "offered",
      count(r."id") FILTER (WHERE ${status} = 'waitlisted')::int AS "waitlisted"
    FROM "Session" AS s LEFT JOIN "Registration" AS r ON r."sessionId" = s."id"
    WHERE s."id" = ${sessionId}::uuid GROUP BY s."id"`
  if (!seats) throw new Error('no such session')
  return seats
}
