import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { canLogIn } from '@/lib/db/scopes'
import { enqueueMessages } from '@/lib/outbox/enqueue'
import type { MessageKind } from '@/lib/outbox/schema'
import { addDays } from '@/lib/platform/time'
import { type Audience, listRecipients, withoutMessage } from './audience'
import { dedupeKeyFor, mailingKeys } from './dedupe-keys'
import { mailKinds } from './kinds/registry'
import { dueScheduledMails, type ScheduledMail, type ScheduleInput } from './schedule'

/**
 * Enqueues the scheduled mails of all sessions that are due and not expired at `now`. Dedupe keys keep concurrent
 * schedulers and clock jumps from enqueuing one twice. Most keys hold the due time, so a rescheduled session gets new
 * reminders.
 */
export async function runScheduler(now: Date): Promise<void> {
  // Two weeks is longer than the window of any mail after the session.
  const sessions = await listSchedulerSessions({ ...activeSessionWhere, endsAt: { gt: addDays(now, -14) } })
  // A failure in one session must not delay the mails of other sessions.
  const failures: unknown[] = []
  for (const session of sessions) {
    try {
      for (const mail of relevantDueMails(session, now)) await enqueueScheduled(session, mail, now)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}

const activeSessionWhere = { publishedAt: { not: null }, cancelledAt: null }

const schedulingTimes = { startsAt: true, endsAt: true, questionDeadlineAt: true, registrationClosesAt: true } as const

/** Returns the sessions that match a filter, with the settings of their scheduled mails and their first release. */
async function listSchedulerSessions(session: Prisma.SessionWhereInput, tx: Transaction = db()) {
  const releases = { orderBy: { number: 'asc' }, take: 1, select: { releasedAt: true } } as const
  const found = await tx.notificationSettings.findMany({
    where: { session },
    include: { session: { select: { id: true, ...schedulingTimes, releases } } },
  })
  return found.map(({ session: times, ...settings }) => ({ ...settings, ...times }))
}

type SchedulerSession = Awaited<ReturnType<typeof listSchedulerSessions>>[number]

/**
 * Returns the scheduled mails to send at `now`. Some kinds are only sent before the release of the meeting link, others
 * only if it was released before they were due.
 */
function relevantDueMails(session: SchedulerSession, now: Date): ScheduledMail[] {
  const releasedAt = session.releases[0]?.releasedAt
  return dueScheduledMails(session, now).filter(({ kind, dueAt }) => {
    const release = mailKinds[kind].schedule?.release
    if (release === 'before') return !releasedAt
    // The release mail itself reminds participants when it was sent after this mail was due.
    return release === 'after' ? releasedAt !== undefined && releasedAt < dueAt : true
  })
}

async function enqueueScheduled(session: SchedulerSession, mail: ScheduledMail, now: Date): Promise<void> {
  const { kind, dueAt, expiresAt } = mail
  const message = { sessionId: session.id, kind, dueAt, expiresAt, now }
  await db().$transaction(async (tx) => {
    await lockRow(tx, 'Session', session.id)
    const [current] = await listSchedulerSessions({ id: session.id, ...activeSessionWhere }, tx)
    const stillDue = current ? dueScheduledMails(current, now) : []
    if (!stillDue.some((other) => other.kind === kind && other.dueAt.getTime() === dueAt.getTime())) return
    const receivers = await listReceivers(tx, session, mail)
    await enqueueMessages(
      tx,
      receivers.map(({ id }) => ({
        ...message,
        dedupeKey: dedupeKeyFor(scheduledKey(session, mail), id),
        ...(isForOrganisers(kind) ? { registrationId: null, organiserId: id } : { registrationId: id }),
      })),
    )
  })
}

const isForOrganisers = (kind: MessageKind) => mailKinds[kind].audience === 'organisers'

/** Returns the participants or organisers who must get a scheduled mail and have no message for it in the outbox yet. */
async function listReceivers(tx: Transaction, session: SchedulerSession, mail: ScheduledMail) {
  const mailingKey = scheduledKey(session, mail)
  if (!isForOrganisers(mail.kind))
    return await listRecipients(tx, { sessionId: session.id, mailingKey, to: audienceOf(session, mail) })
  return await withoutMessage(tx, mailingKey, await tx.organiser.findMany({ where: canLogIn, select: { id: true } }))
}

function scheduledKey({ id }: { id: string }, { kind, dueAt }: ScheduledMail): string {
  const { slug, schedule } = mailKinds[kind]
  return mailingKeys.scheduled(id, slug, schedule?.oncePerSession ? undefined : dueAt)
}

const audienceOf = ({ followUpAudience }: ScheduleInput, { kind, ...mail }: ScheduledMail): Audience => ({
  confirmedBefore: mail.confirmedBefore,
  registeredBefore: mail.registeredBefore,
  ...(mailKinds[kind].audience === 'waitlisted' && { statuses: ['waitlisted'] }),
  tookPart: kind === 'followUp' && followUpAudience === 'tookPart',
})

/**
 * Returns the scheduled mails that saving `changes` would send at once, with the number of people who would get each.
 * Leaves out mails that are already due for the same audience without the changes.
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
