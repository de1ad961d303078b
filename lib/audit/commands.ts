import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { addMonths } from '@/lib/platform/time'
import type { AuditAction } from './schema'

/** The organiser who runs a command, and the time of the command. */
export type Actor = { now: Date; organiserId: string }

/** The author of an audit entry or of a change to a field. `system` is the software itself. */
export type AuditActor = 'participant' | 'system' | { organiserId: string }

/** Returns an actor as values for the database columns `actorType` and `actorId`. */
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
  /** Details of an audit entry: names of changed fields, or the number of affected records. Never holds field values. */
  details?: { fields: string[] } | { count: number }
}

/** Writes an audit entry in `tx`, the transaction of the audited change, so that neither is stored without the other. */
export async function audit(tx: Transaction, { actor, ...entry }: Entry): Promise<void> {
  await tx.auditEntry.create({ data: { id: randomUUID(), ...actorColumns(actor), ...entry } })
}

export const auditAsOrganiser = (tx: Transaction, { now, organiserId }: Actor, entry: Omit<Entry, 'at' | 'actor'>) =>
  audit(tx, { at: now, actor: { organiserId }, ...entry })

/** Audit entries deleted per statement. A small number keeps concurrent writers from waiting. */
const batchSize = 1_000

/** Deletes audit entries older than `retentionMonths`. Returns the number of deleted entries. */
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
