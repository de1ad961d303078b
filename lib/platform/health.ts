import { databaseAnswers, db } from './db'
import { migrationsDone } from './migrate'

/** Whether the database can be used now: it answers and all migrations of this code are in it. */
export async function databaseState(): Promise<'ready' | 'not migrated' | 'away'> {
  if (!(await databaseAnswers())) return 'away'
  return (await migrationsDone(db())) ? 'ready' : 'not migrated'
}
