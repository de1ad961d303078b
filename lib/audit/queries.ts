import { z } from 'zod'
import { db, type Prisma } from '@/lib/db/client'
import type { AuditAction } from './schema'

const entriesPerPage = 50

/** Filter of the audit log. `actor`: an organiser's id, 'participant' or 'system'. `to` is exclusive. `null` means any. */
export type AuditFilter = {
  actor?: string | null
  actions?: AuditAction[] | null
  sessionId?: string | null
  from?: Date | null
  to?: Date | null
}

/** Returns page `page` of the audit log (from 1), latest entry first, or the last page if there are fewer pages. */
export async function listAuditLog(filter: AuditFilter, { page }: { page: number }) {
  const { total, entries } = await readPage(filter, page)
  const pages = Math.max(1, Math.ceil(total / entriesPerPage))
  const [names, subjects] = await Promise.all([
    listOrganiserNames(entries.flatMap(({ actorId }) => actorId ?? [])),
    describeSubjects(entries.map(({ subjectId }) => subjectId)),
  ])
  const rows = entries.map(({ id, at, actorType, actorId, action, subjectType, subjectId, details }) => ({
    id,
    at,
    action,
    /** Number of records that a bulk action affected, or `null` for any other action. */
    count: countDetailsSchema.safeParse(details).data?.count ?? null,
    actor: actorType === 'organiser' ? { name: names.get(actorId ?? '') ?? null } : actorType,
    subject: subjects.get(subjectId) ?? { type: subjectType, id: subjectId, label: null, sessionId: null },
  }))
  return { total, page: Math.min(Math.max(1, page), pages), pages, rows }
}

const countDetailsSchema = z.object({ count: z.int() })

export async function listAuditFilterOptions() {
  const [organisers, sessions] = await Promise.all([
    db().organiser.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    db().session.findMany({ orderBy: { startsAt: 'desc' }, select: { id: true, title: true, startsAt: true } }),
  ])
  return { organisers, sessions }
}

/** Returns one page of audit entries and the total. Finds a session's records in SQL: a list of ids may be too long. */
async function readPage({ actor = null, actions = null, sessionId = null, from, to }: AuditFilter, page: number) {
  const isOrganiser = actor !== 'participant' && actor !== 'system'
  const [actorType, actorId] = isOrganiser ? [null, actor] : [actor, null]
  const [fromTime, toTime] = [from?.toISOString() ?? null, to?.toISOString() ?? null]
  const found = await db().$queryRaw<({ total: number } & (Prisma.AuditEntryGetPayload<object> | { id: null }))[]>`
    WITH about AS (
      SELECT ${sessionId}::uuid AS "id"
      UNION ALL SELECT "id" FROM "Registration" WHERE "sessionId" = ${sessionId}::uuid
      UNION ALL SELECT "id" FROM "Message" WHERE "sessionId" = ${sessionId}::uuid
      UNION ALL SELECT "id" FROM "CustomMessage" WHERE "sessionId" = ${sessionId}::uuid
      UNION ALL SELECT "id" FROM "Question" WHERE "sessionId" = ${sessionId}::uuid
      UNION ALL SELECT a."id" FROM "Answer" AS a JOIN "Question" AS q ON q."id" = a."questionId"
        WHERE q."sessionId" = ${sessionId}::uuid
    ), matching AS (
      SELECT * FROM "AuditEntry"
      WHERE (${actorType}::text IS NULL OR "actorType" = ${actorType}::"ActorType")
        AND (${actorId}::text IS NULL OR "actorId" = ${actorId})
        AND (${actions}::text[] IS NULL OR "action" = ANY (${actions}::text[]::"AuditAction"[]))
        AND (${fromTime}::timestamptz IS NULL OR "at" >= ${fromTime}::timestamptz)
        AND (${toTime}::timestamptz IS NULL OR "at" < ${toTime}::timestamptz)
        AND (${sessionId}::uuid IS NULL OR "subjectId" IN (SELECT "id"::text FROM about))
    ), size AS (SELECT count(*)::int AS "total" FROM matching)
    SELECT "total", listed.* FROM size LEFT JOIN LATERAL (
      SELECT * FROM matching ORDER BY "at" DESC, "id" LIMIT ${entriesPerPage}
      OFFSET ${entriesPerPage} * (GREATEST(1, LEAST(${page}, ceil("total" / ${entriesPerPage}::numeric)))::int - 1)
    ) AS listed ON true`
  return { total: found[0]?.total ?? 0, entries: found.filter((row) => row.id !== null) }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Returns type, session and label of records by id. A label is a name or title, never an answer. Omits deleted records. */
async function describeSubjects(ids: string[]) {
  const uuids = ids.filter((id) => uuid.test(id))
  const subjects = await db().$queryRaw<{ type: string; id: string; label: string | null; sessionId: string | null }[]>`
    SELECT 'organiser' AS "type", "id", "name" AS "label", NULL AS "sessionId" FROM "Organiser" WHERE "id" = ANY (${ids})
    UNION ALL SELECT 'session', "id"::text, "title", "id"::text FROM "Session" WHERE "id" = ANY (${uuids}::uuid[])
    UNION ALL SELECT 'registration', "id"::text, "name", "sessionId"::text FROM "Registration"
      WHERE "id" = ANY (${uuids}::uuid[])
    UNION ALL SELECT 'message', m."id"::text, s."title", s."id"::text FROM "Message" AS m
      LEFT JOIN "Session" AS s ON s."id" = m."sessionId" WHERE m."id" = ANY (${uuids}::uuid[])
    UNION ALL SELECT 'customMessage', m."id"::text, s."title", s."id"::text FROM "CustomMessage" AS m
      JOIN "Session" AS s ON s."id" = m."sessionId" WHERE m."id" = ANY (${uuids}::uuid[])
    UNION ALL SELECT 'answer', a."id"::text, r."name", r."sessionId"::text FROM "Answer" AS a
      JOIN "Registration" AS r ON r."id" = a."registrationId" WHERE a."id" = ANY (${uuids}::uuid[])`
  return new Map(subjects.map((subject) => [subject.id, subject]))
}

const fieldDetailsSchema = z.object({ fields: z.array(z.string()) }).catch({ fields: [] })

/** Returns audit entries about a record, newest first. `organiserName` is `null` for other actors or erased accounts. */
export async function listHistory(subjectType: string, subjectId: string) {
  const entries = await db().auditEntry.findMany({
    where: { subjectType, subjectId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  })
  const names = await listOrganiserNames(entries.flatMap(({ actorId }) => actorId ?? []))
  return entries.map(({ actorId, details, ...entry }) => ({
    ...entry,
    fields: fieldDetailsSchema.parse(details).fields,
    organiserName: names.get(actorId ?? '') ?? null,
  }))
}

/** Returns a map from organiser id to name. Omits the ids of erased organisers. */
export async function listOrganiserNames(ids: string[]): Promise<Map<string, string>> {
  const where = { id: { in: [...new Set(ids)] } }
  const found = await db().organiser.findMany({ where, select: { id: true, name: true } })
  return new Map(found.map(({ id, name }) => [id, name]))
}
