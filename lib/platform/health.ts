import { db, isDatabaseReachable } from '@/lib/db/client'
import { areMigrationsApplied } from '@/lib/db/migrate'

/** Returns `away` if the database does not answer, `not migrated` if it lacks migrations of this version, else `ready`. */
export async function databaseState(): Promise<'ready' | 'not migrated' | 'away'> {
  if (!(await isDatabaseReachable())) return 'away'
  return (await areMigrationsApplied(db())) ? 'ready' : 'not migrated'
}
