import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/platform/db'
import { getQuestion } from '@/lib/questions/queries'
import type { TriageInput } from '@/lib/questions/schema'
import { makeSession } from '@/tests/support/sign-up'

export const october = new Date('2022-10-01T08:00:00Z')
export const afterwards = new Date('2022-11-09T08:00:00Z')
export const unknown = '00000000-0000-4000-8000-000000000000'

type Asker = {
  inTime?: boolean
  contactWish?: 'email' | 'phone' | 'none'
  phone?: string | null
  name?: string
  municipalityCode?: string | null
  organisation?: string | null
  texts?: string[]
}

/** A session with a question of each asker. Gives the ids of the answers that are asked questions, in that order. */
export async function makeRound(db: PrismaClient, askers: Asker[]) {
  const session = await makeSession(db)
  const people = askers.map(({ inTime = true, texts = [], ...asker }, index) => ({
    person: {
      id: randomUUID(),
      sessionId: session.id,
      name: `Voorbeeld ${index}`,
      email: `voorbeeld-${index}@example.nl`,
      emailKey: `voorbeeld-${index}@example.nl`,
      municipalityCode: 'GM0344',
      role: 'beleidsadviseur',
      contactWish: 'email' as const,
      submissionId: randomUUID(),
      questionInTime: inTime,
      createdAt: new Date(october.getTime() + index * 1000),
      ...asker,
    },
    answers: session.questions.map(({ id }, place) => ({
      id: randomUUID(),
      questionId: id,
      text: texts[place] ?? `Antwoord ${place + 1} van ${index}`,
    })),
  }))
  await db.registration.createMany({ data: people.map(({ person }) => person) })
  await db.answer.createMany({
    data: people.flatMap(({ person, answers }) => answers.map((answer) => ({ ...answer, registrationId: person.id }))),
  })
  return {
    sessionId: session.id,
    questions: people.map(({ answers }) => answers[1]?.id ?? ''),
    registrations: people.map(({ person }) => person.id),
  }
}

/** How a question stands, as the form about it would send it. */
export async function standing(sessionId: string, answerId: string) {
  const question = await getQuestion(sessionId, answerId)
  if (!question) throw new Error('no such question')
  const { state, theme, owner, note, version } = question
  return {
    sessionId,
    answerId,
    version,
    state,
    theme: theme?.name ?? '',
    ownerId: owner?.id ?? null,
    note,
  } satisfies TriageInput & { sessionId: string; answerId: string; version: number }
}
