import { z } from 'zod'
import { db, type Prisma } from '@/lib/platform/db'
import { listOrganiserNames } from './history'
import { type DeedGroup, deedGroups } from './schema'
import { describeSubjects } from './subjects'

export const trailPerPage = 50

/** What is asked of the trail; `to` is the first instant that is too late. */
export type TrailFilter = {
  /** Id of an organiser, 'participant' or 'system'. */
  by?: string | null
  deed?: DeedGroup | null
  /** A UUID. */
  sessionId?: string | null
  from?: Date | null
  to?: Date | null
}

/** One page of what was done, the latest first; pages count from 1, and one beyond the last gives the last. */
export async function listTrail(filter: TrailFilter, { page }: { page: number }) {
  const { total, entries } = await readPage(filter, page)
  const pages = Math.max(1, Math.ceil(total / trailPerPage))
  const [names, subjects] = await Promise.all([namesOf(entries.map(({ actor }) => actor)), describeSubjects(entries)])
  const rows = entries.map(({ id, at, actor, action, subjectType, subjectId, details }) => ({
    id,
    at,
    action,
    count: countIn(details),
    actor: actor.startsWith(organiserMark) ? { name: names.get(actor) ?? null } : (actor as 'participant' | 'system'),
    subject: subjects.get(subjectId) ?? { type: subjectType, id: subjectId, label: null, sessionId: null },
  }))
  return { total, page: Math.min(Math.max(1, page), pages), pages, rows }
}

export type TrailRow = Awaited<ReturnType<typeof listTrail>>['rows'][number]

/** Who and which kennissessies the trail can be asked for. */
export async function listTrailChoices() {
  const [organisers, sessions] = await Promise.all([
    db().organiser.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    db().session.findMany({ orderBy: { startsAt: 'desc' }, select: { id: true, title: true, startsAt: true } }),
  ])
  return { organisers, sessions }
}

/** Of how many it was done at once; null when that was not counted. */
const countIn = (details: unknown): number | null => counted.safeParse(details).data?.count ?? null
const counted = z.object({ count: z.int() })

const organiserMark = 'organiser:'

type Entry = Prisma.AuditEntryGetPayload<object>

/** About a kennissessie is what was done to it and to all that belongs to it: more than fits in a list of ids. */
async function readPage({ by, deed, sessionId, from, to }: TrailFilter, page: number) {
  const actor = by && by !== 'participant' && by !== 'system' ? `${organiserMark}${by}` : (by ?? null)
  const starts = deed ? deedGroups[deed].map((start) => `${start}%`) : null
  const session = sessionId ?? null
  const found = await db().$queryRaw<({ total: number } & (Entry | { id: null }))[]>`
    WITH about AS (
      SELECT ${session}::uuid AS "id"
      UNION ALL SELECT "id" FROM "Registration" WHERE "sessionId" = ${session}::uuid
      UNION ALL SELECT "id" FROM "Message" WHERE "sessionId" = ${session}::uuid
      UNION ALL SELECT "id" FROM "Letter" WHERE "sessionId" = ${session}::uuid
      UNION ALL SELECT "id" FROM "Question" WHERE "sessionId" = ${session}::uuid
      UNION ALL SELECT a."id" FROM "Answer" AS a JOIN "Question" AS q ON q."id" = a."questionId"
        WHERE q."sessionId" = ${session}::uuid
    ), matching AS (
      SELECT * FROM "AuditEntry"
      WHERE (${actor}::text IS NULL OR "actor" = ${actor})
        AND (${starts}::text[] IS NULL OR "action" LIKE ANY (${starts}::text[]))
        AND (${from?.toISOString() ?? null}::timestamptz IS NULL OR "at" >= ${from?.toISOString() ?? null}::timestamptz)
        AND (${to?.toISOString() ?? null}::timestamptz IS NULL OR "at" < ${to?.toISOString() ?? null}::timestamptz)
        AND (${session}::uuid IS NULL OR "subjectId" IN (SELECT "id"::text FROM about))
    ), size AS (SELECT count(*)::int AS "total" FROM matching)
    SELECT "total", listed.* FROM size LEFT JOIN LATERAL (
      SELECT * FROM matching ORDER BY "at" DESC, "id" LIMIT ${trailPerPage}
      OFFSET ${trailPerPage} * (LEAST(${page}, GREATEST(1, ceil("total" / ${trailPerPage}::numeric)))::int - 1)
    ) AS listed ON true`
  return { total: found[0]?.total ?? 0, entries: found.filter((row) => row.id !== null) }
}

/** Their names, by what stands in the trail. */
async function namesOf(actors: string[]): Promise<Map<string, string>> {
  const names = await listOrganiserNames(actors.map((actor) => actor.slice(organiserMark.length)))
  return new Map([...names].map(([id, name]) => [`${organiserMark}${id}`, name]))
}
