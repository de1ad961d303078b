import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { type EmbeddedPostgres, startPostgres } from '@/lib/embedded-postgres/start'
import { killServer } from './server-process'

/** An empty DATA_DIR for this test; afterwards a server left in it is killed and the folder removed. */
export async function createTemporaryDataDir(): Promise<string> {
  const dataDir = await realpath(await mkdtemp(path.join(tmpdir(), `aanschuif-cluster-${process.pid}-`)))
  onTestFinished(async () => {
    killServer(dataDir, 'with its children')
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20 })
  })
  return dataDir
}

/** Says nothing: what these tests do to the server is meant to happen. */
export const silentLogger = { info: () => {}, warn: () => {}, error: () => {} }

/** `startPostgres` in this very process, which leaves when the test ends. */
export async function startInProcess(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataDir, logger: silentLogger })
  onTestFinished(() => postgres.detach())
  return postgres
}

/** All values that one statement gives, on a connection of its own. */
export async function queryValues(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' }).finally(() => client.end())
  return rows.flat()
}

type StartReport = { url: string; wasRunning: boolean; applied: string[] }
type SiteChildProcess = ChildProcessByStdio<Writable, Readable, Readable>

/** A process of its own that runs tests/support/database/start-postgres.ts. */
export type SiteProcess = StartReport & {
  /** Ends as the site does on Ctrl-C. */
  stop(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
}

/** Starts such a process and waits until its database is there. Rejects with what it wrote to standard error. */
export async function startSiteProcess(dataDir: string): Promise<SiteProcess> {
  const child = spawnSiteProcess(dataDir)
  const ended = once(child, 'exit')
  const stderr = text(child.stderr)
  const firstOutput = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)])
  if (!firstOutput) throw new Error(await stderr)
  return {
    ...(JSON.parse(String(firstOutput[0])) as StartReport),
    async stop() {
      child.stdin.end()
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The bare process, for a test that kills it while it is starting. */
export function spawnSiteProcess(dataDir: string): SiteChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/database/start-postgres.ts', dataDir])
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}
