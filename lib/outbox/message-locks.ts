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

/**
 * Clears subject and body of messages, so that unsent ones are rendered again. A worker that is rendering one loses its lease:
 * otherwise the erased text would come back.
 */
export async function eraseForRerender(tx: Transaction, where: Prisma.MessageWhereInput): Promise<void> {
  const ids = await lockMessages(tx, where)
  await tx.message.updateMany({
    where: { id: { in: ids }, NOT: { content: { html: { not: null } } } },
    data: { claimToken: null, claimedUntil: null },
  })
  await tx.messageContent.updateMany({ where: { id: { in: ids } }, data: { subject: null, html: null, text: null } })
}
