import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Prisma, Transaction } from '@/lib/db/client'
import type { AgendaQuestion } from './agenda-questions'

/** Saves the triage of a question, and moves it to the end of a new theme. The caller must lock the triage round. */
export async function saveTriage(
  tx: Transaction,
  { sessionId, id, triage }: AgendaQuestion,
  change: Omit<Partial<Prisma.TriageUncheckedCreateInput>, 'answerId' | 'position' | 'version'>,
): Promise<void> {
  const themeId = change.themeId === undefined ? triage.themeId : change.themeId
  const keptPosition = triage.themeId === themeId ? triage.position : null
  const position = keptPosition ?? (await nextPosition(tx, sessionId, themeId))
  const data = { ...change, themeId, position, version: triage.version + 1 }
  await tx.triage.upsert({ where: { answerId: id }, create: { ...data, answerId: id }, update: data })
}

/** Returns the position after the last question of a theme. A `themeId` of `null` means the questions without a theme. */
export async function nextPosition(tx: Transaction, sessionId: string, themeId: string | null): Promise<number> {
  const where = { themeId, answer: { question: { sessionId } } }
  const { _max } = await tx.triage.aggregate({ where, _max: { position: true } })
  return (_max.position ?? 0) + 1
}

/**
 * Records that the asker changed the text of an agenda question. Increments the version of the triage, so that a decision
 * about the old text is refused. Keeps the text at the last decision until the asker restores that text.
 */
export async function recordAnswerEdit(
  tx: Transaction,
  { answerId, before, after }: { answerId: string; before: string; after: string },
): Promise<void> {
  const triage = await tx.triage.findUnique({ where: { answerId }, select: { textAtDecision: true } })
  if (!triage) return
  const textAtDecision = triage.textAtDecision ?? before
  await tx.triage.update({
    where: { answerId },
    data: { version: { increment: 1 }, textAtDecision: textAtDecision === after ? null : textAtDecision },
  })
}

export const auditAgendaQuestion = (tx: Transaction, action: AuditAction, answerId: string, actor: Actor) =>
  auditAsOrganiser(tx, actor, { action, subjectType: 'answer', subjectId: answerId })
