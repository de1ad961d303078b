import { setTimeout as sleep } from 'node:timers/promises'
import { mailPort } from '@/lib/notifications/message-context'
import { runScheduler } from '@/lib/notifications/scheduler'
import { createBounceReader, forgetBounceMailbox } from '@/lib/outbox/bounces/read-bounces'
import { claimDeliveryJobs } from '@/lib/outbox/deliver'
import type { DeliveryTools } from '@/lib/outbox/render-and-store'
import { clock } from '@/lib/platform/clock'
import { mailDir, retentionPeriods } from '@/lib/platform/env'
import type { MailboxSettings } from '@/lib/platform/mail/imap-mailbox'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { answerLinkRecoveryRequests } from '@/lib/registrations/self-service/link-recovery'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import { runTask, type Task } from './loop'

type WorkerOptions = Pick<DeliveryTools, 'transport' | 'logger'> & {
  now?: () => Date
  /** Mailbox to which bounces come back. Without it none is read. */
  bounceMailbox?: MailboxSettings | null
  pollMs?: number
  /**
   * Milliseconds that `stop` waits at most for running jobs. Other workers take over their messages when the leases expire.
   */
  shutdownTimeoutMs?: number
}

/** Starts all background tasks. `stop` claims nothing new, waits for running jobs and closes the mail transport. */
export function startWorker(options: WorkerOptions): { stop(): Promise<void> } {
  const { transport, logger, now = clock.now, bounceMailbox, pollMs = 500, shutdownTimeoutMs = 20_000 } = options
  const stopping = new AbortController()
  const readBounces = bounceMailbox ? createBounceReader(bounceMailbox, { logger, now }) : forgetBounceMailbox
  const tasks = [
    ...workerTasks({ mail: mailPort, transport, logger, now }),
    {
      name: 'read-bounces',
      slots: 1,
      pollMs: bounceMailbox ? minuteMs : hourMs,
      claim: inline(() => readBounces(stopping.signal)),
    },
  ]
  const running = Promise.all(
    tasks.map((task) => runTask(task, { pollMs: task.pollMs ?? pollMs, logger, stopSignal: stopping.signal })),
  )
  return {
    async stop() {
      stopping.abort()
      await Promise.race([running, sleep(shutdownTimeoutMs, undefined, { ref: false })])
      transport.close()
    },
  }
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Returns a `claim` function for a task with short work: it does the work itself and returns no jobs. */
const inline = (work: () => Promise<unknown>) => () => work().then(() => [])

function workerTasks(tools: DeliveryTools): Task[] {
  const { now } = tools
  const purge = () => runPurgeJob({ periods: retentionPeriods(), mailDir: mailDir(), now: now() })
  return [
    { name: 'schedule-mail', slots: 1, pollMs: 15_000, claim: inline(() => runScheduler(now())) },
    { name: 'purge', slots: 1, pollMs: hourMs, claim: inline(purge) },
    { name: 'offer-seats', slots: 1, pollMs: 15_000, claim: inline(() => offerFreeSeatsInAllSessions(now())) },
    { name: 'link-recovery', slots: 1, claim: inline(() => answerLinkRecoveryRequests(now())) },
    { name: 'deliver-mail', slots: 3, claim: (limit) => claimDeliveryJobs(limit, tools) },
  ]
}
