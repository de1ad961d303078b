import type { Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { MessageDetails } from '@/lib/outbox/message-details'

type WelcomeMail = {
  sessionId: string
  registrationId: string
  isWaitlisted: boolean
  /** Makes the dedupe key of a later welcome mail differ from that of the first. */
  dedupeSuffix?: string
  details?: MessageDetails
  now: Date
}

/**
 * Enqueues the confirmation of a seat, or the waitlist mail for a participant without one.
 * Returns `false` when a mail with this dedupe key exists.
 */
export function enqueueWelcome(
  tx: Transaction,
  { isWaitlisted, dedupeSuffix, ...message }: WelcomeMail,
): Promise<boolean> {
  const kind = isWaitlisted ? 'waitlisted' : 'confirmation'
  const key = `${isWaitlisted ? 'waiting-list' : 'confirmation'}:${message.registrationId}`
  return enqueueMessage(tx, {
    ...message,
    kind,
    dedupeKey: dedupeSuffix ? `${key}:${dedupeSuffix}` : key,
    dueAt: message.now,
  })
}
