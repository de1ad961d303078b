import { setTimeout as sleep } from 'node:timers/promises'
import { databaseAnswers } from '@/lib/platform/db'
import type { logger as platformLogger } from '@/lib/platform/logger'
import type { Task } from './tasks'

type LoopTools = {
  pollMs: number
  stopping: AbortSignal
  logger: Pick<typeof platformLogger, 'info' | 'warn' | 'error'>
}

/** Longest wait for a database that is away. */
const awayMs = 5_000

/** Keeps the slots of a task filled until `stopping`; resolves when the jobs under way are done. */
export async function runTask(task: Task, { pollMs, stopping, logger }: LoopTools): Promise<void> {
  const underWay = new Set<Promise<void>>()
  let failures = 0
  let said = ''
  while (!stopping.aborted) {
    const room = task.slots - underWay.size
    let taken = 0
    try {
      const jobs = room > 0 ? await task.take(room) : []
      taken = jobs.length
      if (failures > 0) logger.info({ task: task.name }, 'task goes on')
      failures = 0
      said = ''
      for (const job of jobs) start(job)
    } catch (error) {
      failures += 1
      const why = (await databaseAnswers()) ? 'it could not look for work' : 'the database does not answer'
      if (why !== said) logger.error({ task: task.name, error: nameOf(error) }, `task waits: ${why}`)
      said = why
    }
    // With work waiting a free slot is filled at once; with none, look again after a while. Work that was taken may have made room for more.
    const wait = failures > 0 ? Math.min(awayMs, pollMs * 2 ** failures) : pollMs
    if (failures > 0) await pause(wait)
    else if (taken < room) await Promise.race([pause(wait), ...(taken > 0 ? underWay : [])])
    else await Promise.race(underWay)
  }
  await Promise.all(underWay)

  function start(job: () => Promise<void>) {
    const running = job()
      .catch((error: unknown) => logger.error({ task: task.name, error: nameOf(error) }, 'job failed'))
      .finally(() => underWay.delete(running))
    underWay.add(running)
  }

  async function pause(ms: number) {
    await sleep(ms, undefined, { signal: stopping }).catch(() => undefined)
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
