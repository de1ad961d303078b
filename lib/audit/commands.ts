import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { addMonths } from '@/lib/platform/time'
import type { AuditAction } from './schema'

/** The organiser who runs a command, and the time. */
export type Actor = { now: Date; organiserId: string }

/** Author of an audit entry or of a changed field. */
export type AuditActor = 'participant' | 'system' | { organiserId: string }

/** Returns the columns that store an actor. */
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
  /** Names of the changed fields or the number of subjects, never values. */
  details?: { fields: string[] } | { count: number }
}

/** Writes an audit entry in the transaction of the change, so that neither is stored without the other. */
export async function audit(tx: Transaction, { actor, ...entry }: Entry): Promise<void> {
  await tx.auditEntry.create({ data: { id: randomUUID(), ...actorColumns(actor), ...entry } })
}

export const auditAsOrganiser = (tx: Transaction, { now, organiserId }: Actor, entry: Omit<Entry, 'at' | 'actor'>) =>
  audit(tx, { at: now, actor: { organiserId }, ...entry })

/** Small batches keep concurrent writers from waiting. */
const batchSize = 1_000

/** Deletes entries past the retention period in batches. Returns their number. */
export async function purgeAuditLog(now: Date, retentionMonths: number): Promise<number> {
  const cutoff = addMonths(now, -retentionMonths).toISOString()
  for (let erased = 0; ; ) {
    const count = await db().$executeRaw`
      DELETE FROM "AuditEntry" WHERE "id" IN (
        SELECT "id" FROM "AuditEntry" WHERE "at" < ${cutoff}::timestamptz ORDER BY "at" LIMIT ${batchSize}
      )`
    erased += count
    if (count < batchSize) return erased
  }
}
