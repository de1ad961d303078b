import { db } from '@/lib/db/client'
import { isSameName } from '@/lib/registrations/form-identity'

/** Returns the data controllers: the organisations of the published sessions, each with its contact. */
export async function listDataControllers() {
  return await db().session.findMany({
    where: { publishedAt: { not: null } },
    distinct: ['organisedBy', 'contactEmail'],
    orderBy: [{ organisedBy: 'asc' }, { contactName: 'asc' }],
    select: { organisedBy: true, contactName: true, contactEmail: true },
  })
}

/** A person found by an address: their current one (`now`), a former one (`earlier`) or a requested one (`asked`). */
type FoundPerson = {
  registrationId: string
  name: string
  normalizedEmail: string
  foundBy: 'now' | 'earlier' | 'asked'
}

/**
 * Returns the people who use, used or asked to change to this normalized e-mail address, each with their newest
 * registration. Another name is another person, because colleagues share mailboxes. `organiserId` is the organiser with
 * this address, or `null`.
 */
export async function findPeopleByEmail(normalizedEmail: string) {
  const [registrations, [organiser]] = await Promise.all([
    db().$queryRaw<FoundPerson[]>`
      SELECT r."id" AS "registrationId", r."name", r."normalizedEmail", known."foundBy"
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
      ORDER BY r."normalizedEmail", known."rank", r."createdAt" DESC, r."id"`,
    db().$queryRaw<{ id: string }[]>`SELECT "id" FROM "Organiser" WHERE lower("email") = ${normalizedEmail}`,
  ])
  const isSamePerson = (one: FoundPerson, other: FoundPerson) =>
    one.normalizedEmail === other.normalizedEmail && isSameName(one.name, other.name)
  const people = registrations
    .filter((each, index) => registrations.findIndex((other) => isSamePerson(other, each)) === index)
    .map(({ registrationId, name, foundBy }) => ({ registrationId, name, foundBy }))
  return { people, organiserId: organiser?.id ?? null }
}
