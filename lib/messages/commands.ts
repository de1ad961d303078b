import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/platform/db'
import type { MessageKind } from './schema'

type QueuedMessage = {
  kind: MessageKind
  /** What this mail is, once and for all: a second one with the same key is not queued. */
  dedupeKey: string
  sessionId: string
  registrationId: string | null
  dueAt: Date
  /** From here on the mail is no use: it is dropped or given up. */
  expiresAt?: Date
  now: Date
}

/** Puts a mail in the outbox, in the transaction that gives rise to it. False when it stood there already. */
export async function queueMessage(tx: Transaction, { now, ...message }: QueuedMessage): Promise<boolean> {
  const { count } = await tx.message.createMany({
    data: [{ id: randomUUID(), createdAt: now, ...message }],
    skipDuplicates: true,
  })
  return count === 1
}
