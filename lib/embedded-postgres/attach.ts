import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '@/lib/platform/start-error'
import { type Cluster, choosePort, type LaunchedServer, launchServer } from './launch'
import { isServerOf, readPostmaster, removeStalePidFile } from './postmaster'
import { acquireServerLease, type ServerLease } from './server-lease'

type Attachment = { lease: ServerLease; port: number; wasRunning: boolean }

const startTimeoutSeconds = 60

// Another process was first, the port was just taken, or children of a killed server are still exiting.
const transientFailure = /postmaster\.pid|shared memory block|could not bind|Address already in use/

/**
 * Takes a lease on the server of this folder, and starts the server when none runs. Concurrent processes end up on one
 * server. Throws StartError when no server starts or `signal` aborts.
 */
export async function attachToServer(
  cluster: Cluster,
  options: { port?: number; signal?: AbortSignal } = {},
): Promise<Attachment> {
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
  return new StartError(
    `De database in ${dir} start niet (${cause.trim()}): kijk in ${dir}/server.log en start daarna opnieuw.`,
  )
}
