import { db } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import type { DeliveryReport } from './delivery-report'
import { bounceError } from './failure-reason'

/**
 * Returns the id of the message that a report is about, or `null` if it is not one of the outbox. The Message-ID holds a
 * random UUID, so only who got the mail, or a server on its way, can name it.
 */
export async function findBouncedMessage({ messageId }: DeliveryReport): Promise<string | null> {
  const found = messageId && (await db().messageContent.findFirst({ where: { messageIdHeader: messageId } }))
  return found ? found.id : null
}

/**
 * Marks a message as failed because it came back, and stops its retries. A worker that is sending it again loses its lease.
 * Returns `false` if the failure was known, or the message was cancelled.
 */
export async function markBounced(
  id: string,
  { answer, recipient }: NonNullable<DeliveryReport['failure']>,
  now: Date,
): Promise<boolean> {
  const content = await db().messageContent.findUnique({ where: { id }, select: { toAddress: true } })
  const isForwarded = recipient && normalizeEmail(recipient) !== normalizeEmail(content?.toAddress ?? recipient)
  const { count } = await db().message.updateMany({
    // A mail that may have arrived certainly did not.
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
