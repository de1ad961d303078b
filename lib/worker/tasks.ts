import { runScheduler } from '@/lib/notifications/scheduler'
import { claimDeliveryJobs } from '@/lib/outbox/deliver'
import type { DeliveryTools } from '@/lib/outbox/render-and-store'
import { mailDir, retentionPeriods } from '@/lib/platform/env'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { answerLinkRecoveryRequests } from '@/lib/registrations/self-service/link-recovery'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offer-free-seats'

/** Work that runs by itself. `take` claims at most `limit` pieces of it and gives a job for each. */
export type Task = {
  name: string
  /** How many jobs may be under way at once. */
  slots: number
  /** How long to wait when there is nothing to do; the pace of the worker when left out. */
  pollMs?: number
  claim(limit: number): Promise<(() => Promise<void>)[]>
}

/** Planning is quick and done while taking: it leaves no job. */
async function scheduleDueMail({ now }: DeliveryTools): Promise<[]> {
  await runScheduler(now())
  return []
}

const hourMs = 60 * 60 * 1000

async function purgeExpiredData({ now }: DeliveryTools): Promise<[]> {
  await runPurgeJob({ periods: retentionPeriods(), mailDir: mailDir(), now: now() })
  return []
}

/** As quick: most of the time nobody waits, or nothing is free. */
async function offerFreeSeats({ now }: DeliveryTools): Promise<[]> {
  await offerFreeSeatsInAllSessions(now())
  return []
}

/** As quick: a look and a row for each. */
async function mailRecoveryLinks({ now }: DeliveryTools): Promise<[]> {
  await answerLinkRecoveryRequests(now())
  return []
}

/** Everything the worker does. */
export function workerTasks(tools: DeliveryTools): Task[] {
  return [
    { name: 'schedule-mail', slots: 1, pollMs: 15_000, claim: () => scheduleDueMail(tools) },
    { name: 'purge', slots: 1, pollMs: hourMs, claim: () => purgeExpiredData(tools) },
    { name: 'offer-seats', slots: 1, pollMs: 15_000, claim: () => offerFreeSeats(tools) },
    { name: 'link-recovery', slots: 1, claim: () => mailRecoveryLinks(tools) },
    { name: 'deliver-mail', slots: 3, claim: (limit) => claimDeliveryJobs(limit, tools) },
  ]
}
