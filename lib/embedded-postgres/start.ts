import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { logger as siteLogger } from '@/lib/platform/logger'
import { safeErrorFields } from '@/lib/platform/safe-error'
import { attachToServer } from './attach'
import { findBinaries } from './binaries'
import { createCluster } from './create-cluster'
import { giveOwnership, hasCluster, passwordFile, resolveDataFolder } from './data-folder'
import { findServerAccount } from './os-account'
import { stopServer } from './postmaster'
import type { ServerLease } from './server-lease'

type StartOptions = {
  /** DATA_DIR. The database is in its folder `postgres`. */
  dataDir: string
  logger?: Pick<typeof siteLogger, 'info' | 'warn' | 'error'>
  /** Additional server settings, used when this process starts the server. */
  settings?: Record<string, string>
}

/** A running server. `detach` stops it unless another process holds a lease. */
export type EmbeddedPostgres = { url: string; wasRunning: boolean; detach(): Promise<void> }

/**
 * Creates, starts or joins the embedded PostgreSQL of DATA_DIR, and restarts it on the same port when it dies. Throws
 * StartError when it cannot start.
 */
export async function startPostgres({
  dataDir,
  logger = siteLogger,
  settings = {},
}: StartOptions): Promise<EmbeddedPostgres> {
  const dir = await resolveDataFolder(dataDir)
  const exists = await hasCluster(dir)
  const account = await findServerAccount(dir)
  const binaries = await findBinaries(account)
  if (!exists) await createCluster(dir, account, binaries)
  await giveOwnership(dir, account)
  const password = (await readFile(passwordFile(dir), 'utf8')).trim()
  const url = (port: number) => `postgresql://aanschuif:${password}@127.0.0.1:${port}/aanschuif`
  const cluster = { dir, account, binaries, settings, url }

  const { port, wasRunning, lease } = await attachToServer(cluster)
  const detaching = new AbortController()
  let currentLease: ServerLease | null = lease
  let restarting: Promise<void> | undefined

  const restartServer = async () => {
    currentLease = null
    logger.warn('the database server is gone: starting it again')
    while (!currentLease && !detaching.signal.aborted) {
      try {
        const attachment = await attachToServer(cluster, { port, signal: detaching.signal })
        currentLease = attachment.lease
        restartWhenLost(attachment.lease)
        if (attachment.port === port) logger.info('the database server runs again')
        else logger.error({ port: attachment.port }, 'the database server has another port now: start the site again')
      } catch (error) {
        if (detaching.signal.aborted) return
        logger.error(safeErrorFields(error), 'the database server does not start')
        await pause(1_000, undefined, { signal: detaching.signal }).catch(() => {})
      }
    }
  }
  const restartWhenLost = (lease: ServerLease) =>
    lease.onLost(() => {
      restarting = restartServer()
    })
  restartWhenLost(lease)

  return {
    url: url(port),
    wasRunning,
    async detach() {
      detaching.abort()
      await restarting
      if (await currentLease?.release()) await stopServer(dir)
      await currentLease?.close()
    },
  }
}
