import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db, type Prisma } from '@/lib/db/client'
import { personalFields } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { listMails } from './mail-content'

/** Everything that is stored about one registration. */
export type SubjectAccessRecord = Awaited<ReturnType<typeof readRecords>>[number]

/** Reads the record behind a personal link, without notes of organisers. Returns `null` if the link is forged or superseded. */
export async function getOwnRecord(token: string): Promise<SubjectAccessRecord | null> {
  const owner = verifyPersonalToken('manage', token)
  const [found] = owner ? await readRecords({ ...owner, erasedAt: null }) : []
  if (!found) return null
  const answers = found.answers.map(({ triage, ...answer }) => ({
    ...answer,
    triage: triage && { ...triage, note: '' },
  }))
  return { ...found, answers, notes: [], questionNotes: [] }
}

/** Reads the records of all registrations, in any session, with the e-mail address of this one. Empty if it is erased. */
export async function listRecordsOfSamePerson(id: string): Promise<SubjectAccessRecord[]> {
  const registration = await db().registration.findFirst({
    where: { id, erasedAt: null },
    select: { normalizedEmail: true },
  })
  return registration ? await readRecords({ normalizedEmail: registration.normalizedEmail }) : []
}

/** Writes an anonymous audit entry: an organiser exported the record of a person. */
export async function auditPersonExport(actor: Actor): Promise<void> {
  const entry = { action: 'personExported', subjectType: 'person', subjectId: '' } as const
  await db().$transaction((tx) => auditAsOrganiser(tx, actor, entry))
}

type RecordFilter = { id?: string; tokenVersion?: number; normalizedEmail?: string; erasedAt?: null }

async function readRecords(where: RecordFilter) {
  const registrations = await db().registration.findMany({
    where,
    orderBy: [{ session: { startsAt: 'desc' } }, { createdAt: 'desc' }],
    select: recordFields,
  })
  return await Promise.all(registrations.map(toRecord))
}

async function toRecord({
  notes,
  answers,
  changes,
  transferredToId,
  session: { questions, ...session },
  ...rest
}: Prisma.RegistrationGetPayload<{ select: typeof recordFields }>) {
  const messages = await listMails(rest.id)
  const auditSubjectIds = [rest.id, ...[...answers, ...messages].map(({ id }) => id)]
  return {
    ...rest,
    session,
    messages,
    workplace: workplaceName(rest),
    isTransferred: transferredToId !== null,
    notes: notes.map(({ text }) => text),
    questionNotes: answers.flatMap(({ triage }) => (triage?.note ? [triage.note] : [])),
    answers: answers.map(({ id, question, ...answer }) => ({ ...answer, question: question.label })),
    changes: changes.map((change) => ({
      ...change,
      question: questions.find(({ id }) => id === change.field)?.label ?? null,
    })),
    auditLog: await db().auditEntry.findMany({
      where: { subjectId: { in: auditSubjectIds } },
      orderBy: { at: 'asc' },
      select: { at: true, action: true },
    }),
  }
}

const recordFields = {
  id: true,
  sessionId: true,
  ...personalFields,
  askedBeforeDeadline: true,
  createdAt: true,
  cancelledAt: true,
  waitlistedAt: true,
  offerExpiresAt: true,
  tookPartAt: true,
  transferredToId: true,
  session: {
    select: {
      title: true,
      startsAt: true,
      endsAt: true,
      contactName: true,
      contactEmail: true,
      questions: { select: { id: true, label: true } },
    },
  },
  answers: {
    orderBy: { question: { position: 'asc' } },
    select: {
      id: true,
      text: true,
      textAtDeadline: true,
      question: { select: { label: true } },
      triage: {
        select: {
          state: true,
          theme: { select: { name: true } },
          note: true,
          clarification: true,
          resultText: true,
          textAtDecision: true,
        },
      },
      requests: { orderBy: { number: 'asc' }, select: { channel: true, requestedAt: true } },
    },
  },
  notes: { orderBy: { createdAt: 'asc' }, select: { text: true } },
  changes: { orderBy: { at: 'asc' }, select: { id: true, at: true, field: true, before: true, after: true } },
  emailChangeRequests: {
    orderBy: { requestedAt: 'asc' },
    select: { email: true, oldEmail: true, requestedAt: true, expiresAt: true, confirmedAt: true },
  },
} as const satisfies Prisma.RegistrationSelect
