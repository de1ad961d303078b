import { db } from '@/lib/db/client'
import type { MessageKind } from '@/lib/outbox/schema'
import type { ScheduleInput } from './schedule'
import {
  activeSessionWhere,
  audienceOf,
  listReceivers,
  listSchedulerSessions,
  relevantDueMails,
  scheduledKey,
} from './scheduler'

/**
 * The scheduled mails that saving `changes` would send at once, because their window is open at `now`. Lists a mail if it is
 * not due without the changes or gets another audience, with the number of people who have not had it. Empty if that is zero.
 */
export async function listImmediateSends(
  sessionId: string,
  changes: Partial<ScheduleInput>,
  now: Date,
): Promise<{ kind: MessageKind; recipients: number }[]> {
  const [current] = await listSchedulerSessions({ ...activeSessionWhere, id: sessionId })
  if (!current) return []
  const proposed = { ...current, ...changes }
  const currentKeys = relevantDueMails(current, now).map((mail) => scheduledKey(current, mail))
  const newlyDue = relevantDueMails(proposed, now).filter(
    (mail) =>
      !currentKeys.includes(scheduledKey(proposed, mail)) ||
      audienceOf(proposed, mail).tookPart !== audienceOf(current, mail).tookPart,
  )
  const due = await Promise.all(
    newlyDue.map(async (mail) => ({ kind: mail.kind, recipients: (await listReceivers(db(), proposed, mail)).length })),
  )
  return due.filter(({ recipients }) => recipients > 0)
}
