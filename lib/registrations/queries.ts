import { db } from '@/lib/db/client'
import { attending, personalFields } from '@/lib/db/scopes'
import { listMunicipalityOptions, workplaceName } from '@/lib/municipalities/queries'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { normalizeEmail, type Seats } from './rules'
import type { RegistrationSearch } from './schema'
import { findRegistrations } from './search'
import { countSeats } from './waitlist/seats'

export const registrationsPerPage = 50

/**
 * One page of the sign-ups to a kennissessie (its id, a UUID) that are asked for; pages count from 1. A page beyond the last
 * gives the last.
 */
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
  cancelledAt: true,
  waitlistedAt: true,
  offerExpiresAt: true,
} as const

/** How the places of a kennissessie stand at this moment; null when there is no limit. */
export async function getSeats({ id, capacity }: { id: string; capacity: number | null }): Promise<Seats | null> {
  return capacity === null ? null : await countSeatsNow(id)
}

/** The same for the desk, which also tells of who waits when there is no limit any more. Throws when there is no such session. */
export const countSeatsNow = (sessionId: string): Promise<Seats> => countSeats(db(), sessionId)

/** The gemeenten of everybody who ever signed up for a kennissessie (its id, a UUID), as a choice: code and name. */
export async function listRegisteredMunicipalities(sessionId: string): Promise<{ value: string; label: string }[]> {
  const found = await db().registration.findMany({
    where: { sessionId, municipalityCode: { not: null } },
    distinct: ['municipalityCode'],
    select: { municipalityCode: true, organisation: true },
  })
  const codes = new Set(found.map(({ municipalityCode }) => municipalityCode))
  return listMunicipalityOptions().filter(({ value }) => codes.has(value))
}

export type RegistrationCounts = { registrations: number; inTime: number; later: number; waiting: number }

/**
 * How many have a place in each kennissessie, by its id, and how many of their questions were in time; and how many wait, also
 * those whom a place is offered.
 */
export async function listRegistrationCounts(): Promise<Map<string, RegistrationCounts>> {
  const rows = await db().$queryRaw<(RegistrationCounts & { sessionId: string })[]>`
    SELECT "sessionId", count(*) FILTER (WHERE "waitlistedAt" IS NULL)::int AS "registrations",
      count(*) FILTER (WHERE "waitlistedAt" IS NULL AND "askedBeforeDeadline")::int AS "inTime",
      count(*) FILTER (WHERE "waitlistedAt" IS NULL AND NOT "askedBeforeDeadline")::int AS "later",
      count(*) FILTER (WHERE "waitlistedAt" IS NOT NULL)::int AS "waiting"
    FROM "Registration" WHERE "cancelledAt" IS NULL GROUP BY "sessionId"`
  return new Map(rows.map(({ sessionId, ...counts }) => [sessionId, counts]))
}

/** What the page behind a personal link tells; null when the link is not ours or no longer works. Holds no way in. */
export async function getParticipation(token: string) {
  const owner = verifyPersonalToken('take-part', token)
  const found = owner && (await db().registration.findFirst({ where: owner, select: participationSelect }))
  if (!found) return null
  const { releases, ...session } = found.session
  const { cancelledAt, waitlistedAt } = found
  return { cancelledAt, waitlistedAt, session, agenda: releases[0]?.agenda ?? null }
}

const participationSelect = {
  cancelledAt: true,
  waitlistedAt: true,
  session: {
    select: {
      slug: true,
      title: true,
      startsAt: true,
      endsAt: true,
      cancelledAt: true,
      cancelReason: true,
      contactName: true,
      contactEmail: true,
      releases: { orderBy: { number: 'desc' }, take: 1, select: { agenda: true } },
    },
  },
} as const

/** What the page tells on which somebody takes a place; null when the link is not ours or no longer works. */
export async function getOffer(token: string) {
  const owner = verifyPersonalToken('take-place', token)
  return owner && (await db().registration.findFirst({ where: owner, select: offerSelect }))
}

const offerSelect = {
  cancelledAt: true,
  waitlistedAt: true,
  offerExpiresAt: true,
  session: {
    select: {
      slug: true,
      title: true,
      startsAt: true,
      endsAt: true,
      questionDeadlineAt: true,
      registrationOpensAt: true,
      registrationClosesAt: true,
      cancelledAt: true,
      contactName: true,
      contactEmail: true,
    },
  },
} as const

/** All that somebody filled in; null when this kennissessie has no such sign-up. Ids are UUIDs. */
export async function getRegistration(sessionId: string, id: string) {
  const found = await db().registration.findFirst({
    where: { id, sessionId },
    select: {
      id: true,
      ...personalFields,
      askedBeforeDeadline: true,
      createdAt: true,
      cancelledAt: true,
      waitlistedAt: true,
      offerExpiresAt: true,
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
    answers: found.answers.map(({ id, text, question }) => ({
      id,
      questionId: question.id,
      question: question.label,
      isAgendaQuestion: question.isAgendaQuestion,
      text,
    })),
  }
}

export type RegistrationView = NonNullable<Awaited<ReturnType<typeof getRegistration>>>

/** Whose sign-up has this address, whatever its case and spaces; null when nobody's. */
export function findByEmail(sessionId: string, email: string): Promise<{ id: string; name: string } | null> {
  return db().registration.findFirst({
    where: { sessionId, normalizedEmail: normalizeEmail(email) },
    select: { id: true, name: true },
  })
}

export type Colleague = { id: string; name: string; role: string }

/** Who else has a place from the gemeente, or the other organisation, of this sign-up: colleagues, by name. */
export async function listColleagues(sessionId: string, registration: RegistrationView): Promise<Colleague[]> {
  const sameWorkplace = registration.municipalityCode
    ? { municipalityCode: registration.municipalityCode }
    : { organisation: { equals: registration.organisation ?? '', mode: 'insensitive' as const } }
  const found = await db().registration.findMany({
    where: { sessionId, ...attending, id: { not: registration.id }, ...sameWorkplace },
    select: { id: true, name: true, role: true },
  })
  const dutch = new Intl.Collator('nl', { numeric: true })
  return found.toSorted((a, b) => dutch.compare(a.name, b.name))
}
