import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '@/lib/platform/start-error'
import { type Cluster, choosePort, type LaunchedServer, launchServer } from './launch'
import { isServerOf, readPostmaster, removeStalePidFile } from './postmaster'
import { acquireServerLease, type ServerLease } from './server-lease'

type Attachment = { lease: ServerLease; port: number; wasRunning: boolean }

const startTimeoutSeconds = 60

// Somebody else was first, the port was taken just now, or children of a killed server are still ending.
const transientFailure = /postmaster\.pid|shared memory block|could not bind|Address already in use/

/**
 * Takes a place on the server of this folder: the one that runs, or one that is started now, on `port` when given. Any
 * number of processes may do this at once. Throws StartError when no server comes, and when `signal` says to stop trying.
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
      // After a crash it first recovers, which takes as long as it takes.
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
