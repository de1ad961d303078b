import type { Prisma, Transaction } from '@/lib/db/client'

/**
 * Locks the matching messages until the transaction ends and returns their ids. Later statements in the transaction see
 * what workers stored. A single statement that waits for a worker would read "MessageContent" as it was before.
 */
export async function lockMessages(tx: Transaction, where: Prisma.MessageWhereInput): Promise<string[]> {
  const found = await tx.message.findMany({ where, select: { id: true } })
  const ids = found.map(({ id }) => id)
  await tx.$queryRaw`SELECT 1 FROM "Message" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
  return ids
}

/**
 * Erases subject and body of the matching messages, so that unsent ones are rendered again. A worker that is rendering one
 * of them loses its lease, because it would store the erased text again.
 */
export async function eraseForRerender(tx: Transaction, where: Prisma.MessageWhereInput): Promise<void> {
  const ids = await lockMessages(tx, where)
  await tx.message.updateMany({
    where: { id: { in: ids }, NOT: { content: { html: { not: null } } } },
    data: { claimToken: null, claimedUntil: null },
  })
  await tx.messageContent.updateMany({ where: { id: { in: ids } }, data: { subject: null, html: null, text: null } })
}
