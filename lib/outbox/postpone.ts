import type { Transaction } from '@/lib/db/client'
import type { MessageKind } from './schema'

/**
 * Postpones a mail of this kind to a participant that was neither claimed nor rendered yet.
 * Returns `false` when there is none.
 */
export async function postponeUnsent(
  tx: Transaction,
  { kind, registrationId, dueAt }: { kind: MessageKind; registrationId: string; dueAt: Date },
): Promise<boolean> {
  const untouched = { claimToken: null, renderedAt: null, sentAt: null, failedAt: null, cancelledAt: null }
  const { count } = await tx.message.updateMany({ where: { kind, registrationId, ...untouched }, data: { dueAt } })
  return count > 0
}
