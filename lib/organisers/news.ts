import { randomUUID } from 'node:crypto'
import { queueMessage } from '@/lib/messages/commands'
import type { AccountChange } from '@/lib/messages/schema'
import type { Transaction } from '@/lib/platform/db'
import { linkEnd } from './rules'

/** After this a mail about a change of yesterday helps nobody. */
const newsHours = 96

/** Mails an organiser that something about logging in changed, so that they find out when it was not them. */
export async function tellAccountChanged(tx: Transaction, organiserId: string, change: AccountChange, now: Date) {
  await queueMessage(tx, {
    kind: 'account-changed',
    dedupeKey: `account-changed:${randomUUID()}`,
    registrationId: null,
    organiserId,
    details: { accountChange: change },
    dueAt: now,
    expiresAt: linkEnd(now, newsHours),
    now,
  })
}
