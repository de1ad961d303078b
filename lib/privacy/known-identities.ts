import type { Transaction } from '@/lib/db/client'
import type { KnownIdentity } from './redact'

/**
 * Reads current and former names, addresses and phone numbers of these registrations (ids). With `former` it leaves out the
 * current name and address, which are kept for now, and includes the phone number.
 */
export async function readKnownIdentities(
  tx: Transaction,
  ids: string[],
  scope: 'all' | 'former',
): Promise<KnownIdentity[]> {
  const people = await tx.registration.findMany({
    where: { id: { in: ids }, erasedAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      changes: { select: { field: true, before: true, after: true } },
      emailChangeRequests: { select: { email: true, oldEmail: true } },
    },
  })
  const transfers = await listTransfers(tx, ids)
  return people.map(({ id, name, email, phone, changes, emailChangeRequests }) => {
    const pastValues = (field: string) =>
      changes.filter((change) => change.field === field).flatMap(({ before, after }) => [before, after])
    const addresses = emailChangeRequests.flatMap((request) => [request.email, request.oldEmail])
    const retained = scope === 'former' ? [name, email] : []
    const toRedact = (values: string[]) => [...new Set(values)].filter((value) => value && !retained.includes(value))
    return {
      registrationId: id,
      transferredToIds: transfers
        .filter(({ transferorId }) => transferorId === id)
        .map(({ transfereeId }) => transfereeId),
      names: toRedact([name, ...pastValues('name')]),
      emails: toRedact([email, ...pastValues('email'), ...addresses]),
      phones: toRedact([phone ?? '', ...pastValues('phone')]),
      redactNameParts: scope === 'all',
    }
  })
}

/** Lists each registration that received answers of these, directly or by way of others. UNION ends a circular transfer. */
function listTransfers(tx: Transaction, ids: string[]) {
  return tx.$queryRaw<{ transferorId: string; transfereeId: string }[]>`
    WITH RECURSIVE given AS (
      SELECT "id" AS "transferorId", "transferredToId" AS "transfereeId" FROM "Registration"
      WHERE "id" = ANY(${ids}::uuid[]) AND "transferredToId" IS NOT NULL
      UNION
      SELECT given."transferorId", r."transferredToId" FROM given JOIN "Registration" r ON r."id" = given."transfereeId"
      WHERE r."transferredToId" IS NOT NULL
    )
    SELECT "transferorId"::text, "transfereeId"::text FROM given`
}
