import { db } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import type { DeliveryReport } from './delivery-report'
import { bounceError } from './failure-reason'

/**
 * Returns the id of the message that a report is about, or `null` if the outbox sent no such mail. The Message-ID holds a
 * random UUID, so only the receiver of the mail and the servers on its way can know it.
 */
export async function findBouncedMessage({ messageId }: DeliveryReport): Promise<string | null> {
  const found = messageId && (await db().messageContent.findFirst({ where: { messageIdHeader: messageId } }))
  return found ? found.id : null
}

/**
 * Marks a message as failed because its mail came back, and stops its retries. A worker that is sending it again loses its
 * lease. Returns `false` and changes nothing if the message was cancelled or had certainly failed before.
 */
export async function markBounced(
  id: string,
  { answer, recipient }: NonNullable<DeliveryReport['failure']>,
  now: Date,
): Promise<boolean> {
  const content = await db().messageContent.findUnique({ where: { id }, select: { toAddress: true } })
  const isForwarded = recipient && normalizeEmail(recipient) !== normalizeEmail(content?.toAddress ?? recipient)
  const { count } = await db().message.updateMany({
    // A message that failed although its mail may have arrived (`maybeDuplicate`) now certainly failed.
    where: { id, cancelledAt: null, OR: [{ failedAt: null }, { maybeDuplicate: true }] },
    data: {
      sentAt: null,
      failedAt: now,
      lastError: bounceError(isForwarded ? `${answer} (doorgestuurd naar ${recipient})` : answer),
      maybeDuplicate: false,
      claimToken: null,
      claimedUntil: null,
    },
  })
  return count === 1
}
