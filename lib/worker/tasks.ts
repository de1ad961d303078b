import { takeDueMail } from '@/lib/messages/deliver'
import type { DeliveryTools } from '@/lib/messages/deliver-prepare'
import { planMail } from '@/lib/messages/plan'
import { answerLostLinks } from '@/lib/own-sign-up/commands'
import { keepTerms, mailDir } from '@/lib/platform/env'
import { eraseWhatIsDue } from '@/lib/privacy/commands'
import { offerAllFreePlaces } from '@/lib/registrations/commands'

/** Work that runs by itself. `take` claims at most `limit` pieces of it and gives a job for each. */
export type Task = {
  name: string
  /** How many jobs may be under way at once. */
  slots: number
  /** How long to wait when there is nothing to do; the pace of the worker when left out. */
  pollMs?: number
  take(limit: number): Promise<(() => Promise<void>)[]>
}

/** Planning is quick and done while taking: it leaves no job. */
async function planDueMail({ now }: DeliveryTools): Promise<[]> {
  await planMail(now())
  return []
}

const hourMs = 60 * 60 * 1000

async function erase({ now }: DeliveryTools): Promise<[]> {
  await eraseWhatIsDue({ terms: keepTerms(), mailDir: mailDir(), now: now() })
  return []
}

/** As quick: most of the time nobody waits, or nothing is free. */
async function offerPlaces({ now }: DeliveryTools): Promise<[]> {
  await offerAllFreePlaces(now())
  return []
}

/** As quick: a look and a row for each. */
async function mailLostLinks({ now }: DeliveryTools): Promise<[]> {
  await answerLostLinks(now())
  return []
}

/** Everything the worker does. */
export function workerTasks(tools: DeliveryTools): Task[] {
  return [
    { name: 'plan-mail', slots: 1, pollMs: 15_000, take: () => planDueMail(tools) },
    { name: 'erase', slots: 1, pollMs: hourMs, take: () => erase(tools) },
    { name: 'offer-places', slots: 1, pollMs: 15_000, take: () => offerPlaces(tools) },
    { name: 'lost-links', slots: 1, take: () => mailLostLinks(tools) },
    { name: 'deliver-mail', slots: 3, take: (limit) => takeDueMail(limit, tools) },
  ]
}
