import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { canLogIn } from '@/lib/db/scopes'
import { enqueueMessages } from '@/lib/outbox/enqueue'
import { addDays } from '@/lib/platform/time'
import { type Audience, enqueueForAudience } from './audience'
import { mailKinds } from './kinds/registry'
import { dueScheduledMails, type ScheduledMail, type ScheduleInput } from './schedule'

/**
 * Enqueues the scheduled mails whose window is open at `now`. The dedupe key holds the due instant, so each mail is enqueued
 * once, whatever other schedulers do and however clocks jump. A session that moves gets new instants, and so new reminders.
 */
export async function runScheduler(now: Date): Promise<void> {
  const sessions = await listSchedulerSessions(sendingSessionsWhere(now))
  // A session that fails must not hold up the mails of the others.
  const failures: unknown[] = []
  for (const session of sessions) {
    await scheduleSession(session, now).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function scheduleSession(session: SchedulerSession, now: Date): Promise<void> {
  for (const mail of relevantDueMails(session, now)) await enqueueScheduled(session, mail, now)
}

/** Sessions that send scheduled mail. */
export const activeSessionWhere = { publishedAt: { not: null }, cancelledAt: null }

/** Two weeks is longer than the window of any mail after the session. */
const sendingSessionsWhere = (now: Date) => ({ ...activeSessionWhere, endsAt: { gt: addDays(now, -14) } })

const schedulerFields = {
  id: true,
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  releases: { orderBy: { number: 'asc' }, take: 1, select: { releasedAt: true } },
} as const
type SchedulerSession = ScheduleInput & { id: string; releases: { releasedAt: Date }[] }

/** The sessions that match, with their notification settings. */
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

/** The due mails that fit the release state of the session. */
export const relevantDueMails = (session: SchedulerSession, now: Date): ScheduledMail[] =>
  dueScheduledMails(session, now).filter((mail) => fitsRelease(mail, session.releases[0]?.releasedAt))

function fitsRelease({ kind, dueAt }: ScheduledMail, releasedAt: Date | undefined): boolean {
  const release = mailKinds[kind].schedule?.release
  if (release === 'before') return !releasedAt
  // The release mail itself reminds participants when it was sent after this mail was due.
  return release === 'after' ? releasedAt !== undefined && releasedAt < dueAt : true
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
    if (mailKinds[kind].audience === 'organisers') {
      const organisers = await tx.organiser.findMany({ where: canLogIn, select: { id: true } })
      await enqueueMessages(
        tx,
        organisers.map(({ id }) => ({
          ...message,
          dedupeKey: `${keyPrefix}:${id}`,
          registrationId: null,
          organiserId: id,
        })),
      )
    } else await enqueueForAudience(tx, { ...message, keyPrefix, to: audienceOf(session, mail) })
  })
}

/** Start of the dedupe key of each mail; the id of its receiver follows. */
export function scheduledKey({ id }: { id: string }, { kind, dueAt }: ScheduledMail): string {
  const { slug, schedule } = mailKinds[kind]
  return schedule?.oncePerSession ? `planned:${id}:${slug}` : `planned:${id}:${slug}@${dueAt.toISOString()}`
}

/** The participants who get a scheduled mail. */
export const audienceOf = ({ followUpAudience }: ScheduleInput, { kind, ...mail }: ScheduledMail): Audience => ({
  confirmedBefore: mail.confirmedBefore,
  registeredBefore: mail.registeredBefore,
  tookPart: kind === 'followUp' && followUpAudience === 'tookPart',
})

/** Locks the session until the transaction ends. Returns whether the mail is still due. */
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
