import { z } from 'zod'
import { db, type Prisma } from '@/lib/db/client'
import { listOrganiserNames } from './history'
import { type AuditCategory, auditActions } from './schema'
import { describeSubjects } from './subjects'

export const entriesPerPage = 50

/** What is asked of the trail; `to` is the first instant that is too late. */
export type AuditFilter = {
  /** Id of an organiser, 'participant' or 'system'. */
  actor?: string | null
  category?: AuditCategory | null
  /** A UUID. */
  sessionId?: string | null
  from?: Date | null
  to?: Date | null
}

/** One page of what was done, the latest first; pages count from 1, and one beyond the last gives the last. */
export async function listAuditLog(filter: AuditFilter, { page }: { page: number }) {
  const { total, entries } = await readPage(filter, page)
  const pages = Math.max(1, Math.ceil(total / entriesPerPage))
  const [names, subjects] = await Promise.all([
    listOrganiserNames(entries.flatMap(({ actorId }) => actorId ?? [])),
    describeSubjects(entries),
  ])
  const rows = entries.map(({ id, at, actorType, actorId, action, subjectType, subjectId, details }) => ({
    id,
    at,
    action,
    count: affectedCount(details),
    actor: actorType === 'organiser' ? { name: names.get(actorId ?? '') ?? null } : actorType,
    subject: subjects.get(subjectId) ?? { type: subjectType, id: subjectId, label: null, sessionId: null },
  }))
  return { total, page: Math.min(Math.max(1, page), pages), pages, rows }
}

export type AuditLogRow = Awaited<ReturnType<typeof listAuditLog>>['rows'][number]

/** Who and which kennissessies the trail can be asked for. */
export async function listAuditFilterOptions() {
  const [organisers, sessions] = await Promise.all([
    db().organiser.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    db().session.findMany({ orderBy: { startsAt: 'desc' }, select: { id: true, title: true, startsAt: true } }),
  ])
  return { organisers, sessions }
}

/** Of how many it was done at once; null when that was not counted. */
const affectedCount = (details: unknown): number | null => countDetailsSchema.safeParse(details).data?.count ?? null
const countDetailsSchema = z.object({ count: z.int() })

type Entry = Prisma.AuditEntryGetPayload<object>

/** About a kennissessie is what was done to it and to all that belongs to it: more than fits in a list of ids. */
async function readPage({ actor, category, sessionId, from, to }: AuditFilter, page: number) {
  const isOrganiser = actor !== 'participant' && actor !== 'system'
  const [actorType, actorId] = isOrganiser ? [null, actor ?? null] : [actor, null]
  const actions = category ? auditActions[category] : null
  const subjectSessionId = sessionId ?? null
  const found = await db().$queryRaw<({ total: number } & (Entry | { id: null }))[]>`
    WITH about AS (
      SELECT ${subjectSessionId}::uuid AS "id"
      UNION ALL SELECT "id" FROM "Registration" WHERE "sessionId" = ${subjectSessionId}::uuid
      UNION ALL SELECT "id" FROM "Message" WHERE "sessionId" = ${subjectSessionId}::uuid
      UNION ALL SELECT "id" FROM "CustomMessage" WHERE "sessionId" = ${subjectSessionId}::uuid
      UNION ALL SELECT "id" FROM "Question" WHERE "sessionId" = ${subjectSessionId}::uuid
      UNION ALL SELECT a."id" FROM "Answer" AS a JOIN "Question" AS q ON q."id" = a."questionId"
        WHERE q."sessionId" = ${subjectSessionId}::uuid
    ), matching AS (
      SELECT * FROM "AuditEntry"
      WHERE (${actorType}::text IS NULL OR "actorType" = ${actorType}::"ActorType")
        AND (${actorId}::text IS NULL OR "actorId" = ${actorId})
        AND (${actions}::text[] IS NULL OR "action" = ANY (${actions}::text[]::"AuditAction"[]))
        AND (${from?.toISOString() ?? null}::timestamptz IS NULL OR "at" >= ${from?.toISOString() ?? null}::timestamptz)
        AND (${to?.toISOString() ?? null}::timestamptz IS NULL OR "at" < ${to?.toISOString() ?? null}::timestamptz)
        AND (${subjectSessionId}::uuid IS NULL OR "subjectId" IN (SELECT "id"::text FROM about))
    ), size AS (SELECT count(*)::int AS "total" FROM matching)
    SELECT "total", listed.* FROM size LEFT JOIN LATERAL (
      SELECT * FROM matching ORDER BY "at" DESC, "id" LIMIT ${entriesPerPage}
      OFFSET ${entriesPerPage} * (LEAST(${page}, GREATEST(1, ceil("total" / ${entriesPerPage}::numeric)))::int - 1)
    ) AS listed ON true`
  return { total: found[0]?.total ?? 0, entries: found.filter((row) => row.id !== null) }
}
