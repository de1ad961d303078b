import type { Transaction } from '@/lib/platform/db'
import type { Named } from './find-in-text'

/**
 * What these people (ids of sign-ups) are called and how they are reached, with what it was before they changed it. `former`:
 * only that, and their number: their name and address stay.
 */
export async function readNamed(tx: Transaction, ids: string[], which: 'all' | 'former'): Promise<Named[]> {
  const people = await tx.registration.findMany({
    where: { id: { in: ids }, erasedAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      changes: { select: { field: true, before: true, after: true } },
      addressRequests: { select: { email: true, oldEmail: true } },
    },
  })
  const heirs = await listHeirs(tx, ids)
  return people.map(({ id, name, email, phone, changes, addressRequests }) => {
    const were = (field: string) =>
      changes.filter((change) => change.field === field).flatMap(({ before, after }) => [before, after])
    const addresses = addressRequests.flatMap((request) => [request.email, request.oldEmail])
    const stays = which === 'former' ? [name, email] : []
    const goes = (all: string[]) => [...new Set(all)].filter((each) => each && !stays.includes(each))
    return {
      registrationId: id,
      wroteFor: heirs.filter(({ giverId }) => giverId === id).map(({ heirId }) => heirId),
      names: goes([name, ...were('name')]),
      emails: goes([email, ...were('email'), ...addresses]),
      phones: goes([phone ?? '', ...were('phone')]),
      thorough: which === 'all',
    }
  })
}

/** To whose sign-ups the answers of these went, also by way of a third. A place can come back to who once gave it. */
function listHeirs(tx: Transaction, ids: string[]) {
  return tx.$queryRaw<{ giverId: string; heirId: string }[]>`
    WITH RECURSIVE given AS (
      SELECT "id" AS "giverId", "handedOverToId" AS "heirId" FROM "Registration"
      WHERE "id" = ANY(${ids}::uuid[]) AND "handedOverToId" IS NOT NULL
      UNION
      SELECT given."giverId", r."handedOverToId" FROM given JOIN "Registration" r ON r."id" = given."heirId"
      WHERE r."handedOverToId" IS NOT NULL
    )
    SELECT "giverId"::text, "heirId"::text FROM given`
}
