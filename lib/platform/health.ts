import { db, isDatabaseReachable } from '@/lib/db/client'
import { areMigrationsApplied } from '@/lib/db/migrate'

/** Whether the database can be used now: it answers and all migrations of this code are in it. */
export async function databaseState(): Promise<'ready' | 'not migrated' | 'away'> {
  if (!(await isDatabaseReachable())) return 'away'
  return (await areMigrationsApplied(db())) ? 'ready' : 'not migrated'
}
