import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/platform/db'
import { makeSession } from './sign-up'

type Asker = {
  inTime?: boolean
  contactWish?: 'email' | 'phone' | 'none'
  phone?: string | null
  name?: string
  municipalityCode?: string | null
  organisation?: string | null
  texts?: string[]
}

/** A session with a question of each asker, straight in the database. Gives the ids of those answers, in that order. */
export async function makeRound(db: PrismaClient, askers: Asker[], moments: Parameters<typeof makeSession>[1] = {}) {
  const session = await makeSession(db, moments)
  const people = askers.map(({ inTime = true, texts = [], ...asker }, index) => {
    const id = randomUUID()
    const person = {
      id,
      sessionId: session.id,
      name: `Voorbeeld ${index}`,
      email: `${id}@example.nl`,
      emailKey: `${id}@example.nl`,
      municipalityCode: 'GM0344',
      role: 'beleidsadviseur',
      contactWish: 'email' as const,
      submissionId: id,
      questionInTime: inTime,
      createdAt: new Date(Date.UTC(2022, 9, 1, 8, 0, index)),
      ...asker,
    }
    const answers = session.questions.map((question, place) => ({
      id: randomUUID(),
      registrationId: id,
      questionId: question.id,
      text: texts[place] ?? `Antwoord ${place + 1} van ${index}`,
    }))
    return { person, answers }
  })
  await db.registration.createMany({ data: people.map(({ person }) => person) })
  await db.answer.createMany({ data: people.flatMap(({ answers }) => answers) })
  return {
    sessionId: session.id,
    session,
    questions: people.map(({ answers }) => answers[1]?.id ?? ''),
    registrations: people.map(({ person }) => person.id),
    emails: people.map(({ person }) => person.email),
  }
}
