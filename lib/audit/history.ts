import { z } from 'zod'
import { db } from '@/lib/db/client'

const detailsSchema = z
  .object({ fields: z.array(z.string()) })
  .nullable()
  .catch(null)

/** What was done to something, the latest first, with the name of the organiser who did it; null when it was another. */
export async function listHistory(subjectType: string, subjectId: string) {
  const entries = await db().auditEntry.findMany({
    where: { subjectType, subjectId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    select: { id: true, at: true, actorType: true, actorId: true, action: true, details: true },
  })
  const names = await listOrganiserNames(entries.flatMap(({ actorId }) => actorId ?? []))
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at,
    action: entry.action,
    fields: detailsSchema.parse(entry.details)?.fields ?? [],
    actorType: entry.actorType,
    organiserName: names.get(entry.actorId ?? '') ?? null,
  }))
}

/** The names of organisers by their ids; who is gone is not in it. */
export async function listOrganiserNames(ids: string[]): Promise<Map<string, string>> {
  const found = await db().organiser.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(found.map(({ id, name }) => [id, name]))
}
