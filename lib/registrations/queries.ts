import { findMunicipality } from '@/lib/municipalities/queries'
import { municipalityLabel } from '@/lib/municipalities/rules'
import { db } from '@/lib/platform/db'

export const registrationsPerPage = 50

/**
 * One page of who signed up for a kennissessie (its id, a UUID), the latest first; pages count from 1. A page beyond the
 * last gives the last.
 */
export async function listRegistrations(sessionId: string, { page }: { page: number }) {
  const where = { sessionId, cancelledAt: null }
  const total = await db().registration.count({ where })
  const pages = Math.max(1, Math.ceil(total / registrationsPerPage))
  const current = Math.min(Math.max(1, page), pages)
  const rows = await db().registration.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    skip: (current - 1) * registrationsPerPage,
    take: registrationsPerPage,
    select: {
      id: true,
      name: true,
      municipalityCode: true,
      organisation: true,
      role: true,
      contactWish: true,
      questionInTime: true,
      createdAt: true,
    },
  })
  return { total, page: current, pages, rows: rows.map((row) => ({ ...row, place: placeOf(row) })) }
}

/** All that somebody filled in, with the mails about it; null when this kennissessie has no such sign-up. Ids are UUIDs. */
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
      answers: {
        orderBy: { question: { position: 'asc' } },
        select: { id: true, text: true, question: { select: { label: true } } },
      },
      messages: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: messageFields },
    },
  })
  if (!found) return null
  return {
    ...found,
    place: placeOf(found),
    answers: found.answers.map(({ id, text, question }) => ({ id, question: question.label, text })),
    messages: found.messages.map((message) => ({ id: message.id, kind: message.kind, ...messageState(message) })),
  }
}

const messageFields = {
  id: true,
  kind: true,
  dueAt: true,
  attempts: true,
  sentAt: true,
  failedAt: true,
  droppedAt: true,
} as const

type MessageMoments = {
  dueAt: Date
  attempts: number
  sentAt: Date | null
  failedAt: Date | null
  droppedAt: Date | null
}

/** What became of a mail and when; for one that still has to go `at` is the moment before which it is not tried. */
function messageState({ dueAt, attempts, sentAt, failedAt, droppedAt }: MessageMoments) {
  if (sentAt) return { state: 'sent', at: sentAt } as const
  if (failedAt) return { state: 'failed', at: failedAt } as const
  if (droppedAt) return { state: 'dropped', at: droppedAt } as const
  return { state: attempts > 0 ? 'retrying' : 'waiting', at: dueAt } as const
}

/** The gemeente, or the other organisation that somebody works for. */
function placeOf({ municipalityCode, organisation }: { municipalityCode: string | null; organisation: string | null }) {
  const municipality = municipalityCode ? findMunicipality(municipalityCode) : undefined
  return municipality ? municipalityLabel(municipality) : (organisation ?? municipalityCode ?? '')
}
