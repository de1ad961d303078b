import { db, type Transaction } from '@/lib/db/client'
import { sessionMoments } from '@/lib/db/scopes'
import { parseOptions } from './form-questions-schema'
import { hasEnded } from './rules'
import { firstFreeSlug, slugPrefix } from './slug'

const headingFields = {
  id: true,
  slug: true,
  title: true,
  ...sessionMoments,
  publishedAt: true,
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

const questionFields = { id: true, label: true, hint: true, required: true, kind: true, options: true } as const
const activeQuestions = { where: { retiredAt: null }, orderBy: { position: 'asc' }, select: questionFields } as const
const formFields = { ...pageFields, questions: activeQuestions } as const

/** Without an agenda question, pages and mails guarantee nothing about questions. */
function withAgendaFlag<Row extends { _count: { questions: number } }>({ _count, ...session }: Row) {
  return { ...session, hasAgendaQuestion: _count.questions > 0 }
}

const publishedBySlug = (slug: string) => ({ slugs: { some: { slug } }, publishedAt: { not: null } })

/**
 * Returns the published session with this current or former slug; its `slug` is the current one. Returns `null` when no
 * published session has or had it.
 */
export async function getPublishedSession(slug: string) {
  const found = await db().session.findFirst({ where: publishedBySlug(slug), select: pageFields })
  return found && withAgendaFlag(found)
}

/** Returns getPublishedSession with the active questions of the form, in order. */
export async function getSessionForm(slug: string) {
  const found = await db().session.findFirst({ where: publishedBySlug(slug), select: formFields })
  return found && withAgendaFlag(found)
}

/** Returns a session (id, a UUID), published or not, with all details and active questions. Returns `null` without one. */
export async function getSessionToEdit(id: string) {
  const select = { ...formFields, calendarSequence: true, version: true } as const
  const found = await db().session.findUnique({ where: { id }, select })
  return found && withAgendaFlag(found)
}
export type SessionToEdit = NonNullable<Awaited<ReturnType<typeof getSessionToEdit>>>

/** Returns the active questions of a session (id, a UUID), in order. */
export const listActiveFormQuestions = (sessionId: string) =>
  db().question.findMany({ ...activeQuestions, where: { sessionId, retiredAt: null } })

/**
 * Returns the questions to change a registration (ids are UUIDs): the active ones, and retired questions and options that
 * it answered. Questions that it did not answer are optional, as they can be newer than the registration.
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
    options: question.kind === 'text' ? [] : [...new Set([...question.options, ...parseOptions(answer?.text ?? '')])],
  }))
}

/** Returns the published sessions: upcoming ones at `now`, the nearest first, and past ones, the latest first. */
export async function listPublishedSessions(now: Date) {
  const where = { publishedAt: { not: null } }
  const found = await db().session.findMany({ where, orderBy: { startsAt: 'asc' }, select: pageFields })
  const sessions = found.map(withAgendaFlag)
  return {
    upcoming: sessions.filter((session) => !hasEnded(session, now)),
    past: sessions.filter((session) => hasEnded(session, now)).reverse(),
  }
}

/** Returns the archived sessions or all others, the latest first. */
export function listSessions({ archived }: { archived: boolean }) {
  const where = { archivedAt: archived ? { not: null } : null }
  return db().session.findMany({ where, orderBy: { startsAt: 'desc' }, select: headingFields })
}

/** Returns the fields for the heading of admin pages. Returns `null` when no session has this id (a UUID). */
export const getSessionHeading = (id: string) => db().session.findUnique({ where: { id }, select: headingFields })

export const isReleased = async (sessionId: string): Promise<boolean> =>
  (await db().release.count({ where: { sessionId } })) > 0

type SlugSuggestion = {
  wanted: string
  startsAt: Date | null
  /** The session that gets the slug: it may reuse its former slugs. */
  sessionId?: string
}

/** Suggests a slug close to `wanted` that no other session has or had. Saving the session claims it. */
export async function suggestSlug({ wanted, startsAt, sessionId }: SlugSuggestion): Promise<string> {
  const where = { slug: { startsWith: slugPrefix(wanted) }, sessionId: sessionId && { not: sessionId } }
  const taken = await db().sessionSlug.findMany({ where, select: { slug: true } })
  return firstFreeSlug({ wanted, startsAt, taken: new Set(taken.map(({ slug }) => slug)) })
}

/** Returns all questions of a session (id, a UUID) in order, also retired ones, with their number of answers. */
export async function listAllFormQuestions(sessionId: string, tx: Transaction = db()) {
  const state = { isAgendaQuestion: true, retiredAt: true, position: true, version: true } as const
  const found = await tx.question.findMany({
    where: { sessionId },
    orderBy: { position: 'asc' },
    select: { ...questionFields, ...state, _count: { select: { answers: true } } },
  })
  return found.map(({ _count, ...question }) => ({ ...question, answers: _count.answers }))
}

/** Returns the current release of a session (id, a UUID), or `null` before the first. Admin area only: it has the link. */
export function getLatestRelease(sessionId: string) {
  const select = { number: true, onlineLink: true, agenda: true, releasedAt: true } as const
  return db().release.findFirst({ where: { sessionId }, orderBy: { number: 'desc' }, select })
}
