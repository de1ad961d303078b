import { db, Prisma, type Transaction } from '@/lib/db/client'
import { kindsQuotingParticipant } from '@/lib/notifications/kinds/registry'
import { hasBodySql, hasPersonalDataSql, isFinishedSql } from '@/lib/outbox/erase'
import { namesPurgeAt, needsPurgeAt, type RetentionPeriods } from './rules'

/** What goes first, and what goes with the names. */
export type PurgeStep = 'needs' | 'names'

type Candidate = {
  id: string
  sessionId: string
  endsAt: Date
  cancelledAt: Date | null
  registrationCancelledAt: Date | null
}

/** Asked of what still stands, so that what was broken off, or came after, is found the next time. */
const hasDataSql: Record<PurgeStep, Prisma.Sql> = {
  needs: Prisma.sql`(r."needs" IS NOT NULL OR r."phone" IS NOT NULL
    OR EXISTS (SELECT 1 FROM "RegistrationNote" n WHERE n."registrationId" = r."id")
    OR EXISTS (SELECT 1 FROM "RegistrationChange" c WHERE c."registrationId" = r."id")
    OR EXISTS (SELECT 1 FROM "EmailChangeRequest" q WHERE q."registrationId" = r."id")
    OR EXISTS (SELECT 1 FROM "Message" m WHERE m."registrationId" = r."id" AND m."kind" = ANY(${[...kindsQuotingParticipant]}::"MessageKind"[])
      AND ${hasBodySql} AND ${isFinishedSql}))`,
  names: Prisma.sql`(r."erasedAt" IS NULL
    OR EXISTS (SELECT 1 FROM "Message" m WHERE m."registrationId" = r."id" AND ${hasPersonalDataSql}))`,
}

const purgeAt = { needs: needsPurgeAt, names: namesPurgeAt }

/** The sign-ups of which something has to go at `now`, by their session; `of` looks at some of them again. */
export async function listDueRegistrations(
  step: PurgeStep,
  periods: RetentionPeriods,
  now: Date,
  { tx = db(), registrationIds }: { tx?: Transaction; registrationIds?: string[] } = {},
): Promise<Map<string, string[]>> {
  const nowIso = now.toISOString()
  const idFilter = registrationIds ? Prisma.sql`r."id" = ANY(${registrationIds}::uuid[])` : Prisma.sql`true`
  const candidates = await tx.$queryRaw<Candidate[]>`
    SELECT r."id", r."sessionId", s."endsAt", s."cancelledAt", r."cancelledAt" AS "registrationCancelledAt"
    FROM "Registration" r JOIN "Session" s ON s."id" = r."sessionId"
    WHERE LEAST(s."endsAt", s."cancelledAt", r."cancelledAt") < ${nowIso}::timestamptz AND ${idFilter} AND ${hasDataSql[step]}
    ORDER BY r."sessionId", r."id"`
  const due = new Map<string, string[]>()
  for (const { id, sessionId, ...dates } of candidates) {
    if (purgeAt[step](dates, periods) <= now) due.set(sessionId, [...(due.get(sessionId) ?? []), id])
  }
  return due
}
