import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/platform/db'

/** Somebody who is signing up: their rows are written and the transaction is not done, until `finish` is called. */
export async function halfwaySignUp(db: PrismaClient, sessionId: string): Promise<{ id: string; finish: () => void }> {
  const { id: _, ...person } = await db.registration.findFirstOrThrow({ where: { sessionId } })
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const id = randomUUID()
  await new Promise<void>((wrote) => {
    void db.$transaction(async (tx) => {
      await tx.registration.create({ data: { ...person, id, emailKey: id } })
      wrote()
      await finished
    })
  })
  return { id, finish }
}
