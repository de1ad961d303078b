import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseReachable } from '@/lib/db/client'
import type { Logger } from '@/lib/platform/logger'

/**
 * A background task. `claim` takes at most `limit` pieces of work and returns a job for each. `slots` is the number of
 * concurrent jobs; `pollMs` is how long the task waits when there is no work.
 */
export type Task = {
  name: string
  slots: number
  pollMs?: number
  claim(limit: number): Promise<(() => Promise<void>)[]>
}

type LoopOptions = { pollMs: number; stopSignal: AbortSignal; logger: Logger }

/** Longest wait after claiming jobs failed, for instance while the database is unreachable. */
const maxBackoffMs = 5_000

/** Claims and runs jobs of a task until `stopSignal` aborts. Resolves when the running jobs are done. */
export async function runTask(task: Task, { pollMs, stopSignal, logger }: LoopOptions): Promise<void> {
  const runningJobs = new Set<Promise<void>>()
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopSignal }).catch(() => undefined)
  let failures = 0
  let lastLogged = ''
  while (!stopSignal.aborted) {
    const freeSlots = task.slots - runningJobs.size
    let claimedCount = 0
    try {
      const jobs = freeSlots > 0 ? await task.claim(freeSlots) : []
      claimedCount = jobs.length
      if (failures > 0) logger.info({ task: task.name }, 'task resumed')
      failures = 0
      lastLogged = ''
      for (const job of jobs) start(job)
    } catch (error) {
      failures += 1
      const cause = (await isDatabaseReachable()) ? 'claiming failed' : 'database unreachable'
      if (cause !== lastLogged) logger.error({ task: task.name, error: errorName(error) }, `task waits: ${cause}`)
      lastLogged = cause
    }
    // The next round starts when a job ends or, without work, after the poll interval. A job may make more work due.
    if (failures > 0) await pause(Math.min(maxBackoffMs, pollMs * 2 ** failures))
    else if (claimedCount < freeSlots) await Promise.race([pause(pollMs), ...(claimedCount > 0 ? runningJobs : [])])
    else await Promise.race(runningJobs)
  }
  await Promise.all(runningJobs)

  function start(job: () => Promise<void>) {
    const running = job()
      .catch((error: unknown) => logger.error({ task: task.name, error: errorName(error) }, 'job failed'))
      .finally(() => runningJobs.delete(running))
    runningJobs.add(running)
  }
}

const errorName = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
