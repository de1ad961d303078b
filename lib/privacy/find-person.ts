import { db } from '@/lib/platform/db'

/** How an address leads to a sign-up: it has it, it had it before, or somebody asked for it and nobody confirmed that it is theirs. */
export type FoundBy = 'now' | 'earlier' | 'asked'

export type FoundPerson = { registrationId: string; name: string; foundBy: FoundBy }

/** Who is known by this address (as it is compared): one sign-up of each; and an account at the desk that has it, or null. */
export async function findByAddressKey(
  emailKey: string,
): Promise<{ people: FoundPerson[]; organiserId: string | null }> {
  const [people, [organiser]] = await Promise.all([
    db().$queryRaw<FoundPerson[]>`
      SELECT DISTINCT ON (r."emailKey") r."id" AS "registrationId", r."name", known."foundBy"
      FROM (
        SELECT "id" AS "registrationId", 'now' AS "foundBy", 1 AS "rank" FROM "Registration" WHERE "emailKey" = ${emailKey}
        UNION ALL
        SELECT "registrationId", 'earlier', 2 FROM "RegistrationChange"
        WHERE "field" = 'email' AND ${emailKey} IN (lower("before"), lower("after"))
        UNION ALL
        SELECT "registrationId", 'earlier', 2 FROM "Message"
        WHERE lower("toAddress") = ${emailKey} AND "kind" <> 'address-confirm'
        UNION ALL
        SELECT "registrationId", 'asked', 3 FROM "AddressRequest" WHERE lower("email") = ${emailKey}
      ) known JOIN "Registration" r ON r."id" = known."registrationId" AND r."erasedAt" IS NULL
      ORDER BY r."emailKey", known."rank", r."createdAt" DESC`,
    db().$queryRaw<{ id: string }[]>`SELECT "id" FROM "Organiser" WHERE lower("email") = ${emailKey}`,
  ])
  return { people, organiserId: organiser?.id ?? null }
}
