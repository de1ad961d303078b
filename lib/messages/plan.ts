import { db, type Transaction } from '@/lib/platform/db'
import { addDays } from '@/lib/platform/time'
import { queueMessage, queueToAll } from './commands'
import { dueMails, type PlannedMail, type PlannedSession } from './planned'

/** Further from its start than this a session sends nothing by itself (its question deadline may lie well before). */
const horizonDays = 120

/**
 * Puts the mails in the outbox whose moment has come at `now`: each once, however many schedulers do this and wherever their
 * clocks jump, because its key holds the moment it is for. A session that moves gets new moments, and so new reminders.
 */
export async function planMail(now: Date): Promise<void> {
  const sessions = await db().session.findMany({
    where: {
      publishedAt: { not: null },
      cancelledAt: null,
      startsAt: { gt: addDays(now, -14), lt: addDays(now, horizonDays) },
    },
    select: { ...moments, releases: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } },
  })
  // One session that fails must not keep the mails of the others.
  const failures: unknown[] = []
  for (const { releases, ...session } of sessions) {
    await planSession(session, releases.length > 0, now).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function planSession(session: PlannedSession & { id: string }, released: boolean, now: Date): Promise<void> {
  for (const mail of dueMails(session, now)) {
    if (makesSense(mail, released)) await queuePlanned(session, mail, now)
  }
}

const moments = {
  id: true,
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
  thanksTo: true,
} as const

/** A week before only who has no link yet is told that it follows; an hour before there must be somewhere to go. */
function makesSense({ kind }: PlannedMail, released: boolean): boolean {
  if (kind === 'reminder-week') return !released
  return kind === 'reminder-hour' ? released : true
}

async function queuePlanned(session: PlannedSession & { id: string }, mail: PlannedMail, now: Date): Promise<void> {
  const { kind, dueAt, expiresAt, signedUpBefore } = mail
  const keyStart = `reminder:${session.id}:${kind}@${dueAt.toISOString()}`
  const message = { sessionId: session.id, kind, dueAt, expiresAt, now }
  await db().$transaction(async (tx) => {
    if (!(await stillPlanned(tx, session.id, mail, now))) return
    if (kind !== 'question-deadline') {
      const tookPart = kind === 'thanks' && session.thanksTo === 'took-part'
      await queueToAll(tx, { ...message, keyStart, to: { signedUpBefore, tookPart } })
      return
    }
    for (const { id } of await tx.organiser.findMany({ select: { id: true } })) {
      await queueMessage(tx, { ...message, dedupeKey: `${keyStart}:${id}`, registrationId: null, organiserId: id })
    }
  })
}

/** Whether nobody moved or cancelled the session since it was read; from here on nobody can, until the transaction ends. */
async function stillPlanned(tx: Transaction, id: string, { kind, dueAt }: PlannedMail, now: Date): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${id}::uuid FOR UPDATE`
  const session = await tx.session.findFirst({ where: { id, cancelledAt: null }, select: moments })
  const due = session ? dueMails(session, now) : []
  return due.some((mail) => mail.kind === kind && mail.dueAt.getTime() === dueAt.getTime())
}
