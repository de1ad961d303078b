import { db, Prisma } from '@/lib/db/client'
import { attending, personalFields } from '@/lib/db/scopes'
import { listMunicipalityOptions, workplaceName } from '@/lib/municipalities/queries'
import { normalizeEmail } from '@/lib/platform/email-address'
import { compareDutch } from '@/lib/platform/text'
import { flattenAnswer } from './answers'
import type { RegistrationSearch } from './schema'
import { findRegistrations } from './search'
import { statusColumns, statusSql } from './status'
import type { Seats } from './waitlist/rules'
import { countSeats } from './waitlist/seats'

const registrationsPerPage = 50

/** Returns one page of the registrations that match a search. Pages count from 1; a page beyond the last gives the last. */
export async function listRegistrations(sessionId: string, search: RegistrationSearch, page: number) {
  const found = await findRegistrations(sessionId, search)
  const pages = Math.max(1, Math.ceil(found.length / registrationsPerPage))
  const current = Math.min(Math.max(1, page), pages)
  const ids = found.slice((current - 1) * registrationsPerPage, current * registrationsPerPage)
  const rows = await db().registration.findMany({ where: { id: { in: ids } }, select: listSelect })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const inOrder = ids.flatMap((id) => byId.get(id) ?? [])
  return {
    total: found.length,
    page: current,
    pages,
    rows: inOrder.map((row) => ({ ...row, workplace: workplaceName(row) })),
  }
}

const listSelect = {
  id: true,
  name: true,
  municipalityCode: true,
  organisation: true,
  role: true,
  contactWish: true,
  askedBeforeDeadline: true,
  createdAt: true,
  ...statusColumns,
} as const

/** Returns the seats of a session, or `null` when it has no limit. */
export async function getSeats({ id, capacity }: { id: string; capacity: number | null }): Promise<Seats | null> {
  return capacity === null ? null : await countSeatsNow(id)
}

/** Returns the seats of a session, also without a limit: participants may be waitlisted since before it was removed. */
export const countSeatsNow = (sessionId: string): Promise<Seats> => countSeats(db(), sessionId)

/** Returns the municipalities of all registrations for a session, also cancelled ones. */
export async function listRegisteredMunicipalities(sessionId: string): Promise<{ value: string; label: string }[]> {
  const found = await db().registration.findMany({
    where: { sessionId, municipalityCode: { not: null } },
    distinct: ['municipalityCode'],
    select: { municipalityCode: true, organisation: true },
  })
  const codes = new Set(found.map(({ municipalityCode }) => municipalityCode))
  return listMunicipalityOptions().filter(({ value }) => codes.has(value))
}

type RegistrationCounts = { registrations: number; inTime: number; later: number; waiting: number }

/**
 * Counts registrations by session id. `registrations` have a seat; `inTime` and `later` divide them at the question
 * deadline. `waiting` have none, whether or not a seat is offered to them.
 */
export async function listRegistrationCounts(): Promise<Map<string, RegistrationCounts>> {
  const hasSeat = Prisma.raw(`${statusSql} = 'signed-up'`)
  const rows = await db().$queryRaw<(RegistrationCounts & { sessionId: string })[]>`
    SELECT "sessionId", count(*) FILTER (WHERE ${hasSeat})::int AS "registrations",
      count(*) FILTER (WHERE ${hasSeat} AND "askedBeforeDeadline")::int AS "inTime",
      count(*) FILTER (WHERE ${hasSeat} AND NOT "askedBeforeDeadline")::int AS "later",
      count(*) FILTER (WHERE NOT ${hasSeat})::int AS "waiting"
    FROM "Registration" AS r WHERE "cancelledAt" IS NULL GROUP BY "sessionId"`
  return new Map(rows.map(({ sessionId, ...counts }) => [sessionId, counts]))
}

/** Returns a complete registration for organisers, or `null` when the session has no such registration. */
export async function getRegistration(sessionId: string, id: string) {
  const found = await db().registration.findFirst({
    where: { id, sessionId },
    select: {
      id: true,
      ...personalFields,
      askedBeforeDeadline: true,
      createdAt: true,
      ...statusColumns,
      tookPartAt: true,
      erasedAt: true,
      version: true,
      transferredTo: { select: { id: true, name: true, erasedAt: true } },
      transferredFrom: { orderBy: { cancelledAt: 'asc' }, select: { id: true, name: true } },
      answers: {
        orderBy: { question: { position: 'asc' } },
        select: { id: true, text: true, question: { select: { id: true, label: true, isAgendaQuestion: true } } },
      },
      notes: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  })
  if (!found) return null
  return {
    ...found,
    workplace: workplaceName(found),
    answers: found.answers.map(flattenAnswer),
  }
}

type RegistrationView = NonNullable<Awaited<ReturnType<typeof getRegistration>>>

/** Returns the registration for a session with this email address, or `null`. */
export function findByEmail(sessionId: string, email: string): Promise<{ id: string; name: string } | null> {
  return db().registration.findFirst({
    where: { sessionId, normalizedEmail: normalizeEmail(email) },
    select: { id: true, name: true },
  })
}

type Colleague = { id: string; name: string; role: string }

/** Returns the other participants with a seat from the same municipality or organisation, by name. */
export async function listColleagues(sessionId: string, registration: RegistrationView): Promise<Colleague[]> {
  const { id, municipalityCode, organisation } = registration
  const sameWorkplace = municipalityCode
    ? { municipalityCode }
    : { organisation: { equals: organisation ?? '', mode: 'insensitive' as const } }
  const found = await db().registration.findMany({
    where: { sessionId, ...attending, id: { not: id }, ...sameWorkplace },
    select: { id: true, name: true, role: true },
  })
  return found.toSorted((a, b) => compareDutch(a.name, b.name))
}
