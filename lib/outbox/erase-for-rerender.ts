import type { Prisma, Transaction } from '@/lib/db/client'
import { lockMessages } from './lock-messages'

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
