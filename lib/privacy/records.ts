import { workplaceName } from '@/lib/municipalities/queries'
import { db } from '@/lib/platform/db'
import { filledIn } from '@/lib/platform/filled-in'
import { readPersonalToken } from '@/lib/platform/personal-token'

/** Everything that is kept about one sign-up, for whose it is (without what organisers wrote to each other) or who answers for it. */
export type PersonalRecord = Awaited<ReturnType<typeof readRecords>>[number]

/** That of who holds this link of their own; null when the link is not ours or no longer works. */
export async function getOwnRecord(token: string): Promise<PersonalRecord | null> {
  const owner = readPersonalToken('manage', token)
  const [found] = owner ? await readRecords({ ...owner, erasedAt: null }) : []
  if (!found) return null
  const answers = found.answers.map(({ triage, ...answer }) => ({
    ...answer,
    triage: triage && { ...triage, note: '' },
  }))
  return { ...found, answers, notes: [], questionNotes: [] }
}

/** Those of everybody with the address of this sign-up (its id, a UUID), over all kennissessies; empty when there is none. */
export async function listRecordsLike(id: string): Promise<PersonalRecord[]> {
  const one = await db().registration.findFirst({ where: { id, erasedAt: null }, select: { emailKey: true } })
  return one ? await readRecords({ emailKey: one.emailKey }) : []
}

type Which = { id?: string; linkVersion?: number; emailKey?: string; erasedAt?: null }

async function readRecords(where: Which) {
  const found = await db().registration.findMany({
    where,
    orderBy: [{ session: { startsAt: 'desc' } }, { createdAt: 'desc' }],
    select: recorded,
  })
  return await Promise.all(
    found.map(async ({ notes, answers, changes, handedOverToId, session: { questions, ...session }, ...rest }) => ({
      ...rest,
      session,
      place: workplaceName(rest),
      handedOver: handedOverToId !== null,
      notes: notes.map(({ text }) => text),
      questionNotes: answers.flatMap(({ triage }) => (triage?.note ? [triage.note] : [])),
      answers: answers.map(({ id, question, ...answer }) => ({ ...answer, question: question.label })),
      messages: rest.messages.toSorted((one, other) => wentOut(one) - wentOut(other)),
      changes: changes.map((change) => ({
        ...change,
        question: questions.find(({ id }) => id === change.field)?.label ?? null,
      })),
      trail: await db().auditEntry.findMany({
        where: { subjectId: { in: [rest.id, ...[...answers, ...rest.messages].map(({ id }) => id)] } },
        orderBy: { at: 'asc' },
        select: { at: true, action: true },
      }),
    })),
  )
}

/** When a mail went out, or was made when it has not: that is the moment it is shown with. */
const wentOut = ({ sentAt, createdAt }: { sentAt: Date | null; createdAt: Date }) => (sentAt ?? createdAt).getTime()

const recorded = {
  id: true,
  sessionId: true,
  ...filledIn,
  questionInTime: true,
  createdAt: true,
  cancelledAt: true,
  waitingSince: true,
  offerExpiresAt: true,
  tookPartAt: true,
  handedOverToId: true,
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
      textInTime: true,
      question: { select: { label: true } },
      triage: {
        select: {
          state: true,
          theme: { select: { name: true } },
          note: true,
          clarification: true,
          outcomeText: true,
          textBefore: true,
        },
      },
      requests: { orderBy: { number: 'asc' }, select: { way: true, askedAt: true } },
    },
  },
  notes: { orderBy: { createdAt: 'asc' }, select: { text: true } },
  changes: { orderBy: { at: 'asc' }, select: { id: true, at: true, field: true, before: true, after: true } },
  addressRequests: {
    orderBy: { requestedAt: 'asc' },
    select: { email: true, oldEmail: true, requestedAt: true, expiresAt: true, confirmedAt: true },
  },
  messages: {
    orderBy: { createdAt: 'asc' },
    select: { id: true, createdAt: true, sentAt: true, toAddress: true, subject: true, text: true },
  },
} as const
