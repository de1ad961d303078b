import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { errorFacts } from '@/lib/platform/error-facts'
import { logger as siteLogger } from '@/lib/platform/logger'
import { accountFor } from './account'
import { findBinaries } from './binaries'
import { dataFolder, handOver, holdsCluster, passwordFile } from './folder'
import { join } from './join'
import { makeCluster } from './make-cluster'
import { stopServer } from './postmaster'
import type { Presence } from './presence'

type Options = {
  /** DATA_DIR; the database is in the folder `postgres` inside. */
  dataDir: string
  logger?: Pick<typeof siteLogger, 'info' | 'warn' | 'error'>
  /** Settings of the server on top of ours, when this process is the one that starts it. */
  settings?: Record<string, string>
}

/** A server that runs. `adopted`: it ran already. `leave` stops it, unless another process of ours still uses it. */
export type Postgres = { url: string; adopted: boolean; leave(): Promise<void> }

/**
 * The embedded PostgreSQL of DATA_DIR: made, started, recovered or found running. When it dies while this process lives it
 * is started again on the same port. Throws StartError, with a line for the reader, when that is not possible.
 */
export async function startPostgres({ dataDir, logger = siteLogger, settings = {} }: Options): Promise<Postgres> {
  const dir = await dataFolder(dataDir)
  const exists = await holdsCluster(dir)
  const account = await accountFor(dir)
  const binaries = await findBinaries(account)
  if (!exists) await makeCluster(dir, account, binaries)
  await handOver(dir, account)
  const password = (await readFile(passwordFile(dir), 'utf8')).trim()
  const url = (port: number) => `postgresql://aanschuif:${password}@127.0.0.1:${port}/aanschuif`
  const cluster = { dir, account, binaries, settings, url }

  const { port, adopted, presence } = await join(cluster)
  const leaving = new AbortController()
  let current: Presence | null = presence
  let reviving: Promise<void> | undefined

  const revive = async () => {
    current = null
    logger.warn('the database server is gone: starting it again')
    while (!current && !leaving.signal.aborted) {
      try {
        const joined = await join(cluster, { port, signal: leaving.signal })
        current = joined.presence
        watch(joined.presence)
        if (joined.port === port) logger.info('the database server runs again')
        else logger.error({ port: joined.port }, 'the database server has another port now: start the site again')
      } catch (error) {
        if (leaving.signal.aborted) return
        logger.error(errorFacts(error), 'the database server does not start')
        await pause(1_000, undefined, { signal: leaving.signal }).catch(() => {})
      }
    }
  }
  const watch = (watched: Presence) =>
    watched.onLost(() => {
      reviving = revive()
    })
  watch(presence)

  return {
    url: url(port),
    adopted,
    async leave() {
      leaving.abort()
      await reviving
      if (await current?.release()) await stopServer(dir)
      await current?.close()
    },
  }
}
