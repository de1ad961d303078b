import { db, type Transaction } from '@/lib/platform/db'
import { mayLogIn } from '@/lib/platform/organiser-access'
import { holdRow } from '@/lib/platform/row-lock'
import { addDays } from '@/lib/platform/time'
import { queueMessage, queueToAll } from './commands'
import { dueMails, type PlannedMail, type PlannedSession } from './planned'
import type { Selection } from './recipients'

/**
 * Puts the mails in the outbox whose moment has come at `now`: each once, however many schedulers do this and wherever their
 * clocks jump, because its key holds the moment it is for. A session that moves gets new moments, and so new reminders.
 */
export async function planMail(now: Date): Promise<void> {
  const sessions = await db().session.findMany({ where: thatSend(now), select: planned })
  // One session that fails must not keep the mails of the others.
  const failures: unknown[] = []
  for (const session of sessions) {
    await planSession(session, now).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function planSession(session: SendingSession, now: Date): Promise<void> {
  for (const mail of mailsToPlan(session, now)) await queuePlanned(session, mail, now)
}

/** The sessions that can send something by themselves. */
export const thatTakesPlace = { publishedAt: { not: null }, cancelledAt: null }

/** Those of which a mail may be due at `now`: the last one goes out a week after the session. */
const thatSend = (now: Date) => ({ ...thatTakesPlace, endsAt: { gt: addDays(now, -14) } })

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

/** What has to be known of them. */
export const planned = {
  ...moments,
  releases: { orderBy: { number: 'asc' }, take: 1, select: { releasedAt: true } },
} as const
type SendingSession = PlannedSession & { id: string; releases: { releasedAt: Date }[] }

/** Their mails of which the moment has come at `now`. */
export const mailsToPlan = (session: SendingSession, now: Date): PlannedMail[] =>
  dueMails(session, now).filter((mail) => makesSense(mail, session.releases[0]?.releasedAt))

/**
 * A week before only who has no link yet is told that it follows; an hour before there must be somewhere to go, and who got
 * the link within that hour needs no second mail.
 */
function makesSense({ kind, dueAt }: PlannedMail, releasedAt: Date | undefined): boolean {
  if (kind === 'reminder-week') return !releasedAt
  return kind === 'reminder-hour' ? releasedAt !== undefined && releasedAt < dueAt : true
}

async function queuePlanned(session: PlannedSession & { id: string }, mail: PlannedMail, now: Date): Promise<void> {
  const { kind, dueAt, expiresAt } = mail
  const keyStart = plannedKey(session, mail)
  const message = { sessionId: session.id, kind, dueAt, expiresAt, now }
  await db().$transaction(async (tx) => {
    if (!(await stillPlanned(tx, session.id, mail, now))) return
    if (kind !== 'question-deadline') {
      await queueToAll(tx, { ...message, keyStart, to: toWhom(session, mail) })
      return
    }
    for (const { id } of await tx.organiser.findMany({ where: mayLogIn, select: { id: true } })) {
      await queueMessage(tx, { ...message, dedupeKey: `${keyStart}:${id}`, registrationId: null, organiserId: id })
    }
  })
}

/** What the key of each mail begins with; that of who gets it follows. Thanks come once, wherever the session moves. */
export const plannedKey = ({ id }: { id: string }, { kind, dueAt }: PlannedMail) =>
  kind === 'thanks' ? `planned:${id}:thanks` : `planned:${id}:${kind}@${dueAt.toISOString()}`

/** Which participants get it. */
export const toWhom = ({ thanksTo }: PlannedSession, { kind, ...mail }: PlannedMail): Selection => ({
  confirmedBefore: mail.confirmedBefore,
  signedUpBefore: mail.signedUpBefore,
  tookPart: kind === 'thanks' && thanksTo === 'took-part',
})

/** Whether nobody moved, hid or cancelled the session since it was read; from here on nobody can, until the transaction ends. */
async function stillPlanned(tx: Transaction, id: string, { kind, dueAt }: PlannedMail, now: Date): Promise<boolean> {
  await holdRow(tx, 'Session', id)
  const session = await tx.session.findFirst({ where: { id, ...thatTakesPlace }, select: moments })
  const due = session ? dueMails(session, now) : []
  return due.some((mail) => mail.kind === kind && mail.dueAt.getTime() === dueAt.getTime())
}
