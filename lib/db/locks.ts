import { Prisma, type Transaction } from './client'

/**
 * What others may do with the row until the transaction ends. `UPDATE`: nothing, and rows that refer to it are not made
 * either. `NO KEY UPDATE`: make rows that refer to it. `KEY SHARE`: that, and hold it in the same way.
 * See "Row-Level Locks" in the documentation of PostgreSQL.
 */
type RowLockMode = 'UPDATE' | 'NO KEY UPDATE' | 'KEY SHARE'

/** Holds one row (its id, a UUID) until the transaction ends, after waiting for who holds it; false when there is none. */
export async function lockRow(
  tx: Transaction,
  table: 'Session' | 'Registration' | 'RegistrationNote',
  id: string,
  mode: RowLockMode = 'UPDATE',
): Promise<boolean> {
  const [row] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ${id}::uuid FOR ${Prisma.raw(mode)}`
  return row !== undefined
}
