import { type SpawnOptions, spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '@/lib/platform/start-error'
import type { Binaries } from './binaries'
import { folderIdentitySetting, isServerOf, readPostmaster, removeStalePidFile } from './postmaster'
import { inDataFolder, type OsAccount } from './server-account'
import { acquireServerLease } from './server-lease'

/** A PostgreSQL data folder, with what is needed to run its server. `url` returns the connection URL for a port. */
type Cluster = {
  dir: string
  account: OsAccount
  binaries: Binaries
  settings: Record<string, string>
  url(port: number): string
}

/** A server that this process started. `failure()` returns `null` while it runs, and its log output once it has ended. */
type LaunchedServer = { pid: number | undefined; failure(): string | null }

const startTimeoutSeconds = 60

// Another process started the server first, the port was just taken, or children of a killed server are still exiting.
const transientFailure = /postmaster\.pid|shared memory block|could not bind|Address already in use/

/**
 * Takes a lease, which keeps the server of `cluster` running, and starts the server if needed. Concurrent processes share
 * one server. `wasRunning` is `false` if this call started it. Throws StartError when it does not start or `signal` aborts.
 */
export async function attachToServer(cluster: Cluster, options: { port?: number; signal?: AbortSignal } = {}) {
  const { dir } = cluster
  let launched: LaunchedServer | null = null
  let failures = 0
  let deadline = performance.now() + startTimeoutSeconds * 1000
  while (performance.now() < deadline && !options.signal?.aborted) {
    const postmaster = await readPostmaster(dir)
    if (postmaster && (await isServerOf(dir, postmaster))) {
      const lease = postmaster.port ? await acquireServerLease(cluster.url(postmaster.port)) : null
      if (lease) return { lease, port: postmaster.port, wasRunning: launched?.pid !== postmaster.pid }
      // Recovery after a crash can take any time, so the deadline moves along.
      if (postmaster.status === 'starting') deadline = performance.now() + startTimeoutSeconds * 1000
    } else if (!launched || launched.failure() !== null) {
      const failure = launched?.failure()
      if (failure && !transientFailure.test(failure) && ++failures === 3) throw toStartError(dir, failure)
      if (failure) await pause(100)
      if (postmaster) await removeStalePidFile(dir, postmaster)
      launched = await launchServer(cluster, options.port ?? (await choosePort(dir)))
    }
    await pause(20)
  }
  throw toStartError(dir, launched?.failure() ?? '')
}

function toStartError(dir: string, log: string): StartError {
  const cause = log.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? 'geen antwoord'
  const advice = `kijk in ${dir}/server.log en start daarna opnieuw`
  return new StartError(`De database in ${dir} start niet (${cause.trim()}): ${advice}.`)
}

/** Starts a server that survives Ctrl-C and the exit of this process, and that logs to server.log. Does not wait for it. */
async function launchServer(cluster: Cluster, port: number): Promise<LaunchedServer> {
  const { dir, account } = cluster
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Keeps values out of the log: a refused row could hold an e-mail address.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...cluster.settings,
  }
  const assignments = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  const args = [await folderIdentitySetting(dir), ...assignments].flatMap((setting) => ['-c', setting])
  const { folder, options } = inDataFolder(dir, account)
  const log = await openServerLog(dir, account)
  const logStart = (await log.stat()).size
  try {
    const spawnOptions: SpawnOptions = { ...options, detached: true, stdio: ['ignore', log.fd, log.fd] }
    const child = spawn(cluster.binaries.postgres, ['-D', folder, ...args], spawnOptions)
    let failure: string | null = null
    const recordFailure = async (why: string) => {
      const written = await readFile(path.join(dir, 'server.log')).catch(() => Buffer.of())
      failure = `${written.subarray(logStart).toString()}\nERROR: ${why}`
    }
    child.once('error', (error) => recordFailure(error.message))
    child.once('exit', (code, signal) => recordFailure(`ended with ${signal ?? `code ${code}`}`))
    child.unref()
    return { pid: child.pid, failure: () => failure }
  } finally {
    await log.close()
  }
}

async function openServerLog(dir: string, account: OsAccount) {
  // Root must not follow a link that the account created in its folder.
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants
  const log = await open(path.join(dir, 'server.log'), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600)
  const tenMegabytes = 10 * 1024 * 1024
  if ((await log.stat()).size > tenMegabytes) await log.truncate()
  if (account) await log.chown(account.uid, account.gid)
  return log
}

/** Returns the port that the server last used, which postmaster.opts holds, if that port is free. Else returns a free one. */
async function choosePort(dir: string): Promise<number> {
  const previousArguments = await readFile(path.join(dir, 'postmaster.opts'), 'utf8').catch(() => '')
  let port = Number(previousArguments.match(/"port=(\d+)"/)?.[1])
  // Below the ephemeral ports, so that an outgoing connection does not take it while the server is down.
  while (!(port && (await isFree(port)))) port = 20_000 + Math.floor(Math.random() * 10_000)
  return port
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
