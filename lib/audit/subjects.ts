import { db } from '@/lib/db/client'

/** What a deed was done to, as it is called now; `label` is null when it is not there any more. */
export type AuditSubject = { type: string; id: string; label: string | null; sessionId: string | null }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Describes what the entries of one page are about, by its id: names and titles, never answers or the text of a mail. */
export async function describeSubjects(
  entries: { subjectType: string; subjectId: string }[],
): Promise<Map<string, AuditSubject>> {
  const idsOf = (type: string) => [
    ...new Set(entries.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)),
  ]
  const uuidsOf = (type: string) => ({ id: { in: idsOf(type).filter((id) => uuid.test(id)) } })
  const session = { select: { title: true } }
  const [organisers, sessions, registrations, messages, letters, answers] = await Promise.all([
    db().organiser.findMany({ where: { id: { in: idsOf('organiser') } }, select: { id: true, name: true } }),
    db().session.findMany({ where: uuidsOf('session'), select: { id: true, title: true } }),
    db().registration.findMany({ where: uuidsOf('registration'), select: { id: true, name: true, sessionId: true } }),
    db().message.findMany({ where: uuidsOf('message'), select: { id: true, sessionId: true, session } }),
    db().customMessage.findMany({ where: uuidsOf('customMessage'), select: { id: true, sessionId: true, session } }),
    db().answer.findMany({
      where: uuidsOf('answer'),
      select: { id: true, registration: { select: { name: true, sessionId: true } } },
    }),
  ])
  const subjects: AuditSubject[] = [
    ...organisers.map(({ id, name }) => ({ type: 'organiser', id, label: name, sessionId: null })),
    ...sessions.map(({ id, title }) => ({ type: 'session', id, label: title, sessionId: id })),
    ...registrations.map(({ id, name, sessionId }) => ({ type: 'registration', id, label: name, sessionId })),
    ...messages.map(({ id, sessionId, session: of }) => ({ type: 'message', id, label: of?.title ?? null, sessionId })),
    ...letters.map(({ id, sessionId, session: of }) => ({ type: 'customMessage', id, label: of.title, sessionId })),
    ...answers.map(({ id, registration: of }) => ({ type: 'answer', id, label: of.name, sessionId: of.sessionId })),
  ]
  return new Map(subjects.map((subject) => [subject.id, subject]))
}
