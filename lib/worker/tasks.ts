import { runScheduler } from '@/lib/notifications/scheduler'
import { claimDeliveryJobs } from '@/lib/outbox/deliver'
import type { DeliveryTools } from '@/lib/outbox/render-and-store'
import { mailDir, retentionPeriods } from '@/lib/platform/env'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { answerLinkRecoveryRequests } from '@/lib/registrations/self-service/link-recovery'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'

/** A background task. `claim` takes at most `limit` pieces of work and returns a job for each. */
export type Task = {
  name: string
  /** Number of concurrent jobs. */
  slots: number
  /** Wait without work; the worker's own interval by default. */
  pollMs?: number
  claim(limit: number): Promise<(() => Promise<void>)[]>
}

const hourMs = 60 * 60 * 1000

/** Does short work while claiming, so that it leaves no job. */
const inline = (work: () => Promise<unknown>) => async (): Promise<[]> => {
  await work()
  return []
}

export function workerTasks(tools: DeliveryTools): Task[] {
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
