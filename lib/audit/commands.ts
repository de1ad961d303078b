import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { auditLogCutoff } from './rules'
import type { AuditAction } from './schema'

/** Which organiser does something, and when. */
export type Actor = { now: Date; organiserId: string }

/** The author of an audit entry or of a changed field. */
export type AuditActor = 'participant' | 'system' | { organiserId: string }

/** Columns that store an actor. */
export const actorColumns = (actor: AuditActor) =>
  typeof actor === 'string'
    ? { actorType: actor, actorId: null }
    : { actorType: 'organiser' as const, actorId: actor.organiserId }

type Entry = {
  at: Date
  actor: AuditActor
  action: AuditAction
  subjectType: string
  subjectId: string
  /** Which parts were changed or how many it were, never what they hold. */
  details?: { fields: string[] } | { count: number }
}

/** Writes the trail in the transaction of the change itself, so that neither stands without the other. */
export async function audit(tx: Transaction, { actor, ...entry }: Entry): Promise<void> {
  await tx.auditEntry.create({ data: { id: randomUUID(), ...actorColumns(actor), ...entry } })
}

/** The same for what an organiser does. */
export function auditAsOrganiser(
  tx: Transaction,
  { now, organiserId }: Actor,
  entry: Omit<Entry, 'at' | 'actor'>,
): Promise<void> {
  return audit(tx, { at: now, actor: { organiserId }, ...entry })
}

/** Small enough not to hold up what is written meanwhile. */
const batchSize = 1_000

/** Erases what is older than so many months, in batches; gives how many entries that were. */
export async function purgeAuditLog(now: Date, retentionMonths: number): Promise<number> {
  const cutoff = auditLogCutoff(now, retentionMonths).toISOString()
  for (let erased = 0; ; ) {
    const count = await db().$executeRaw`
      DELETE FROM "AuditEntry" WHERE "id" IN (
        SELECT "id" FROM "AuditEntry" WHERE "at" < ${cutoff}::timestamptz ORDER BY "at" LIMIT ${batchSize}
      )`
    erased += count
    if (count < batchSize) return erased
  }
}
