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

/** Creates a DATA_DIR for this test. Afterwards its server is killed and the folder removed. */
export async function createTemporaryDataDir(): Promise<string> {
  const dataDir = await realpath(await mkdtemp(path.join(tmpdir(), `aanschuif-cluster-${process.pid}-`)))
  onTestFinished(async () => {
    killServer(dataDir, 'with its children')
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20 })
  })
  return dataDir
}

export const silentLogger = { info: () => {}, warn: () => {}, error: () => {} }

/** Calls `startPostgres` in this process, and detaches when the test ends. */
export async function startInProcess(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataDir, logger: silentLogger })
  onTestFinished(() => postgres.detach())
  return postgres
}

/** Returns all values of one statement, run on a new connection. */
export async function queryValues(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' }).finally(() => client.end())
  return rows.flat()
}

type StartReport = { url: string; wasRunning: boolean; applied: string[] }
type SiteChildProcess = ChildProcessByStdio<Writable, Readable, Readable>

/** A separate process that runs tests/support/database/start-postgres.ts. */
export type SiteProcess = StartReport & {
  /** Ends the process as the site does after Ctrl-C. */
  stop(): Promise<void>
  /** Sends SIGKILL. */
  kill(): Promise<void>
}

/** Starts a separate process and waits for its database. Rejects with its standard error. */
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

/** Starts a separate process without waiting, for a test that kills it during the start. */
export function spawnSiteProcess(dataDir: string): SiteChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/database/start-postgres.ts', dataDir])
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}
