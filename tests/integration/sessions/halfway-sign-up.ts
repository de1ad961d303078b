import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/platform/db'
import { halfway } from '@/tests/support/locks'

/** Somebody who is signing up: their rows are written and the transaction is not done, until `finish` is called. */
export async function halfwaySignUp(db: PrismaClient, sessionId: string) {
  const { id: _, ...person } = await db.registration.findFirstOrThrow({ where: { sessionId } })
  const id = randomUUID()
  const finish = await halfway(db, (tx) => tx.registration.create({ data: { ...person, id, emailKey: id } }))
  return { id, finish }
}
