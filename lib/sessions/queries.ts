import { db, type Transaction } from '@/lib/db/client'
import { optionLines } from './form-questions-schema'
import { hasEnded } from './rules'
import { firstFreeSlug, slugPrefix } from './slug'

const headingFields = {
  id: true,
  slug: true,
  title: true,
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  publishedAt: true,
  cancelledAt: true,
  archivedAt: true,
  capacity: true,
} as const

const pageFields = {
  ...headingFields,
  summary: true,
  body: true,
  audience: true,
  organisedBy: true,
  contactName: true,
  contactEmail: true,
  cancelReason: true,
  _count: { select: { questions: { where: { isAgendaQuestion: true, retiredAt: null } } } },
} as const

/** `hasAgendaQuestion`: its form asks what people want treated. Without that nothing is promised about a question. */
function withAgendaFlag<Row extends { _count: { questions: number } }>({ _count, ...session }: Row) {
  return { ...session, hasAgendaQuestion: _count.questions > 0 }
}

/**
 * A kennissessie as a visitor sees it, or null when there is none under this slug that is published. One that had this slug
 * before is found too: its own `slug` then says where it stands now.
 */
export async function getPublishedSession(slug: string) {
  const found = await db().session.findFirst({ where: publishedBySlug(slug), select: pageFields })
  return found && withAgendaFlag(found)
}

const publishedBySlug = (slug: string) => ({ slugs: { some: { slug } }, publishedAt: { not: null } })

export type PublishedSession = NonNullable<Awaited<ReturnType<typeof getPublishedSession>>>

/** The same, with the questions that its form asks in their order. */
export async function getSessionForm(slug: string) {
  const found = await db().session.findFirst({ where: publishedBySlug(slug), select: formFields })
  return found && withAgendaFlag(found)
}

/** The same of any kennissessie (its id, a UUID), published or not, for who looks before a visitor does. */
export async function getSessionPreview(id: string) {
  const found = await db().session.findUnique({ where: { id }, select: formFields })
  return found && withAgendaFlag(found)
}

const questionFields = { id: true, label: true, hint: true, required: true, kind: true, options: true } as const
const formFields = {
  ...pageFields,
  questions: { where: { retiredAt: null }, orderBy: { position: 'asc' }, select: questionFields },
} as const

/** The questions that the form of a kennissessie (its id, a UUID) asks, in their order. */
export function listActiveFormQuestions(sessionId: string) {
  const where = { sessionId, retiredAt: null }
  return db().question.findMany({ where, orderBy: { position: 'asc' }, select: questionFields })
}

/**
 * The same for who changes a sign-up (its id, a UUID): also what it answered and is no longer asked or to be chosen. What it
 * left open may stay so: the question can be younger.
 */
export async function listQuestionsForRegistration(sessionId: string, registrationId: string) {
  const ownAnswer = { where: { registrationId }, select: { text: true } }
  const found = await db().question.findMany({
    where: { sessionId, OR: [{ retiredAt: null }, { answers: { some: { registrationId } } }] },
    orderBy: { position: 'asc' },
    select: { ...questionFields, isAgendaQuestion: true, retiredAt: true, answers: ownAnswer },
  })
  return found.map(({ answers: [answer], retiredAt, ...question }) => ({
    ...question,
    required: question.required && retiredAt === null && answer !== undefined,
    options: question.kind === 'text' ? [] : [...new Set([...question.options, ...optionLines(answer?.text ?? '')])],
  }))
}

/** Published kennissessies at `now`: still to come (the nearest first) and past (the latest first). */
export async function listPublishedSessions(
  now: Date,
): Promise<{ upcoming: PublishedSession[]; past: PublishedSession[] }> {
  const sessions = await db().session.findMany({
    where: { publishedAt: { not: null } },
    orderBy: { startsAt: 'asc' },
    select: pageFields,
  })
  return {
    upcoming: sessions.filter((session) => !hasEnded(session, now)).map(withAgendaFlag),
    past: sessions
      .filter((session) => hasEnded(session, now))
      .map(withAgendaFlag)
      .reverse(),
  }
}

/** All kennissessies, published or not, the latest first: those at hand, or those in the archive. */
export function listSessions({ archived }: { archived: boolean }) {
  const where = { archivedAt: archived ? { not: null } : null }
  return db().session.findMany({ where, orderBy: { startsAt: 'desc' }, select: headingFields })
}

/** What stands above each page of the desk about one kennissessie, or null when there is none with this id (a UUID). */
export function getSessionHeading(id: string) {
  return db().session.findUnique({ where: { id }, select: headingFields })
}

/** Whether link and agenda of a kennissessie (its id, a UUID) are released. */
export async function isReleased(sessionId: string): Promise<boolean> {
  return (await db().release.count({ where: { sessionId } })) > 0
}

/** The same with what the page to change it shows. `calendarSequence` counts what participants had to be told. */
export async function getSessionToEdit(id: string) {
  const select = { ...pageFields, calendarSequence: true, version: true } as const
  const found = await db().session.findUnique({ where: { id }, select })
  return found && withAgendaFlag(found)
}

type SlugSuggestion = {
  wanted: string
  /** When the session is, for the month; null when that is not known yet. */
  startsAt: Date | null
  /** The session that may have had it itself. */
  sessionId?: string
}

/** An address for a page that no other session has or had, as near to `wanted` as can be. Only claiming it makes it one's own. */
export async function suggestSlug(
  { wanted, startsAt, sessionId }: SlugSuggestion,
  tx: Transaction = db(),
): Promise<string> {
  const withSamePrefix = { slug: { startsWith: slugPrefix(wanted) } }
  const where = sessionId ? { ...withSamePrefix, sessionId: { not: sessionId } } : withSamePrefix
  const taken = await tx.sessionSlug.findMany({ where, select: { slug: true } })
  return firstFreeSlug({ wanted, startsAt, taken: new Set(taken.map(({ slug }) => slug)) })
}

/** The questions of a kennissessie (its id, a UUID) in their order, also those that are no longer asked. */
export async function listAllFormQuestions(sessionId: string) {
  const found = await db().question.findMany({
    where: { sessionId },
    orderBy: { position: 'asc' },
    select: { ...questionFields, isAgendaQuestion: true, retiredAt: true, _count: { select: { answers: true } } },
  })
  return found.map(({ _count, ...question }) => ({ ...question, answers: _count.answers }))
}

/** One question to word anew, or null when this kennissessie has no such question. Ids are UUIDs. */
export async function getFormQuestion(sessionId: string, id: string) {
  const found = await db().question.findFirst({
    where: { id, sessionId },
    select: { ...questionFields, version: true, _count: { select: { answers: true } } },
  })
  if (!found) return null
  const { _count, ...question } = found
  return { ...question, answers: _count.answers }
}

/** The release that holds for a kennissessie (its id, a UUID), or null before the first. For the desk: it names the link. */
export function getLatestRelease(sessionId: string) {
  return db().release.findFirst({
    where: { sessionId },
    orderBy: { number: 'desc' },
    select: { number: true, onlineLink: true, agenda: true, releasedAt: true },
  })
}
