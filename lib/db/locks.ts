import { Prisma, type Transaction } from './client'

/**
 * The strength of a row lock. Under `UPDATE` other transactions can only read the row. Under `NO KEY UPDATE` they can also
 * insert rows that refer to it. Under `KEY SHARE` they can also change its columns other than the key.
 * https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS
 */
type RowLockMode = 'UPDATE' | 'NO KEY UPDATE' | 'KEY SHARE'
type LockableTable = 'Session' | 'Registration' | 'RegistrationNote'

/** Waits for conflicting locks, then locks a row until the transaction ends. Returns `false` if the row does not exist. */
export async function lockRow(tx: Transaction, table: LockableTable, id: string, mode: RowLockMode = 'UPDATE') {
  const [row] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ${id}::uuid FOR ${Prisma.raw(mode)}`
  return row !== undefined
}
