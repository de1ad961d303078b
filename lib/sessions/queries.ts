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

/** Replaces a session's count of agenda questions by `hasAgendaQuestion`: whether its form asks what to discuss. */
function withAgendaFlag<Row extends { _count: { questions: number } }>({ _count, ...session }: Row) {
  return { ...session, hasAgendaQuestion: _count.questions > 0 }
}

const publishedBySlug = (slug: string) => ({ slugs: { some: { slug } }, publishedAt: { not: null } })

/** Returns the published session with this current or former slug, or `null`. The returned `slug` is the current one. */
export async function getPublishedSession(slug: string) {
  const found = await db().session.findFirst({ where: publishedBySlug(slug), select: pageFields })
  return found && withAgendaFlag(found)
}

/** Returns the published session with this current or former slug and the active questions of its form, or `null`. */
export async function getSessionForm(slug: string) {
  const found = await db().session.findFirst({ where: publishedBySlug(slug), select: formFields })
  return found && withAgendaFlag(found)
}

/** Returns a session for its edit pages, published or not. Returns `null` when no session has this id (a UUID). */
export async function getSessionToEdit(id: string) {
  const select = { ...formFields, calendarSequence: true, version: true } as const
  const found = await db().session.findUnique({ where: { id }, select })
  return found && withAgendaFlag(found)
}
export type SessionToEdit = NonNullable<Awaited<ReturnType<typeof getSessionToEdit>>>

/** Returns the active questions of a session (id, a UUID), in the order of the form. */
export const listActiveFormQuestions = (sessionId: string) =>
  db().question.findMany({ ...activeQuestions, where: { sessionId, retiredAt: null } })

/**
 * Returns the questions of the form that changes a registration (ids are UUIDs): active ones, and retired questions and
 * options that the registration answered. An unanswered question is optional: it can be newer than the registration.
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

/** Returns the published sessions: `upcoming` ones, not over at `now`, soonest first, and `past` ones, latest first. */
export async function listPublishedSessions(now: Date) {
  const where = { publishedAt: { not: null } }
  const found = await db().session.findMany({ where, orderBy: { startsAt: 'asc' }, select: pageFields })
  const sessions = found.map(withAgendaFlag)
  return {
    upcoming: sessions.filter((session) => !hasEnded(session, now)),
    past: sessions.filter((session) => hasEnded(session, now)).reverse(),
  }
}

/** Returns the archived sessions, or with `archived: false` all others. The session with the latest start comes first. */
export function listSessions({ archived }: { archived: boolean }) {
  const where = { archivedAt: archived ? { not: null } : null }
  return db().session.findMany({ where, orderBy: { startsAt: 'desc' }, select: headingFields })
}

/** Returns a session for the heading of admin pages, or `null` when no session has this id (a UUID). */
export const getSessionHeading = (id: string) => db().session.findUnique({ where: { id }, select: headingFields })

export const isReleased = async (sessionId: string): Promise<boolean> =>
  (await db().release.count({ where: { sessionId } })) > 0

type SlugSuggestion = {
  wanted: string
  startsAt: Date | null
  /** Id of the session that needs the slug; absent for a new session. Its own former slugs count as free. */
  sessionId?: string
}

/** Returns `wanted`, or a similar slug when another session has or had it. Saving a session reserves its slug. */
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

/** Returns a session's latest release (meeting link and agenda), or `null` before the first. For organisers only. */
export function getLatestRelease(sessionId: string) {
  const select = { number: true, onlineLink: true, agenda: true, releasedAt: true } as const
  return db().release.findFirst({ where: { sessionId }, orderBy: { number: 'desc' }, select })
}
