import { workplaceName } from '@/lib/municipalities/queries'
import { db } from '@/lib/platform/db'
import { readPersonalToken } from '@/lib/platform/personal-token'

/** Everything that is kept about one sign-up, for whose it is (without what organisers wrote to each other) or who answers for it. */
export type PersonalRecord = Awaited<ReturnType<typeof readRecords>>[number]

/** That of who holds this link of their own; null when the link is not ours or no longer works. */
export async function getOwnRecord(token: string): Promise<PersonalRecord | null> {
  const owner = readPersonalToken('manage', token)
  const [found] = owner ? await readRecords({ ...owner, erasedAt: null }) : []
  return found ? { ...found, notes: [], questionNotes: [] } : null
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
    found.map(async ({ notes, answers, ...rest }) => ({
      ...rest,
      place: workplaceName(rest),
      notes: notes.map(({ text }) => text),
      questionNotes: answers.flatMap(({ triage }) => (triage?.note ? [triage.note] : [])),
      answers: answers.map(({ text, textInTime, question, triage }) => ({
        question: question.label,
        text,
        textInTime,
        clarification: triage?.clarification ?? '',
        outcomeText: triage?.outcomeText ?? '',
      })),
      trail: await db().auditEntry.findMany({
        where: { subjectType: 'registration', subjectId: rest.id },
        orderBy: { at: 'asc' },
        select: { at: true, action: true },
      }),
    })),
  )
}

const recorded = {
  id: true,
  sessionId: true,
  name: true,
  email: true,
  municipalityCode: true,
  organisation: true,
  role: true,
  contactWish: true,
  phone: true,
  needs: true,
  questionInTime: true,
  createdAt: true,
  cancelledAt: true,
  waitingSince: true,
  tookPartAt: true,
  session: { select: { title: true, startsAt: true, endsAt: true, contactName: true, contactEmail: true } },
  answers: {
    orderBy: { question: { position: 'asc' } },
    select: {
      text: true,
      textInTime: true,
      question: { select: { label: true } },
      triage: { select: { note: true, clarification: true, outcomeText: true } },
    },
  },
  notes: { orderBy: { createdAt: 'asc' }, select: { text: true } },
  changes: { orderBy: { at: 'asc' }, select: { at: true, field: true, before: true, after: true } },
  messages: {
    orderBy: { createdAt: 'asc' },
    select: { kind: true, createdAt: true, sentAt: true, toAddress: true, subject: true, text: true },
  },
} as const
