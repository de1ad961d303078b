import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import type { MessageKind } from '@/lib/outbox/schema'
import { listRecipients, withoutMessage } from './audience'
import { mailKinds } from './kinds/registry'
import type { ScheduledMail, ScheduleInput } from './schedule'
import { activeSessionWhere, audienceOf, listSchedulerSessions, relevantDueMails, scheduledKey } from './scheduler'

type ImmediateSend = { kind: MessageKind; recipients: number }

/**
 * The scheduled mails that saving `changes` would send at once, because their window is open at `now`. Lists a mail if it is
 * not due without the changes or gets another audience, with the number of people who have not had it. Empty if that is zero.
 */
export async function listImmediateSends(
  sessionId: string,
  changes: Partial<ScheduleInput>,
  now: Date,
): Promise<ImmediateSend[]> {
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
    newlyDue.map(async (mail) => ({ kind: mail.kind, recipients: await countUnnotified(proposed, mail) })),
  )
  return due.filter(({ recipients }) => recipients > 0)
}

async function countUnnotified(session: ScheduleInput & { id: string }, mail: ScheduledMail): Promise<number> {
  const keyPrefix = scheduledKey(session, mail)
  if (mailKinds[mail.kind].audience === 'organisers') {
    const organisers = await db().organiser.findMany({ where: canLogIn, select: { id: true } })
    return (await withoutMessage(db(), keyPrefix, organisers)).length
  }
  const recipients = await listRecipients(db(), { sessionId: session.id, keyPrefix, to: audienceOf(session, mail) })
  return recipients.length
}
