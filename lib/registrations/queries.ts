import { db, Prisma } from '@/lib/db/client'
import { attending, statusSql } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { compareDutch } from '@/lib/platform/text'
import { answersInFormOrder } from './answers'
import type { RegistrationStatus } from './schema'
import type { Seats } from './waitlist/rules'
import { countSeats } from './waitlist/seats'

/** Returns the seat counts of a session, or `null` when it has no capacity limit. */
export async function getSeats({ id, capacity }: { id: string; capacity: number | null }): Promise<Seats | null> {
  return capacity === null ? null : await countSeatsNow(id)
}

/** Returns the seat counts of a session. Without a limit, participants can still be on the waitlist of an earlier limit. */
export const countSeatsNow = (sessionId: string): Promise<Seats> => countSeats(db(), sessionId)

/** Numbers of registrations by status. `inTime` and `later` split those with a seat by the question deadline. */
export type RegistrationCounts = Record<'signedUp' | 'inTime' | 'later' | 'offered' | 'waitlisted', number>

/** Returns the registration counts of each session that has registrations, by session id. */
export async function listRegistrationCounts(): Promise<Map<string, RegistrationCounts>> {
  const is = (status: RegistrationStatus) => Prisma.raw(`${statusSql} = '${status}'`)
  const hasSeat = is('signed-up')
  const rows = await db().$queryRaw<(RegistrationCounts & { sessionId: string })[]>`
    SELECT "sessionId", count(*) FILTER (WHERE ${hasSeat})::int AS "signedUp",
      count(*) FILTER (WHERE ${hasSeat} AND "askedBeforeDeadline")::int AS "inTime",
      count(*) FILTER (WHERE ${hasSeat} AND NOT "askedBeforeDeadline")::int AS "later",
      count(*) FILTER (WHERE ${is('offered')})::int AS "offered",
      count(*) FILTER (WHERE ${is('waitlisted')})::int AS "waitlisted"
    FROM "Registration" AS r GROUP BY "sessionId"`
  return new Map(rows.map(({ sessionId, ...counts }) => [sessionId, counts]))
}

/** Returns a registration as organisers see it, or `null` when the session has no registration with this id. */
export async function getRegistration(sessionId: string, id: string) {
  const found = await db().registration.findFirst({
    where: { id, sessionId },
    include: {
      transferredTo: { select: { id: true, name: true, erasedAt: true } },
      transferredFrom: { orderBy: { cancelledAt: 'asc' }, select: { id: true, name: true } },
      answers: answersInFormOrder,
      notes: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  })
  return found && { ...found, workplace: workplaceName(found) }
}

export type RegistrationView = NonNullable<Awaited<ReturnType<typeof getRegistration>>>

/** Returns id and name of the session's registration with this e-mail address, also a cancelled one, or `null`. */
export function findByEmail(sessionId: string, email: string) {
  const where = { sessionId, normalizedEmail: normalizeEmail(email) }
  return db().registration.findFirst({ where, select: { id: true, name: true } })
}

/** Returns the other participants with a seat who share the registration's municipality or organisation, sorted by name. */
export async function listColleagues(sessionId: string, { id, municipalityCode, organisation }: RegistrationView) {
  const sameWorkplace = municipalityCode
    ? { municipalityCode }
    : { organisation: { equals: organisation ?? '', mode: 'insensitive' as const } }
  const where = { sessionId, ...attending, id: { not: id }, ...sameWorkplace }
  const found = await db().registration.findMany({ where, select: { id: true, name: true, role: true } })
  return found.toSorted((a, b) => compareDutch(a.name, b.name))
}

/** More sign-ups in an hour than this are a burst, which organisers are warned of. */
export const burstThreshold = 30

/** Returns the sessions with a burst of sign-ups in the hour before `now`. Sign-ups that await confirmation count too. */
export async function listRegistrationBursts(now: Date) {
  const [since, until] = [new Date(now.getTime() - 60 * 60 * 1000).toISOString(), now.toISOString()]
  return await db().$queryRaw<{ sessionId: string; title: string; count: number }[]>`
    SELECT s."id"::text AS "sessionId", s."title", count(*)::int AS "count" FROM (
      SELECT "sessionId" FROM "Registration"
      WHERE "createdAt" BETWEEN ${since}::timestamptz AND ${until}::timestamptz
      UNION ALL
      SELECT r."sessionId" FROM "PendingRegistration" AS p JOIN "Registration" AS r ON r."id" = p."registrationId"
      WHERE p."createdAt" BETWEEN ${since}::timestamptz AND ${until}::timestamptz
    ) AS recent JOIN "Session" AS s ON s."id" = recent."sessionId"
    GROUP BY s."id" HAVING count(*) > ${burstThreshold} ORDER BY count(*) DESC`
}
