import { setTimeout as sleep } from 'node:timers/promises'
import { clock } from '@/lib/platform/clock'
import type { logger as platformLogger } from '@/lib/platform/logger'
import type { MailTransport } from '@/lib/platform/mail'
import { runTask } from './loop'
import { workerTasks } from './tasks'

type WorkerOptions = {
  transport: MailTransport
  logger: Pick<typeof platformLogger, 'info' | 'warn' | 'error'>
  now?: () => Date
  pollMs?: number
  /** How long stopping waits for what is under way. What is left then is overtaken when its lease ends. */
  patienceMs?: number
}

/** Starts the work that runs by itself. `stop` takes nothing new, finishes what is under way and closes the transport. */
export function startWorker({ transport, logger, now = clock.now, pollMs = 500, patienceMs = 20_000 }: WorkerOptions): {
  stop(): Promise<void>
} {
  const stopping = new AbortController()
  const tasks = workerTasks({ transport, logger, now })
  const running = Promise.all(
    tasks.map((task) => runTask(task, { pollMs: task.pollMs ?? pollMs, logger, stopping: stopping.signal })),
  )
  return {
    async stop() {
      stopping.abort()
      const giveUp = new AbortController()
      await Promise.race([running, sleep(patienceMs, undefined, { signal: giveUp.signal }).catch(() => undefined)])
      giveUp.abort()
      transport.close()
    },
  }
}
