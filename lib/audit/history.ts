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
    select: { id: true, at: true, actor: true, action: true, details: true },
  })
  const ids = entries.flatMap(({ actor }) => organiserIdOf(actor) ?? [])
  const names = await listOrganiserNames(ids)
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at,
    action: entry.action,
    fields: detailsSchema.parse(entry.details)?.fields ?? [],
    by: names.get(organiserIdOf(entry.actor) ?? '') ?? null,
    actor: entry.actor.split(':')[0] ?? '',
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

const organiserIdOf = (actor: string) => (actor.startsWith('organiser:') ? actor.slice('organiser:'.length) : undefined)
