import { db } from '@/lib/platform/db'
import { hasBeen } from './rules'

const heading = {
  id: true,
  slug: true,
  title: true,
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  registrationClosesAt: true,
  cancelledAt: true,
} as const

const page = {
  ...heading,
  summary: true,
  body: true,
  audience: true,
  organisedBy: true,
  contactName: true,
  contactEmail: true,
  cancelReason: true,
} as const

/** A kennissessie as a visitor sees it, or null when there is none under this slug that is published. */
export function getPublishedSession(slug: string) {
  return db().session.findFirst({ where: { slug, publishedAt: { not: null } }, select: page })
}

export type SessionView = NonNullable<Awaited<ReturnType<typeof getPublishedSession>>>

/** The same, with the questions of its form in their order. */
export function getSessionForm(slug: string) {
  return db().session.findFirst({
    where: { slug, publishedAt: { not: null } },
    select: {
      ...page,
      questions: { orderBy: { position: 'asc' }, select: { id: true, label: true, hint: true, required: true } },
    },
  })
}

/** The questions of the form of a kennissessie (its id, a UUID), in their order. */
export function listFormQuestions(sessionId: string) {
  return db().question.findMany({
    where: { sessionId },
    orderBy: { position: 'asc' },
    select: { id: true, label: true, hint: true, required: true },
  })
}

/** Published kennissessies at `now`: still to come (the nearest first) and past (the latest first). */
export async function listPublishedSessions(now: Date): Promise<{ open: SessionView[]; past: SessionView[] }> {
  const sessions = await db().session.findMany({
    where: { publishedAt: { not: null } },
    orderBy: { startsAt: 'asc' },
    select: page,
  })
  return {
    open: sessions.filter((session) => !hasBeen(session, now)),
    past: sessions.filter((session) => hasBeen(session, now)).reverse(),
  }
}

/** All kennissessies, published or not, the latest first. */
export function listSessions() {
  return db().session.findMany({ orderBy: { startsAt: 'desc' }, select: { ...heading, publishedAt: true } })
}

/** What stands above each page of the desk about one kennissessie, or null when there is none with this id (a UUID). */
export function getSessionHeading(id: string) {
  return db().session.findUnique({ where: { id }, select: heading })
}

/** Whether link and agenda of a kennissessie (its id, a UUID) are released. */
export async function isReleased(sessionId: string): Promise<boolean> {
  return (await db().release.count({ where: { sessionId } })) > 0
}

/** The same with what the page to change it shows. `calendarSequence` counts what participants had to be told. */
export function getSessionToEdit(id: string) {
  return db().session.findUnique({
    where: { id },
    select: { ...heading, cancelReason: true, calendarSequence: true },
  })
}

/** The release that holds for a kennissessie (its id, a UUID), or null before the first. For the desk: it names the link. */
export function getLatestRelease(sessionId: string) {
  return db().release.findFirst({
    where: { sessionId },
    orderBy: { number: 'desc' },
    select: { number: true, onlineLink: true, agenda: true, releasedAt: true },
  })
}

/** Which mails of a kennissessie (its id, a UUID) go out by themselves, with the moments they follow. */
export function getMailPlan(id: string) {
  return db().session.findUnique({
    where: { id },
    select: {
      startsAt: true,
      endsAt: true,
      questionDeadlineAt: true,
      remindWeekBefore: true,
      remindDayBefore: true,
      remindHourBefore: true,
      remindOrganisers: true,
      publishedAt: true,
      cancelledAt: true,
      thanksTo: true,
      materials: true,
      evaluationUrl: true,
    },
  })
}
