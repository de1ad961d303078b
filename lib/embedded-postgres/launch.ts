import { constants } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Binaries } from './binaries'
import { type OsAccount, spawnInDataFolder } from './os-account'
import { folderIdentitySetting } from './postmaster'

/** A database folder with what is needed to run its server. */
export type Cluster = {
  dir: string
  account: OsAccount
  binaries: Binaries
  settings: Record<string, string>
  url(port: number): string
}

/** A started server. `failure()` is `null` while it runs, and its log output after it exited. */
export type LaunchedServer = { pid: number | undefined; failure(): string | null }

/** Starts the server in its own session, which Ctrl-C and the exit of the site do not reach. It logs to server.log. */
export async function launchServer(
  { dir, account, binaries, settings }: Cluster,
  port: number,
): Promise<LaunchedServer> {
  const serverSettings = {
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
    ...settings,
  }
  const args = [
    await folderIdentitySetting(dir),
    ...Object.entries(serverSettings).map(([name, value]) => `${name}=${value}`),
  ]
  const log = await openServerLog(dir, account)
  const logStart = (await log.stat()).size
  try {
    const child = spawnInDataFolder(
      dir,
      account,
      binaries.postgres,
      (folder) => ['-D', folder, ...args.flatMap((setting) => ['-c', setting])],
      { detached: true, stdio: ['ignore', log.fd, log.fd] },
    )
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

/** Returns the previous port when it is free, else another free one. postmaster.opts holds the previous arguments. */
export async function choosePort(dir: string): Promise<number> {
  const previousArguments = await readFile(path.join(dir, 'postmaster.opts'), 'utf8').catch(() => '')
  const previousPort = Number(previousArguments.match(/"port=(\d+)"/)?.[1])
  if (previousPort && (await isFree(previousPort))) return previousPort
  for (;;) {
    // Below the ephemeral ports, so that an outgoing connection does not take it while the server is down.
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
