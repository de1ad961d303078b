import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/db/client'
import { holdTransactionOpen } from '@/tests/support/database/lock-waits'

/** Inserts a registration in a transaction that stays open until `finish` is called. */
export async function startUncommittedRegistration(db: PrismaClient, sessionId: string) {
  const { id: _, ...person } = await db.registration.findFirstOrThrow({ where: { sessionId } })
  const id = randomUUID()
  const finish = await holdTransactionOpen(db, (tx) =>
    tx.registration.create({ data: { ...person, id, normalizedEmail: id } }),
  )
  return { id, finish }
}
