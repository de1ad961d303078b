import { db } from '@/lib/db/client'

/** Subject of an audit entry under its current name; `label` is `null` when the subject is gone. */
type AuditSubject = { type: string; id: string; label: string | null; sessionId: string | null }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Returns the subjects of audit entries by id: names and titles, never answers or mail texts. */
export async function describeSubjects(
  entries: { subjectType: string; subjectId: string }[],
): Promise<Map<string, AuditSubject>> {
  const idsOf = (type: string) => [
    ...new Set(entries.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)),
  ]
  const uuidsOf = (type: string) => ({ id: { in: idsOf(type).filter((id) => uuid.test(id)) } })
  const session = { select: { title: true } }
  const [organisers, sessions, registrations, messages, customMessages, answers] = await Promise.all([
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
    ...messages.map((message) => ({
      type: 'message',
      id: message.id,
      label: message.session?.title ?? null,
      sessionId: message.sessionId,
    })),
    ...customMessages.map((message) => ({
      type: 'customMessage',
      id: message.id,
      label: message.session.title,
      sessionId: message.sessionId,
    })),
    ...answers.map(({ id, registration: { name, sessionId } }) => ({ type: 'answer', id, label: name, sessionId })),
  ]
  return new Map(subjects.map((subject) => [subject.id, subject]))
}
