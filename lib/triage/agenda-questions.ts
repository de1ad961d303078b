import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { type Result, refuse } from '@/lib/platform/result'
import { lockOpenRound } from './locks'
import type { RoundRefusal } from './schema'

/** Matches an answer (id, a UUID) to the agenda question of this session. Waitlisted registrations have none. */
export const agendaQuestionWhere = (sessionId: string, answerId: string) => ({
  id: answerId,
  question: { sessionId, isAgendaQuestion: true },
  registration: { waitlistedAt: null },
})

/** Returns an agenda question with its triage; version 0 means untouched. Returns `null` when there is none. */
export async function findAgendaQuestion(tx: Transaction, sessionId: string, answerId: string) {
  const found = await tx.answer.findFirst({
    where: agendaQuestionWhere(sessionId, answerId),
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
  return { ...answer, sessionId, triage, requests: _count.requests, version: triage?.version ?? 0 }
}

export type AgendaQuestion = NonNullable<Awaited<ReturnType<typeof findAgendaQuestion>>>

type Change<Reason extends string> = (tx: Transaction, question: AgendaQuestion) => Promise<Result<null, Reason>>

/** Runs a change of one agenda question in a transaction that holds the lock of its open round. */
export function changeAgendaQuestion<Reason extends string>(
  { sessionId, answerId }: { sessionId: string; answerId: string },
  change: Change<Reason>,
) {
  return db().$transaction(
    async (tx): Promise<Result<null, Reason | RoundRefusal | 'unknown-question' | 'asker-cancelled'>> => {
      const refusal = await lockOpenRound(tx, sessionId)
      if (refusal) return refuse(refusal)
      const question = await findAgendaQuestion(tx, sessionId, answerId)
      if (!question) return refuse('unknown-question')
      return question.registration.cancelledAt ? refuse('asker-cancelled') : await change(tx, question)
    },
  )
}

/** Saves the triage of a question; with another theme it goes to the end of that theme. The caller holds the round lock. */
export async function saveTriage(
  tx: Transaction,
  { sessionId, id, triage, version }: AgendaQuestion,
  change: Omit<Prisma.TriageUncheckedUpdateInput, 'themeId'> & { themeId?: string | null },
): Promise<void> {
  const themeId = change.themeId === undefined ? (triage?.themeId ?? null) : change.themeId
  const keepsTheme = triage && triage.themeId === themeId
  const position = keepsTheme ? triage.position : await nextPosition(tx, sessionId, themeId)
  const data = { ...change, themeId, position, version: version + 1 }
  if (triage) await tx.triage.update({ where: { answerId: id }, data })
  else await tx.triage.create({ data: { ...data, answerId: id } as Prisma.TriageUncheckedCreateInput })
}

/** Returns the first free position in a theme, or among the questions without one. */
export async function nextPosition(tx: Transaction, sessionId: string, themeId: string | null): Promise<number> {
  const where = { themeId, answer: { question: { sessionId } } }
  const { _max } = await tx.triage.aggregate({ where, _max: { position: true } })
  return (_max.position ?? 0) + 1
}

export function auditAgendaQuestion(tx: Transaction, action: AuditAction, id: string, actor: Actor): Promise<void> {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'answer', subjectId: id })
}
