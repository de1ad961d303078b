import { listMunicipalityOptions, workplaceName } from '@/lib/municipalities/queries'
import { db } from '@/lib/platform/db'
import { readPersonalToken } from '@/lib/platform/personal-token'
import { emailKey } from './rules'
import type { RegistrationSearch } from './schema'
import { findRegistrations } from './search'

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
  const rows = await db().registration.findMany({ where: { id: { in: ids } }, select: listed })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const inOrder = ids.flatMap((id) => byId.get(id) ?? [])
  return {
    total: found.length,
    page: current,
    pages,
    rows: inOrder.map((row) => ({ ...row, place: workplaceName(row) })),
  }
}

const listed = {
  id: true,
  name: true,
  municipalityCode: true,
  organisation: true,
  role: true,
  contactWish: true,
  questionInTime: true,
  createdAt: true,
  cancelledAt: true,
} as const

/** The gemeenten of everybody who ever signed up for a kennissessie (its id, a UUID), as a choice: code and name. */
export async function listRegisteredPlaces(sessionId: string): Promise<{ value: string; label: string }[]> {
  const found = await db().registration.findMany({
    where: { sessionId, municipalityCode: { not: null } },
    distinct: ['municipalityCode'],
    select: { municipalityCode: true, organisation: true },
  })
  const codes = new Set(found.map(({ municipalityCode }) => municipalityCode))
  return listMunicipalityOptions().filter(({ value }) => codes.has(value))
}

export type RegistrationCounts = { registrations: number; inTime: number; later: number }

/** How many signed up for each kennissessie, by its id, and how many of their questions were in time. */
export async function listRegistrationCounts(): Promise<Map<string, RegistrationCounts>> {
  const groups = await db().registration.groupBy({
    by: ['sessionId', 'questionInTime'],
    where: { cancelledAt: null },
    _count: { _all: true },
  })
  const counts = new Map<string, RegistrationCounts>()
  for (const { sessionId, questionInTime, _count } of groups) {
    const { inTime, later } = counts.get(sessionId) ?? { inTime: 0, later: 0 }
    const now = questionInTime ? { inTime: _count._all, later } : { inTime, later: _count._all }
    counts.set(sessionId, { ...now, registrations: now.inTime + now.later })
  }
  return counts
}

/** What the page behind a personal link tells; null when the link is not ours or no longer works. Holds no way in. */
export async function getParticipation(token: string) {
  const owner = readPersonalToken('take-part', token)
  const found = owner && (await db().registration.findFirst({ where: owner, select: participation }))
  if (!found) return null
  const { releases, ...session } = found.session
  return { cancelledAt: found.cancelledAt, session, agenda: releases[0]?.agenda ?? null }
}

const participation = {
  cancelledAt: true,
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

/** All that somebody filled in; null when this kennissessie has no such sign-up. Ids are UUIDs. */
export async function getRegistration(sessionId: string, id: string) {
  const found = await db().registration.findFirst({
    where: { id, sessionId },
    select: {
      id: true,
      name: true,
      email: true,
      municipalityCode: true,
      organisation: true,
      role: true,
      contactWish: true,
      phone: true,
      needs: true,
      questionInTime: true,
      createdAt: true,
      cancelledAt: true,
      tookPartAt: true,
      version: true,
      answers: {
        orderBy: { question: { position: 'asc' } },
        select: { id: true, text: true, question: { select: { id: true, label: true, isAsked: true } } },
      },
      notes: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  })
  if (!found) return null
  return {
    ...found,
    place: workplaceName(found),
    answers: found.answers.map(({ id, text, question }) => ({
      id,
      questionId: question.id,
      question: question.label,
      isAsked: question.isAsked,
      text,
    })),
  }
}

export type RegistrationView = NonNullable<Awaited<ReturnType<typeof getRegistration>>>

/** Whose sign-up has this address, whatever its case and spaces; null when nobody's. */
export function findByAddress(sessionId: string, email: string): Promise<{ id: string; name: string } | null> {
  return db().registration.findFirst({
    where: { sessionId, emailKey: emailKey(email) },
    select: { id: true, name: true },
  })
}

export type Colleague = { id: string; name: string; role: string }

/** Who else is signed up from the gemeente, or the other organisation, of this sign-up: colleagues, by name. */
export async function listColleagues(sessionId: string, who: RegistrationView): Promise<Colleague[]> {
  const place = who.municipalityCode
    ? { municipalityCode: who.municipalityCode }
    : { organisation: { equals: who.organisation ?? '', mode: 'insensitive' as const } }
  const found = await db().registration.findMany({
    where: { sessionId, cancelledAt: null, id: { not: who.id }, ...place },
    select: { id: true, name: true, role: true },
  })
  const dutch = new Intl.Collator('nl', { numeric: true })
  return found.toSorted((one, other) => dutch.compare(one.name, other.name))
}
