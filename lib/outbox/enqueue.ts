import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { lockMessages } from './lock-messages'
import type { MessageDetails } from './message-details'
import { cancellableWhere } from './message-filter'
import type { MessageCancelReason, MessageKind } from './schema'

export type NewMessage = {
  kind: MessageKind
  /** Identifies the mail for good: a second message with the same key is not enqueued. Only compared for equality. */
  dedupeKey: string
  /** Absent for a mail about the receiver's own account. */
  sessionId?: string
  registrationId: string | null
  /** Receiver of a mail without registration. */
  organiserId?: string
  customMessageId?: string
  /** The release that the mail is about: not sent once there is a later one. */
  releaseNumber?: number
  details?: MessageDetails
  /** The message that this one repeats, and the bulk action that did so. */
  resendOfId?: string
  batchId?: string
  dueAt: Date
  /** The mail is useless from this instant on. */
  expiresAt?: Date
  /** Stores a message that is never sent, as a record of what its receiver last knew. */
  cancelledAt?: Date
  cancelReason?: MessageCancelReason
  now: Date
}

/** Enqueues a mail in the transaction that causes it. Returns `false` if its dedupe key is taken. */
export async function enqueueMessage(tx: Transaction, message: NewMessage): Promise<boolean> {
  return (await enqueueMessages(tx, [message])) === 1
}

/** Enqueues several mails. Returns how many had a free dedupe key. */
export async function enqueueMessages(tx: Transaction, messages: NewMessage[]): Promise<number> {
  const { count } = await tx.message.createMany({
    data: messages.map(({ now, ...message }) => ({ id: randomUUID(), createdAt: now, ...message })),
    skipDuplicates: true,
  })
  return count
}

type Postponement = { kind: MessageKind; registrationId: string; dueAt: Date }

/** Moves a mail that no worker has rendered yet, so that it covers a later change too. Returns `false` if there is none. */
export async function postponeUnrendered(tx: Transaction, { dueAt, ...message }: Postponement): Promise<boolean> {
  const ids = await lockMessages(tx, { ...message, ...cancellableWhere })
  const { count } = await tx.message.updateMany({
    where: { id: { in: ids }, ...cancellableWhere, content: null },
    data: { dueAt },
  })
  return count > 0
}
