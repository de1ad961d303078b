import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '@/lib/platform/start-error'
import { type Cluster, choosePort, type Launch, launch } from './launch'
import { isServerOf, readPostmaster, removeStale } from './postmaster'
import { type Presence, takePresence } from './presence'

type Joined = { presence: Presence; port: number; adopted: boolean }

const patienceSeconds = 60

// Somebody else was first, the port was taken just now, or children of a killed server are still ending.
const passes = /postmaster\.pid|shared memory block|could not bind|Address already in use/

/**
 * Takes a place on the server of this folder: the one that runs, or one that is started now, on `port` when given. Any
 * number of processes may do this at once. Throws StartError when no server comes, and when `signal` says to stop trying.
 */
export async function join(cluster: Cluster, options: { port?: number; signal?: AbortSignal } = {}): Promise<Joined> {
  const { dir } = cluster
  let started: Launch | null = null
  let failures = 0
  let until = performance.now() + patienceSeconds * 1000
  while (performance.now() < until && !options.signal?.aborted) {
    const found = await readPostmaster(dir)
    if (found && (await isServerOf(dir, found))) {
      const presence = found.port ? await takePresence(cluster.url(found.port)) : null
      if (presence) return { presence, port: found.port, adopted: started?.pid !== found.pid }
      // After a crash it first recovers, which takes as long as it takes.
      if (found.status === 'starting') until = performance.now() + patienceSeconds * 1000
    } else if (!started || started.failure() !== null) {
      const failure = started?.failure()
      if (failure && !passes.test(failure) && ++failures === 3) throw refusal(dir, failure)
      if (failure) await pause(100)
      if (found) await removeStale(dir, found)
      started = await launch(cluster, options.port ?? (await choosePort(dir)))
    }
    await pause(20)
  }
  throw refusal(dir, started?.failure() ?? '')
}

function refusal(dir: string, log: string): StartError {
  const cause = log.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? 'geen antwoord'
  return new StartError(
    `De database in ${dir} start niet (${cause.trim()}): kijk in ${dir}/server.log en start daarna opnieuw.`,
  )
}
