import { setTimeout as sleep } from 'node:timers/promises'
import { mailPort } from '@/lib/notifications/message-context'
import { clock } from '@/lib/platform/clock'
import type { logger as platformLogger } from '@/lib/platform/logger'
import type { MailTransport } from '@/lib/platform/mail/transport'
import { runTask } from './loop'
import { workerTasks } from './tasks'

type WorkerOptions = {
  transport: MailTransport
  logger: Pick<typeof platformLogger, 'info' | 'warn' | 'error'>
  now?: () => Date
  pollMs?: number
  /** Longest wait for running jobs. Another worker takes over their messages when the leases expire. */
  shutdownTimeoutMs?: number
}

/** Starts all background tasks. `stop` claims nothing new, waits for running jobs and closes the transport. */
export function startWorker({
  transport,
  logger,
  now = clock.now,
  pollMs = 500,
  shutdownTimeoutMs = 20_000,
}: WorkerOptions): {
  stop(): Promise<void>
} {
  const stopping = new AbortController()
  const tasks = workerTasks({ mail: mailPort, transport, logger, now })
  const running = Promise.all(
    tasks.map((task) => runTask(task, { pollMs: task.pollMs ?? pollMs, logger, stopSignal: stopping.signal })),
  )
  return {
    async stop() {
      stopping.abort()
      const timeoutController = new AbortController()
      await Promise.race([
        running,
        sleep(shutdownTimeoutMs, undefined, { signal: timeoutController.signal }).catch(() => undefined),
      ])
      timeoutController.abort()
      transport.close()
    },
  }
}
