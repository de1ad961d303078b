import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Prisma, Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import type { RoundRefusal } from './schema'

/**
 * Holds the vragenronde of a session until the transaction ends, so that its changes go one after another. Signing up does
 * not wait for it. Null when there is no such session.
 */
export async function lockRound(tx: Transaction, sessionId: string) {
  await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  const found = await tx.session.findUnique({ where: { id: sessionId }, select: lockedFields })
  if (!found) return null
  const { triageRounds, ...session } = found
  return { ...session, closingId: triageRounds[0]?.id ?? null }
}

const lockedFields = {
  endsAt: true,
  cancelledAt: true,
  triageRounds: { where: { reopenedAt: null }, select: { id: true } },
} as const

/** The same for a change of the round itself: says why there can be none, or null when there can. */
export async function lockOpenRound(tx: Transaction, sessionId: string): Promise<RoundRefusal | null> {
  const round = await lockRound(tx, sessionId)
  if (!round) return 'unknown-session'
  return round.closingId ? 'round-closed' : null
}

/**
 * An answer to the question of this session that asks what people want treated; null when there is none with this id, or
 * who gave it waits for a place.
 */
export async function findAgendaQuestion(tx: Transaction, sessionId: string, answerId: string) {
  const found = await tx.answer.findFirst({
    where: { id: answerId, question: { sessionId, isAgendaQuestion: true }, registration: { waitlistedAt: null } },
    select: {
      id: true,
      registrationId: true,
      registration: { select: { contactWish: true, cancelledAt: true, erasedAt: true } },
      triage: { include: { theme: { select: { normalizedName: true } } } },
      _count: { select: { requests: true } },
    },
  })
  if (!found) return null
  const { triage, _count, ...answer } = found
  return { ...answer, triage, requests: _count.requests, version: triage?.version ?? 0 }
}

export type AgendaQuestion = NonNullable<Awaited<ReturnType<typeof findAgendaQuestion>>>

/** Writes what organisers made of a question. With another theme it comes last there. The caller holds the round. */
export async function saveTriage(
  tx: Transaction,
  { sessionId, id, triage, version }: AgendaQuestion & { sessionId: string },
  change: Omit<Prisma.TriageUncheckedUpdateInput, 'themeId'> & { themeId?: string | null },
): Promise<void> {
  const themeId = change.themeId === undefined ? (triage?.themeId ?? null) : change.themeId
  const keepsTheme = triage && triage.themeId === themeId
  const position = keepsTheme ? triage.position : await nextPosition(tx, sessionId, themeId)
  const data = { ...change, themeId, position, version: version + 1 }
  if (triage) await tx.triage.update({ where: { answerId: id }, data })
  else await tx.triage.create({ data: { ...data, answerId: id } as Prisma.TriageUncheckedCreateInput })
}

/** The place behind all others of a theme, or of those without one. */
export async function nextPosition(tx: Transaction, sessionId: string, themeId: string | null): Promise<number> {
  const where = { themeId, answer: { question: { sessionId } } }
  const { _max } = await tx.triage.aggregate({ where, _max: { position: true } })
  return (_max.position ?? 0) + 1
}

/** Writes in the trail what an organiser did to a question; never what was written. */
export function auditAgendaQuestion(tx: Transaction, action: AuditAction, id: string, actor: Actor) {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'answer', subjectId: id })
}

/** The same for what is done to the vragenronde of a whole session. */
export function auditRound(tx: Transaction, action: AuditAction, sessionId: string, actor: Actor) {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'session', subjectId: sessionId })
}
