import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/platform/db'
import type { registerParticipant } from '@/lib/registrations/commands'

type SignUp = Parameters<typeof registerParticipant>[0]
type Moments = {
  startsAt: Date
  endsAt: Date
  questionDeadlineAt: Date
  registrationOpensAt: Date | null
  registrationClosesAt: Date
}

/** The true moments of the kennissessie of 2022. */
export const moments2022: Moments = {
  startsAt: new Date('2022-11-08T14:00:00Z'),
  endsAt: new Date('2022-11-08T15:30:00Z'),
  questionDeadlineAt: new Date('2022-10-17T12:00:00Z'),
  registrationOpensAt: null,
  registrationClosesAt: new Date('2022-10-31T23:00:00Z'),
}

/** A published kennissessie with three questions, made for a test. */
export function makeSession(
  db: PrismaClient,
  moments: Partial<Moments> & {
    cancelledAt?: Date
    archivedAt?: Date
    publishedAt?: Date | null
    capacity?: number
  } = {},
) {
  const id = randomUUID()
  const createdAt = new Date('2022-09-01T08:00:00Z')
  return db.session.create({
    data: {
      id,
      slug: `voorbeeld-${id}`,
      title: 'Voorbeeldsessie',
      summary: 'Een voorbeeld',
      body: '## Waarom?\n\nVoor het voorbeeld.',
      audience: 'Voor iedereen.',
      organisedBy: 'Voorbeeld',
      contactName: 'Voorbeeld',
      contactEmail: 'contact@example.nl',
      createdAt,
      publishedAt: createdAt,
      ...moments2022,
      ...moments,
      addresses: { create: { slug: `voorbeeld-${id}` } },
      questions: {
        create: ['Waar sta je?', 'Wat wil je weten?', 'Wat heb je geprobeerd?'].map((label, index) => ({
          id: randomUUID(),
          position: index + 1,
          label,
          isAsked: index === 1,
        })),
      },
    },
    include: { questions: { orderBy: { position: 'asc' } } },
  })
}

type TestSession = Awaited<ReturnType<typeof makeSession>>

/** A sign-up that the form would let through, with what the test wants different. */
export function signUpFor(session: TestSession, different: Partial<SignUp> = {}): SignUp {
  return {
    sessionId: session.id,
    submissionId: randomUUID(),
    name: 'Voorbeeld',
    email: 'voorbeeld@utrecht.example.nl',
    municipalityCode: 'GM0344',
    organisation: null,
    role: 'beleidsadviseur',
    contactWish: 'email',
    phone: null,
    needs: null,
    answers: Object.fromEntries(session.questions.map(({ id }, index) => [id, `Antwoord ${index + 1}`])),
    ...different,
  }
}

type Participant = { name: string; email: string; questionInTime: boolean }

/** Somebody who is signed up, straight in the database: no mail goes out about it. Gives id and address. */
export async function addParticipant(db: PrismaClient, sessionId: string, different: Partial<Participant> = {}) {
  const id = randomUUID()
  const email = different.email ?? `${id}@example.nl`
  const person = { name: 'Voorbeeld', role: 'adviseur', municipalityCode: 'GM0344', contactWish: 'none' as const }
  const data = {
    ...person,
    questionInTime: true,
    ...different,
    id,
    sessionId,
    email,
    emailKey: email,
    submissionId: id,
  }
  await db.registration.create({ data: { ...data, createdAt: new Date() } })
  return { id, email }
}

/** So many people who are signed up, the same way; each has an address of their own. */
export async function addParticipants(db: PrismaClient, sessionId: string, count: number) {
  const ids = Array.from({ length: count }, () => randomUUID())
  await db.registration.createMany({
    data: ids.map((id, index) => ({
      id,
      sessionId,
      name: `Voorbeeld ${index}`,
      email: `${id}@example.nl`,
      emailKey: `${id}@example.nl`,
      submissionId: id,
      role: 'adviseur',
      municipalityCode: 'GM0344',
      contactWish: 'none' as const,
      questionInTime: true,
      createdAt: new Date(),
    })),
  })
}
