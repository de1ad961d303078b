import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { AccountChange } from '@/lib/outbox/message-details'
import { linkExpiry } from './rules'

/** After this a mail about a change of yesterday helps nobody. */
const notificationLifetimeHours = 96

/** Mails an organiser that something about logging in changed, so that they find out when it was not them. */
export async function notifyAccountChanged(tx: Transaction, organiserId: string, change: AccountChange, now: Date) {
  await enqueueMessage(tx, {
    kind: 'accountChanged',
    dedupeKey: `account-changed:${randomUUID()}`,
    registrationId: null,
    organiserId,
    details: { accountChange: change },
    dueAt: now,
    expiresAt: linkExpiry(now, notificationLifetimeHours),
    now,
  })
}
