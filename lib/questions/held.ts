import { auditBy, type By } from '@/lib/audit/commands'
import type { Prisma, Transaction } from '@/lib/platform/db'
import { holdRow } from '@/lib/platform/row-lock'
import type { RoundRefusal } from './schema'

/**
 * Holds the vragenronde of a session until the transaction ends, so that its changes go one after another. Signing up does
 * not wait for it. Null when there is no such session.
 */
export async function holdRound(tx: Transaction, sessionId: string) {
  await holdRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  const found = await tx.session.findUnique({ where: { id: sessionId }, select: held })
  if (!found) return null
  const { closings, ...session } = found
  return { ...session, closingId: closings[0]?.id ?? null }
}

const held = {
  endsAt: true,
  cancelledAt: true,
  closings: { where: { reopenedAt: null }, select: { id: true } },
} as const

/** The same for a change of the round itself: says why there can be none, or null when there can. */
export async function holdOpenRound(tx: Transaction, sessionId: string): Promise<RoundRefusal | null> {
  const round = await holdRound(tx, sessionId)
  if (!round) return 'unknown-session'
  return round.closingId ? 'round-closed' : null
}

/**
 * An answer to the question of this session that asks what people want treated; null when there is none with this id, or
 * who gave it waits for a place.
 */
export async function findAsked(tx: Transaction, sessionId: string, answerId: string) {
  const found = await tx.answer.findFirst({
    where: { id: answerId, question: { sessionId, isAsked: true }, registration: { waitingSince: null } },
    select: {
      id: true,
      registrationId: true,
      registration: { select: { contactWish: true, cancelledAt: true, erasedAt: true } },
      triage: { include: { theme: { select: { nameKey: true } } } },
      _count: { select: { requests: true } },
    },
  })
  if (!found) return null
  const { triage, _count, ...answer } = found
  return { ...answer, triage, requests: _count.requests, version: triage?.version ?? 0 }
}

export type AskedAnswer = NonNullable<Awaited<ReturnType<typeof findAsked>>>

/** Writes what organisers made of a question. With another theme it comes last there. The caller holds the round. */
export async function writeTriage(
  tx: Transaction,
  { sessionId, id, triage, version }: AskedAnswer & { sessionId: string },
  change: Omit<Prisma.TriageUncheckedUpdateInput, 'themeId'> & { themeId?: string | null },
): Promise<void> {
  const themeId = change.themeId === undefined ? (triage?.themeId ?? null) : change.themeId
  const stays = triage && triage.themeId === themeId
  const position = stays ? triage.position : await lastPosition(tx, sessionId, themeId)
  const data = { ...change, themeId, position, version: version + 1 }
  if (triage) await tx.triage.update({ where: { answerId: id }, data })
  else await tx.triage.create({ data: { ...data, answerId: id } as Prisma.TriageUncheckedCreateInput })
}

/** The place behind all others of a theme, or of those without one. */
export async function lastPosition(tx: Transaction, sessionId: string, themeId: string | null): Promise<number> {
  const where = { themeId, answer: { question: { sessionId } } }
  const { _max } = await tx.triage.aggregate({ where, _max: { position: true } })
  return (_max.position ?? 0) + 1
}

/** Writes in the trail what an organiser did to a question; never what was written. */
export function auditAnswer(tx: Transaction, action: string, id: string, by: By) {
  return auditBy(tx, by, { action, subjectType: 'answer', subjectId: id })
}

/** The same for what is done to the vragenronde of a whole session. */
export function auditRound(tx: Transaction, action: string, sessionId: string, by: By) {
  return auditBy(tx, by, { action, subjectType: 'session', subjectId: sessionId })
}
