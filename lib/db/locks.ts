import { Prisma, type Transaction } from './client'

/**
 * What other transactions may still do with a locked row. `UPDATE`: nothing. `NO KEY UPDATE`: insert rows that refer to it.
 * `KEY SHARE`: that, and change its other columns.
 * https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS
 */
type RowLockMode = 'UPDATE' | 'NO KEY UPDATE' | 'KEY SHARE'
type LockableTable = 'Session' | 'Registration' | 'RegistrationNote'

/** Locks a row until the transaction ends, after waiting for other locks. Returns `false` when the row does not exist. */
export async function lockRow(tx: Transaction, table: LockableTable, id: string, mode: RowLockMode = 'UPDATE') {
  const [row] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ${id}::uuid FOR ${Prisma.raw(mode)}`
  return row !== undefined
}
