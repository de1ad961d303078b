import { repeatingKinds } from '@/lib/messages/schema'
import { db, Prisma, type Transaction } from '@/lib/platform/db'
import { hasContents, hasEnded } from './mail-contents'
import { type KeepTerms, namesEraseAt, needsEraseAt } from './rules'

/** What goes first, and what goes with the names. */
export type Step = 'needs' | 'names'

type Candidate = { id: string; sessionId: string; endsAt: Date; cancelledAt: Date | null; offTheListAt: Date | null }

/** Asked of what still stands, so that what was broken off, or came after, is found the next time. */
const stillHas: Record<Step, Prisma.Sql> = {
  needs: Prisma.sql`(r."needs" IS NOT NULL OR r."phone" IS NOT NULL
    OR EXISTS (SELECT 1 FROM "RegistrationNote" n WHERE n."registrationId" = r."id")
    OR EXISTS (SELECT 1 FROM "RegistrationChange" c WHERE c."registrationId" = r."id")
    OR EXISTS (SELECT 1 FROM "AddressRequest" q WHERE q."registrationId" = r."id")
    OR EXISTS (SELECT 1 FROM "Message" m WHERE m."registrationId" = r."id" AND m."kind" = ANY(${[...repeatingKinds]})
      AND num_nonnulls(m."html", m."text") > 0 AND ${Prisma.raw(hasEnded)}))`,
  names: Prisma.sql`(r."erasedAt" IS NULL
    OR EXISTS (SELECT 1 FROM "Message" m WHERE m."registrationId" = r."id" AND ${Prisma.raw(hasContents)}))`,
}

const eraseAt = { needs: needsEraseAt, names: namesEraseAt }

/** The sign-ups of which something has to go at `now`, by their session; `of` looks at some of them again. */
export async function listDue(
  step: Step,
  terms: KeepTerms,
  now: Date,
  { tx = db(), of }: { tx?: Transaction; of?: string[] } = {},
): Promise<Map<string, string[]>> {
  const at = now.toISOString()
  const these = of ? Prisma.sql`r."id" = ANY(${of}::uuid[])` : Prisma.sql`true`
  const found = await tx.$queryRaw<Candidate[]>`
    SELECT r."id", r."sessionId", s."endsAt", s."cancelledAt", r."cancelledAt" AS "offTheListAt"
    FROM "Registration" r JOIN "Session" s ON s."id" = r."sessionId"
    WHERE LEAST(s."endsAt", s."cancelledAt", r."cancelledAt") < ${at}::timestamptz AND ${these} AND ${stillHas[step]}
    ORDER BY r."sessionId", r."id"`
  const due = new Map<string, string[]>()
  for (const { id, sessionId, ...over } of found) {
    if (eraseAt[step](over, terms) <= now) due.set(sessionId, [...(due.get(sessionId) ?? []), id])
  }
  return due
}
