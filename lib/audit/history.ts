import { z } from 'zod'
import { db } from '@/lib/db/client'

const detailsSchema = z.object({ fields: z.array(z.string()) }).catch({ fields: [] })

/** Returns the audit entries of a subject, the latest first. `organiserName` is `null` for other actors and erased accounts. */
export async function listHistory(subjectType: string, subjectId: string) {
  const entries = await db().auditEntry.findMany({
    where: { subjectType, subjectId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    select: { id: true, at: true, actorType: true, actorId: true, action: true, details: true },
  })
  const names = await listOrganiserNames(entries.flatMap(({ actorId }) => actorId ?? []))
  return entries.map(({ actorId, details, ...entry }) => ({
    ...entry,
    fields: detailsSchema.parse(details).fields,
    organiserName: names.get(actorId ?? '') ?? null,
  }))
}

/** Returns the names of existing organisers by id. */
export async function listOrganiserNames(ids: string[]): Promise<Map<string, string>> {
  const found = await db().organiser.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(found.map(({ id, name }) => [id, name]))
}
