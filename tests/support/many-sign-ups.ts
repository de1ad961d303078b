import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { PrismaClient } from '@/lib/platform/db'
import type { makeSession } from './sign-up'

// Read, not imported: Playwright loads this file too.
const places: { code: string }[] = JSON.parse(readFileSync('lib/municipalities/municipalities.json', 'utf8'))
const sentence = 'Wij zoeken een manier om met collega’s verder te komen, ook als er weinig tijd is. '

/**
 * So many people who signed up for a kennissessie, a minute after each other, straight in the database and with answers of
 * some three hundred characters. Number 7 answered with the word "zevenblad".
 */
export async function addManySignUps(
  db: PrismaClient,
  { id: sessionId, questions }: Awaited<ReturnType<typeof makeSession>>,
  { count, from }: { count: number; from: Date },
): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => {
    const place = index % 5 === 4 ? undefined : places[(index * 7) % places.length]
    const email = `voorbeeld${index}@example.nl`
    return {
      id: randomUUID(),
      sessionId,
      name: `Voorbeeld ${index}`,
      email,
      emailKey: email,
      municipalityCode: place?.code ?? null,
      organisation: place ? null : `Stichting Voorbeeld ${index % 40}`,
      role: index % 3 === 0 ? 'beleidsadviseur' : 'projectleider',
      contactWish: (['email', 'none'] as const)[index % 2] ?? 'none',
      questionInTime: index < count / 2,
      submissionId: email,
      tookPartAt: index % 4 === 0 ? from : null,
      createdAt: new Date(from.getTime() + index * 60_000),
    }
  })
  await db.registration.createMany({ data: people })
  const answers = people.flatMap(({ id: registrationId }, index) =>
    questions.map(({ id: questionId }) => ({
      id: randomUUID(),
      registrationId,
      questionId,
      text: `${sentence.repeat(4)}${index === 7 ? 'Zevenblad.' : ''}`,
    })),
  )
  for (let at = 0; at < answers.length; at += 5_000) {
    await db.answer.createMany({ data: answers.slice(at, at + 5_000) })
  }
}
