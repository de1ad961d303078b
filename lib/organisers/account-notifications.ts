import { randomUUID } from 'node:crypto'
import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { AccountChange } from '@/lib/outbox/message-details'
import { linkExpiry } from './rules'

/** Changes of credentials. Each is mailed to the organiser, who thereby notices a change by another person. */
const mailedChanges: Partial<Record<AuditAction, AccountChange>> = {
  passwordChanged: 'password',
  passwordReset: 'password',
  twoFactorEnabled: 'two-step-on',
  twoFactorDisabled: 'two-step-off',
  twoFactorReset: 'two-step-reset',
}

/** A mail about a changed credential expires after this time. */
const notificationLifetimeHours = 96

/** Writes an audit entry about an organiser, by default the actor. Mails the organiser if a credential changed. */
export async function recordOrganiserChange(
  tx: Transaction,
  action: AuditAction,
  actor: Actor,
  organiserId = actor.organiserId,
): Promise<void> {
  await auditAsOrganiser(tx, actor, { action, subjectType: 'organiser', subjectId: organiserId })
  const accountChange = mailedChanges[action]
  if (!accountChange) return
  await enqueueMessage(tx, {
    kind: 'accountChanged',
    dedupeKey: `account-changed:${randomUUID()}`,
    registrationId: null,
    organiserId,
    details: { accountChange },
    dueAt: actor.now,
    expiresAt: linkExpiry(actor.now, notificationLifetimeHours),
    now: actor.now,
  })
}
