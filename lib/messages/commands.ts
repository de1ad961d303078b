import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/platform/db'
import { listRecipients, type Selection } from './recipients'
import type { MessageDetails, MessageKind } from './schema'

type QueuedMessage = {
  kind: MessageKind
  /** What this mail is, once and for all: a second one with the same key is not queued. */
  dedupeKey: string
  sessionId: string
  /** To this participant, or else to the organiser. */
  registrationId: string | null
  organiserId?: string
  /** The release it tells about: not sent any more once there is a later one. */
  releaseNumber?: number
  details?: MessageDetails
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

type ToAll = Omit<QueuedMessage, 'dedupeKey' | 'registrationId' | 'organiserId'> & {
  /** The key of each mail is this and the id of the participant. */
  keyStart: string
  /** To whom; everybody who is signed up when left out. */
  to?: Selection
}

/**
 * Puts a mail to everybody who is signed up in the outbox; gives how many. The caller holds the row of the session, so that
 * nobody signs up in between.
 */
export async function queueToAll(tx: Transaction, { keyStart, to = {}, now, ...message }: ToAll): Promise<number> {
  const recipients = await listRecipients(tx, { sessionId: message.sessionId, keyStart, to })
  const { count } = await tx.message.createMany({
    data: recipients.map(({ id }) => ({
      ...message,
      id: randomUUID(),
      registrationId: id,
      dedupeKey: `${keyStart}:${id}`,
      createdAt: now,
    })),
    skipDuplicates: true,
  })
  return count
}

/** Takes mails of these kinds that did not go out yet from the outbox; one that is on its way now still arrives. */
export async function dropUnsent(
  tx: Transaction,
  { sessionId, kinds, reason, now }: { sessionId: string; kinds: readonly MessageKind[]; reason: string; now: Date },
): Promise<void> {
  await tx.message.updateMany({
    where: { sessionId, kind: { in: [...kinds] }, sentAt: null, failedAt: null, droppedAt: null, claimToken: null },
    data: { droppedAt: now, dropReason: reason },
  })
}
