import { randomUUID } from 'node:crypto'
import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { AccountChange } from '@/lib/outbox/message-details'
import { linkExpiry } from './rules'

/** Maps an audit action to the credential change that is mailed to the organiser, who can thereby notice an intruder. */
const mailedChanges: Partial<Record<AuditAction, AccountChange>> = {
  passwordChanged: 'password',
  passwordReset: 'password',
  twoFactorEnabled: 'two-step-on',
  twoFactorDisabled: 'two-step-off',
  twoFactorReset: 'two-step-reset',
}

/** Hours after which an unsent mail about a changed credential expires. */
const notificationLifetimeHours = 96

/** Writes an audit entry about an organiser, by default the actor. Mails that organiser if a credential changed. */
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
