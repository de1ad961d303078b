import { randomUUID } from 'node:crypto'
import type { Prisma, Transaction } from '@/lib/db/client'
import type { MessageDetails } from './message-details'
import { cancellableWhere } from './message-filter'
import { lockMessages } from './message-locks'
import type { MessageKind } from './schema'

/**
 * A mail to enqueue. With `cancelledAt` it is stored but never sent: an organiser chose not to notify the participant of a
 * change. The stored mail makes the participant's next change notice state this change too.
 */
export type NewMessage = Omit<Prisma.MessageCreateManyInput, 'id' | 'createdAt'> & {
  /** Identifies the mail: a second message with the same key is not enqueued. Keys are compared, but never parsed. */
  dedupeKey: string
  registrationId: string | null
  details?: MessageDetails
  now: Date
}

/** Enqueues a mail in `tx`, the transaction of the change that causes it. Returns `false` if its dedupe key is taken. */
export async function enqueueMessage(tx: Transaction, message: NewMessage): Promise<boolean> {
  return (await enqueueMessages(tx, [message])) === 1
}

/** Enqueues the mails whose dedupe key is not taken, and returns their number. */
export async function enqueueMessages(tx: Transaction, messages: NewMessage[]): Promise<number> {
  const data = messages.map(({ now, ...message }) => ({ id: randomUUID(), createdAt: now, ...message }))
  const { count } = await tx.message.createMany({ data, skipDuplicates: true })
  return count
}

type Postponement = { kind: MessageKind; registrationId: string; dueAt: Date }

/**
 * Postpones a participant's unsent mail of this kind to `dueAt`, so that it states later changes too. Returns `false` if
 * there is no such mail, or if it was rendered before.
 */
export async function postponeUnrendered(tx: Transaction, { dueAt, ...message }: Postponement): Promise<boolean> {
  const ids = await lockMessages(tx, { ...message, ...cancellableWhere })
  const isUnrendered = { id: { in: ids }, ...cancellableWhere, content: null }
  const { count } = await tx.message.updateMany({ where: isUnrendered, data: { dueAt } })
  return count > 0
}
