import { db } from '@/lib/db/client'
import { personalFields } from '@/lib/db/personal-fields'
import { workplaceName } from '@/lib/municipalities/queries'
import { verifyPersonalToken } from '@/lib/personal-links/token'

/** Everything that is kept about one sign-up, for whose it is (without what organisers wrote to each other) or who answers for it. */
export type SubjectAccessRecord = Awaited<ReturnType<typeof readRecords>>[number]

/** That of who holds this link of their own; null when the link is not ours or no longer works. */
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

/** Those of everybody with the address of this sign-up (its id, a UUID), over all kennissessies; empty when there is none. */
export async function listRecordsOfSamePerson(id: string): Promise<SubjectAccessRecord[]> {
  const registration = await db().registration.findFirst({
    where: { id, erasedAt: null },
    select: { normalizedEmail: true },
  })
  return registration ? await readRecords({ normalizedEmail: registration.normalizedEmail }) : []
}

type RecordFilter = { id?: string; tokenVersion?: number; normalizedEmail?: string; erasedAt?: null }

async function readRecords(where: RecordFilter) {
  const registrations = await db().registration.findMany({
    where,
    orderBy: [{ session: { startsAt: 'desc' } }, { createdAt: 'desc' }],
    select: recordFields,
  })
  return await Promise.all(
    registrations.map(
      async ({ notes, answers, changes, transferredToId, session: { questions, ...session }, ...rest }) => ({
        ...rest,
        session,
        workplace: workplaceName(rest),
        isTransferred: transferredToId !== null,
        notes: notes.map(({ text }) => text),
        questionNotes: answers.flatMap(({ triage }) => (triage?.note ? [triage.note] : [])),
        answers: answers.map(({ id, question, ...answer }) => ({ ...answer, question: question.label })),
        messages: rest.messages
          .toSorted((one, other) => displayedAt(one) - displayedAt(other))
          .map(({ content, ...message }) => ({ toAddress: null, subject: null, text: null, ...message, ...content })),
        changes: changes.map((change) => ({
          ...change,
          question: questions.find(({ id }) => id === change.field)?.label ?? null,
        })),
        auditLog: await db().auditEntry.findMany({
          where: { subjectId: { in: [rest.id, ...[...answers, ...rest.messages].map(({ id }) => id)] } },
          orderBy: { at: 'asc' },
          select: { at: true, action: true },
        }),
      }),
    ),
  )
}

/** When a mail went out, or was made when it has not: that is the moment it is shown with. */
const displayedAt = ({ sentAt, createdAt }: { sentAt: Date | null; createdAt: Date }) => (sentAt ?? createdAt).getTime()

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
  messages: {
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      createdAt: true,
      sentAt: true,
      content: { select: { toAddress: true, subject: true, text: true } },
    },
  },
} as const
