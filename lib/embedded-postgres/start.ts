import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { type Logger, safeErrorFields, logger as siteLogger } from '@/lib/platform/logger'
import { attachToServer } from './attach-or-launch'
import { findBinaries } from './binaries'
import { createCluster } from './create-cluster'
import { giveOwnership, hasCluster, passwordFile, resolveDataFolder } from './data-folder'
import { stopServer } from './postmaster'
import { findServerAccount } from './server-account'
import type { ServerLease } from './server-lease'

/** A running server. `wasRunning` is true if another process started it. `detach` stops it unless others use it. */
export type EmbeddedPostgres = { url: string; wasRunning: boolean; detach(): Promise<void> }

type StartOptions = { dataDir: string; logger?: Logger; settings?: Record<string, string> }

/**
 * Starts the embedded PostgreSQL in the folder `postgres` of `dataDir`, or attaches to the running server. Creates a missing
 * database. Restarts a dead server on the same port. `settings` are extra server settings. Throws StartError on failure.
 */
export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const { dataDir, logger = siteLogger, settings = {} } = options
  const dir = await resolveDataFolder(dataDir)
  const exists = await hasCluster(dir)
  const account = await findServerAccount(dir)
  const binaries = await findBinaries(account)
  if (!exists) await createCluster(dir, account, binaries)
  await giveOwnership(dir, account)
  const password = (await readFile(passwordFile(dir), 'utf8')).trim()
  const url = (port: number) => `postgresql://aanschuif:${password}@127.0.0.1:${port}/aanschuif`
  const cluster = { dir, account, binaries, settings, url }

  const { port, wasRunning, lease: firstLease } = await attachToServer(cluster)
  const detaching = new AbortController()
  const { signal } = detaching
  let lease: ServerLease | null = firstLease
  let restarting: Promise<void> | undefined

  const restartServer = async () => {
    lease = null
    logger.warn('the database server is gone: starting it again')
    while (!lease && !signal.aborted) {
      try {
        const attachment = await attachToServer(cluster, { port, signal })
        lease = attachment.lease
        void restartWhenLost(lease)
        if (attachment.port === port) logger.info('the database server runs again')
        else logger.error({ port: attachment.port }, 'the database server has another port now: start the site again')
      } catch (error) {
        if (signal.aborted) return
        logger.error(safeErrorFields(error), 'the database server does not start')
        await pause(1_000, undefined, { signal }).catch(() => {})
      }
    }
  }
  const restartWhenLost = async ({ ended }: ServerLease) => {
    await ended
    if (!signal.aborted) restarting = restartServer()
  }
  void restartWhenLost(firstLease)

  return {
    url: url(port),
    wasRunning,
    async detach() {
      detaching.abort()
      await restarting
      if (await lease?.release()) await stopServer(dir)
      await lease?.close()
    },
  }
}
