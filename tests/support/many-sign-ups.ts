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

/**
 * What a crowd leaves behind: a mail that went out and an entry in the trail for each, and a
 * programme of every sixteenth question: with 5,000 that is more than any kennissessie can treat.
 */
export async function addTheirTraces(db: PrismaClient, sessionId: string, at: Date): Promise<void> {
  const words = sentence.repeat(60)
  await db.$executeRaw`
    INSERT INTO "Message" ("id", "kind", "dedupeKey", "sessionId", "registrationId", "createdAt", "dueAt", "sentAt",
      "frozenAt", "toName", "toAddress", "subject", "html", "text", "attempts")
    SELECT gen_random_uuid(), 'confirmation', 'confirmation:' || "id", "sessionId", "id", "createdAt", "createdAt",
      ${at}::timestamptz, ${at}::timestamptz, "name", "email", 'Je bent aangemeld', ${words}, ${words}, 1
    FROM "Registration" WHERE "sessionId" = ${sessionId}::uuid`
  await db.$executeRaw`
    INSERT INTO "AuditEntry" ("id", "at", "actor", "action", "subjectType", "subjectId")
    SELECT gen_random_uuid(), "createdAt", 'participant', 'registration.created', 'registration', "id"
    FROM "Registration" WHERE "sessionId" = ${sessionId}::uuid`
  const theme = await db.theme.create({ data: { sessionId, name: 'Draagvlak', nameKey: 'draagvlak', position: 1 } })
  await db.$executeRaw`
    INSERT INTO "Triage" ("answerId", "state", "themeId", "position", "version")
    SELECT a."id", 'chosen', ${theme.id}::uuid, (row_number() OVER ())::int, 1
    FROM "Answer" AS a JOIN "Question" AS q ON q."id" = a."questionId"
    WHERE q."sessionId" = ${sessionId}::uuid AND q."isAsked" AND a."id"::text < '1'`
  // As the database does by itself a while after so many rows came in.
  await db.$executeRaw`ANALYZE`
}
