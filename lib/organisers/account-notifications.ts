import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { AccountChange, MessageDetails } from '@/lib/outbox/message-details'
import { auditOrganiserChange } from './locks'
import { linkExpiry } from './rules'

/** How long a mail about a change may still be sent. */
const notificationLifetimeHours = 96

/**
 * Writes an audit entry and mails the organiser (`id`, by default the actor) that a credential changed, so that they notice
 * a change that they did not make.
 */
export async function auditAndNotify(
  tx: Transaction,
  { action, change }: { action: AuditAction; change: AccountChange },
  actor: Actor,
  id = actor.organiserId,
): Promise<void> {
  await auditOrganiserChange(tx, action, actor, id)
  await enqueueAccountMail(tx, 'accountChanged', {
    organiserId: id,
    dedupeKey: randomUUID(),
    details: { accountChange: change },
    expiresAt: linkExpiry(actor.now, notificationLifetimeHours),
    now: actor.now,
  })
}

type AccountLink = { id: string; tokenVersion: number; tokenExpiresAt: Date; invitedBy?: string; now: Date }

/** Mails a link that is derived from `tokenVersion` and works until `tokenExpiresAt`. */
export function enqueueAccountLink(
  tx: Transaction,
  kind: 'invitation' | 'passwordReset',
  { id, tokenVersion, tokenExpiresAt, invitedBy, now }: AccountLink,
): Promise<void> {
  return enqueueAccountMail(tx, kind, {
    organiserId: id,
    dedupeKey: `${id}:${tokenVersion}`,
    details: { ...(invitedBy && { invitedBy }), tokenVersion, tokenExpiresAt: tokenExpiresAt.toISOString() },
    expiresAt: tokenExpiresAt,
    now,
  })
}

/** Prefixes of stored dedupe keys. They must not change. */
const keyPrefixes = {
  invitation: 'invitation',
  passwordReset: 'password-reset',
  accountChanged: 'account-changed',
} as const

type AccountMail = { organiserId: string; dedupeKey: string; details: MessageDetails; expiresAt: Date; now: Date }

async function enqueueAccountMail(
  tx: Transaction,
  kind: keyof typeof keyPrefixes,
  { dedupeKey, now, ...mail }: AccountMail,
): Promise<void> {
  await enqueueMessage(tx, {
    kind,
    dedupeKey: `${keyPrefixes[kind]}:${dedupeKey}`,
    registrationId: null,
    dueAt: now,
    now,
    ...mail,
  })
}
