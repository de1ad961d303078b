import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/db/migrate'
import { isAlive } from '@/lib/embedded-postgres/postmaster'
import { startPostgres } from '@/lib/embedded-postgres/start'
import { killServer } from './server-process'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

// The empty database that tests/support/database/test-database.ts copies.
const templateName = 'migrated'

// Not UTC, so that code that relies on the time zone of the server fails. TEST_DATABASE_ZONE names another.
const timezone = process.env.TEST_DATABASE_ZONE ?? 'America/New_York'
// No data outlives the run, so nothing has to reach the disk. A vacuum would prevent dropping a database.
const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }

/** Starts one server for all test files, with a migrated database to copy. */
export default async function startPostgresForRun(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers()
  const dataDir = await mkdtemp(path.join(tmpdir(), `aanschuif-test-${process.pid}-`))
  const server = await startPostgres({ dataDir, settings: { ...fastSettings, timezone } })
  await createDatabase(server.url, templateName)
  const template = new URL(server.url)
  template.pathname = templateName
  await migrate(template.href, { now: new Date() })
  project.provide('serverUrl', server.url)
  return async () => {
    await server.detach()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
}

/** Removes the servers of a run that was killed. The name of a folder holds the id of its process. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^aanschuif-(?:test|cluster)-(\d+)-/.exec(name) ?? []
    if (!pid || isAlive(Number(pid))) continue
    killServer(path.join(tmpdir(), name), 'with its children')
    await rm(path.join(tmpdir(), name), { recursive: true, force: true, maxRetries: 10 }).catch(() => {})
  }
}
