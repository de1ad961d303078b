import { db, type Prisma } from '@/lib/platform/db'
import { hidePersonalLink } from './personal-link'
import { countRecipients } from './recipients'
import { messageState } from './rules'

const unsent = { sentAt: null, failedAt: null, droppedAt: null }

/**
 * Since when the oldest message that still has to go out has been waiting: from its due moment, or from its first attempt
 * once it was tried. Null when nothing waits; in the future when only planned messages do.
 */
export async function getOldestUnsentAt(): Promise<Date | null> {
  const [fresh, tried] = await Promise.all([
    db().message.aggregate({ where: { ...unsent, firstAttemptAt: null }, _min: { dueAt: true } }),
    db().message.aggregate({ where: unsent, _min: { firstAttemptAt: true } }),
  ])
  const instants = [fresh._min.dueAt, tried._min.firstAttemptAt].filter((at) => at !== null)
  return instants.length > 0 ? new Date(Math.min(...instants.map((at) => at.getTime()))) : null
}

/** Since when and why no mail goes out (a PauseReason of rules.ts), or null when it does. */
export function getMailPause(): Promise<{ since: Date; reason: string } | null> {
  return db().mailPause.findUnique({ where: { id: 1 }, select: { since: true, reason: true } })
}

/** The mails about one sign-up (its id, a UUID) in their order, and what became of each. */
export async function listMessages(registrationId: string) {
  const messages = await db().message.findMany({
    where: { registrationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: listed,
  })
  return messages.map(toView)
}

/** How many people get a mail that goes to everybody who is signed up (id of the session, a UUID). */
export const getRecipientCount = (sessionId: string) => countRecipients(sessionId)

export type SendProgress = { total: number; sent: number; left: number }

/**
 * How far the mails about a release have come, or those of which the keys begin with `keyStart` (rules.ts). `left` are still
 * to be sent; the rest failed or was no longer needed.
 */
export async function getSendProgress({
  sessionId,
  ...which
}: { sessionId: string } & ({ releaseNumber: number } | { keyStart: string })): Promise<SendProgress> {
  const about = {
    sessionId,
    ...('keyStart' in which ? { dedupeKey: { startsWith: `${which.keyStart}:` } } : which),
  }
  const [total, sent, left] = await Promise.all([
    db().message.count({ where: about }),
    db().message.count({ where: { ...about, sentAt: { not: null } } }),
    db().message.count({ where: { ...about, ...unsent } }),
  ])
  return { total, sent, left }
}

type FailedMail = { sessionId: string; title: string; count: number; answer: string | null }

/**
 * Mail that failed for good and was not sent again, for each kennissessie that is not over at `now`: how many, and what the
 * mail server answered most often.
 */
export function listFailedMail(now: Date): Promise<FailedMail[]> {
  return db().$queryRaw<FailedMail[]>`
    SELECT s."id" AS "sessionId", s."title", count(*)::int AS "count",
      mode() WITHIN GROUP (ORDER BY m."lastError") AS "answer"
    FROM "Message" AS m JOIN "Session" AS s ON s."id" = m."sessionId"
    WHERE m."failedAt" IS NOT NULL AND s."endsAt" > ${now.toISOString()}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM "Message" AS again WHERE again."dedupeKey" = 'again:' || m."id" || ':0')
    GROUP BY s."id" ORDER BY s."startsAt", s."id"`
}

export const messagesPerPage = 50

/** The states that a list can be asked for. `waiting` counts the ones that are tried again too. */
export const listedStates = ['waiting', 'sent', 'failed', 'dropped', 'double'] as const
export type ListedState = (typeof listedStates)[number]

const inState: Record<ListedState, Prisma.MessageWhereInput> = {
  waiting: unsent,
  sent: { sentAt: { not: null } },
  failed: { failedAt: { not: null } },
  dropped: { droppedAt: { not: null } },
  double: { maybeDuplicate: true },
}

const listed = {
  id: true,
  kind: true,
  dueAt: true,
  attempts: true,
  sentAt: true,
  failedAt: true,
  droppedAt: true,
  dropReason: true,
  maybeDuplicate: true,
  lastError: true,
  registration: { select: { id: true, name: true, email: true } },
  organiser: { select: { name: true, email: true } },
} as const

type Listed = Prisma.MessageGetPayload<{ select: typeof listed }>

function toView({ registration, organiser, ...message }: Listed) {
  const to = registration ?? organiser
  return {
    id: message.id,
    kind: message.kind,
    ...messageState(message),
    maybeDuplicate: message.maybeDuplicate,
    dropReason: message.dropReason,
    answer: message.lastError,
    to: { name: to?.name ?? '', address: to?.email ?? '' },
  }
}

/** One page of the mails about a kennissessie (its id, a UUID), the latest first; pages count from 1. */
export async function listSessionMessages(
  sessionId: string,
  { page, show }: { page: number; show: ListedState | null },
) {
  const where = { sessionId, ...(show && inState[show]) }
  const total = await db().message.count({ where })
  const pages = Math.max(1, Math.ceil(total / messagesPerPage))
  const current = Math.min(Math.max(1, page), pages)
  const rows = await db().message.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    skip: (current - 1) * messagesPerPage,
    take: messagesPerPage,
    select: listed,
  })
  return { total, page: current, pages, rows: rows.map(toView) }
}

/** How many mails about a kennissessie there are in each state. */
export async function listMessageCounts(sessionId: string): Promise<Record<ListedState, number>> {
  const counts = await Promise.all(
    listedStates.map((state) => db().message.count({ where: { sessionId, ...inState[state] } })),
  )
  return Object.fromEntries(listedStates.map((state, index) => [state, counts[index] ?? 0])) as Record<
    ListedState,
    number
  >
}

/**
 * One mail with what it looked like, or null when this kennissessie has no such mail. Before its first attempt it has no
 * looks yet. The personal link is not in it: nobody else may take part by it.
 */
export async function getMessage(sessionId: string, id: string) {
  const [found, timesAgain] = await Promise.all([
    db().message.findFirst({
      where: { id, sessionId },
      select: { ...listed, subject: true, html: true, text: true, calendar: true },
    }),
    db().message.count({ where: { dedupeKey: { startsWith: `again:${id}:` } } }),
  ])
  if (!found) return null
  const { subject, html, text, calendar } = found
  const looks = subject &&
    html &&
    text && { subject, html: hidePersonalLink(html), text: hidePersonalLink(text), hasCalendar: calendar !== null }
  return { ...toView(found), attempts: found.attempts, timesAgain, looks: looks || null }
}
