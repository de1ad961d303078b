import type { Prisma, Transaction } from '@/lib/db/client'

/**
 * Locks messages until the transaction ends and returns their ids. Statements after it see what workers stored: a single
 * statement that waits for a worker would judge "MessageContent" by the state before the worker committed.
 */
export async function lockMessages(tx: Transaction, where: Prisma.MessageWhereInput): Promise<string[]> {
  const found = await tx.message.findMany({ where, select: { id: true } })
  const ids = found.map(({ id }) => id)
  await tx.$queryRaw`SELECT 1 FROM "Message" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
  return ids
}
