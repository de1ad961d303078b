import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { canLogIn } from '@/lib/db/organiser-scopes'
import { enqueueForAudience, enqueueMessage } from '@/lib/outbox/enqueue'
import { addDays } from '@/lib/platform/time'
import type { Audience } from './audience'
import { dueScheduledMails, type ScheduledMail, type ScheduleInput } from './schedule'

/**
 * Puts the mails in the outbox whose moment has come at `now`: each once, however many schedulers do this and wherever their
 * clocks jump, because its key holds the moment it is for. A session that moves gets new moments, and so new reminders.
 */
export async function runScheduler(now: Date): Promise<void> {
  const sessions = await listSchedulerSessions(sendingSessionsWhere(now))
  // One session that fails must not keep the mails of the others.
  const failures: unknown[] = []
  for (const session of sessions) {
    await scheduleSession(session, now).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function scheduleSession(session: SchedulerSession, now: Date): Promise<void> {
  for (const mail of relevantDueMails(session, now)) await enqueueScheduled(session, mail, now)
}

/** The sessions that can send something by themselves. */
export const activeSessionWhere = { publishedAt: { not: null }, cancelledAt: null }

/** Those of which a mail may be due at `now`: the last one goes out a week after the session. */
const sendingSessionsWhere = (now: Date) => ({ ...activeSessionWhere, endsAt: { gt: addDays(now, -14) } })

const schedulerFields = {
  id: true,
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  releases: { orderBy: { number: 'asc' }, take: 1, select: { releasedAt: true } },
} as const
type SchedulerSession = ScheduleInput & { id: string; releases: { releasedAt: Date }[] }

/** Returns the sessions that match, with their notification settings. */
export async function listSchedulerSessions(
  session: Prisma.SessionWhereInput,
  tx: Transaction = db(),
): Promise<SchedulerSession[]> {
  const found = await tx.notificationSettings.findMany({
    where: { session },
    include: { session: { select: schedulerFields } },
  })
  return found.map(({ session: times, ...settings }) => ({ ...settings, ...times }))
}

/** Their mails of which the moment has come at `now`. */
export const relevantDueMails = (session: SchedulerSession, now: Date): ScheduledMail[] =>
  dueScheduledMails(session, now).filter((mail) => isRelevant(mail, session.releases[0]?.releasedAt))

/**
 * A week before only who has no link yet is told that it follows; an hour before there must be somewhere to go, and who got
 * the link within that hour needs no second mail.
 */
function isRelevant({ kind, dueAt }: ScheduledMail, releasedAt: Date | undefined): boolean {
  if (kind === 'reminder-week') return !releasedAt
  return kind === 'reminder-hour' ? releasedAt !== undefined && releasedAt < dueAt : true
}

async function enqueueScheduled(
  session: ScheduleInput & { id: string },
  mail: ScheduledMail,
  now: Date,
): Promise<void> {
  const { kind, dueAt, expiresAt } = mail
  const keyPrefix = scheduledKey(session, mail)
  const message = { sessionId: session.id, kind, dueAt, expiresAt, now }
  await db().$transaction(async (tx) => {
    if (!(await lockIfStillDue(tx, session.id, mail, now))) return
    if (kind !== 'question-deadline') {
      await enqueueForAudience(tx, { ...message, keyPrefix, to: audienceOf(session, mail) })
      return
    }
    for (const { id } of await tx.organiser.findMany({ where: canLogIn, select: { id: true } })) {
      await enqueueMessage(tx, { ...message, dedupeKey: `${keyPrefix}:${id}`, registrationId: null, organiserId: id })
    }
  })
}

/** What the key of each mail begins with; that of who gets it follows. Thanks come once, wherever the session moves. */
export const scheduledKey = ({ id }: { id: string }, { kind, dueAt }: ScheduledMail) =>
  kind === 'thanks' ? `planned:${id}:thanks` : `planned:${id}:${kind}@${dueAt.toISOString()}`

/** Which participants get it. */
export const audienceOf = ({ followUpAudience }: ScheduleInput, { kind, ...mail }: ScheduledMail): Audience => ({
  confirmedBefore: mail.confirmedBefore,
  registeredBefore: mail.registeredBefore,
  tookPart: kind === 'thanks' && followUpAudience === 'tookPart',
})

/** Whether nobody moved, hid or cancelled the session since it was read; from here on nobody can, until the transaction ends. */
async function lockIfStillDue(
  tx: Transaction,
  id: string,
  { kind, dueAt }: ScheduledMail,
  now: Date,
): Promise<boolean> {
  await lockRow(tx, 'Session', id)
  const [session] = await listSchedulerSessions({ id, ...activeSessionWhere }, tx)
  const due = session ? dueScheduledMails(session, now) : []
  return due.some((mail) => mail.kind === kind && mail.dueAt.getTime() === dueAt.getTime())
}
