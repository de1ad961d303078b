import { db } from '@/lib/db/client'

/** How an address leads to a sign-up: it has it, it had it before, or somebody asked for it and nobody confirmed that it is theirs. */
export type FoundBy = 'now' | 'earlier' | 'asked'

export type FoundPerson = { registrationId: string; name: string; foundBy: FoundBy }

/** Who is known by this address (as it is compared): one sign-up of each; and an account at the desk that has it, or null. */
export async function findPeopleByEmail(
  normalizedEmail: string,
): Promise<{ people: FoundPerson[]; organiserId: string | null }> {
  const [people, [organiser]] = await Promise.all([
    db().$queryRaw<FoundPerson[]>`
      SELECT DISTINCT ON (r."normalizedEmail") r."id" AS "registrationId", r."name", known."foundBy"
      FROM (
        SELECT "id" AS "registrationId", 'now' AS "foundBy", 1 AS "rank" FROM "Registration" WHERE "normalizedEmail" = ${normalizedEmail}
        UNION ALL
        SELECT "registrationId", 'earlier', 2 FROM "RegistrationChange"
        WHERE "field" = 'email' AND ${normalizedEmail} IN (lower("before"), lower("after"))
        UNION ALL
        SELECT "registrationId", 'earlier', 2 FROM "Message" JOIN "MessageContent" USING ("id")
        WHERE lower("toAddress") = ${normalizedEmail} AND "kind" <> 'emailChangeConfirm'
        UNION ALL
        SELECT "registrationId", 'asked', 3 FROM "EmailChangeRequest" WHERE lower("email") = ${normalizedEmail}
      ) known JOIN "Registration" r ON r."id" = known."registrationId" AND r."erasedAt" IS NULL
      ORDER BY r."normalizedEmail", known."rank", r."createdAt" DESC`,
    db().$queryRaw<{ id: string }[]>`SELECT "id" FROM "Organiser" WHERE lower("email") = ${normalizedEmail}`,
  ])
  return { people, organiserId: organiser?.id ?? null }
}
