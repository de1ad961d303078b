import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { queryValues } from './embedded-cluster'
import { createEmptyDatabase } from './test-database'

/** Creates a database without tables for this test, and returns its URL. */
export async function createEmptyDatabaseForTest(): Promise<string> {
  const { url, drop } = await createEmptyDatabase()
  onTestFinished(drop)
  return url
}

/** Creates a folder with migrations for this test: `all` maps names to statements. Returns its path. */
export async function createMigrations(all: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'aanschuif-migrations-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  for (const [name, sql] of Object.entries(all)) {
    await mkdir(path.join(dir, name))
    await writeFile(path.join(dir, name, 'migration.sql'), sql)
  }
  return dir
}

export const appliedMigrations = (url: string) =>
  queryValues(url, 'SELECT migration_name FROM _prisma_migrations ORDER BY started_at, migration_name')
