import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import type { RoundRefusal } from './schema'

/**
 * Locks the triage round of a session until the transaction ends; registration does not wait for it. `closedRoundId` is
 * `null` while the round is open. Returns `null` when the session does not exist.
 */
export async function lockRound(tx: Transaction, sessionId: string) {
  await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  const found = await tx.session.findUnique({ where: { id: sessionId }, select: lockedFields })
  if (!found) return null
  const { triageRounds, ...session } = found
  return { ...session, closedRoundId: triageRounds[0]?.id ?? null }
}

const lockedFields = {
  endsAt: true,
  cancelledAt: true,
  triageRounds: { where: { reopenedAt: null }, select: { id: true } },
} as const

/** Locks the triage round. Returns a refusal if it is closed or the session does not exist, else `null`. */
export async function lockOpenRound(tx: Transaction, sessionId: string): Promise<RoundRefusal | null> {
  const round = await lockRound(tx, sessionId)
  if (!round) return 'unknown-session'
  return round.closedRoundId ? 'round-closed' : null
}

export function auditRound(tx: Transaction, action: AuditAction, sessionId: string, actor: Actor): Promise<void> {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'session', subjectId: sessionId })
}
