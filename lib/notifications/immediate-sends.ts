import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/organiser-scopes'
import { listRecipients } from './audience'
import type { ScheduledMail, ScheduleInput } from './schedule'
import { activeSessionWhere, audienceOf, listSchedulerSessions, relevantDueMails, scheduledKey } from './scheduler'

/** A mail that goes out as soon as something is saved, and to how many people. */
export type ImmediateSend = { kind: ScheduledMail['kind']; recipients: number }

/**
 * What other settings or other moments would send at once at `now`, because its moment has come already: each mail that is
 * not on its way as things stand, or goes to others then, with how many people get it who have none yet. Empty when that is
 * nobody.
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
      (mail.kind === 'thanks' && proposed.followUpAudience !== current.followUpAudience),
  )
  const due = await Promise.all(
    newlyDue.map(async (mail) => ({ kind: mail.kind, recipients: await countUnnotified(proposed, mail) })),
  )
  return due.filter(({ recipients }) => recipients > 0)
}

async function countUnnotified(session: ScheduleInput & { id: string }, mail: ScheduledMail): Promise<number> {
  const keyPrefix = scheduledKey(session, mail)
  if (mail.kind === 'question-deadline') {
    return await db().organiser.count({
      where: { ...canLogIn, messages: { none: { dedupeKey: { startsWith: `${keyPrefix}:` } } } },
    })
  }
  const recipients = await listRecipients(db(), { sessionId: session.id, keyPrefix, to: audienceOf(session, mail) })
  return recipients.length
}
