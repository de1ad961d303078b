import { db } from '@/lib/db/client'

/** Returns the data controllers: the organisations of the published sessions, each with its contact. */
export async function listDataControllers() {
  return await db().session.findMany({
    where: { publishedAt: { not: null } },
    distinct: ['organisedBy', 'contactEmail'],
    orderBy: [{ organisedBy: 'asc' }, { contactName: 'asc' }],
    select: { organisedBy: true, contactName: true, contactEmail: true },
  })
}

/** A person found by e-mail address: their current one (`now`), a former one (`earlier`) or a requested one (`asked`). */
type FoundPerson = { registrationId: string; name: string; foundBy: 'now' | 'earlier' | 'asked' }

/**
 * Returns the people who use, used or requested this normalized e-mail address, each with their newest registration.
 * `organiserId` is the organiser with this address, or `null` if there is none.
 */
export async function findPeopleByEmail(normalizedEmail: string) {
  const [people, [organiser]] = await Promise.all([
    db().$queryRaw<FoundPerson[]>`
      SELECT DISTINCT ON (r."normalizedEmail") r."id" AS "registrationId", r."name", known."foundBy"
      FROM (
        SELECT "id" AS "registrationId", 'now' AS "foundBy", 1 AS "rank" FROM "Registration"
        WHERE "normalizedEmail" = ${normalizedEmail}
        UNION ALL
        SELECT "registrationId", 'earlier', 2 FROM "RegistrationChange"
        WHERE "field" = 'email' AND ${normalizedEmail} IN (lower("before"), lower("after"))
        UNION ALL
        -- An address to confirm may belong to someone else.
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
