import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'

/**
 * Who changes an answer: an organiser, or the participant in time or later. After the question deadline what stood there in
 * time is kept beside it, for that is what was promised to be treated; who asks only then, asks nothing in time.
 */
export type AnswerEditKind = 'by-organiser' | 'before-deadline' | 'after-deadline'

type AnswerUpdate = { registrationId: string; answers: Record<string, string>; editKind: AnswerEditKind }

/**
 * Writes these answers over those that stand, which keep their rows: what organisers decided in the vragenronde hangs on
 * them. An answer that says nothing any more goes.
 */
export async function updateAnswers(tx: Transaction, { registrationId, answers, editKind }: AnswerUpdate) {
  for (const [questionId, text] of Object.entries(answers)) {
    const existing = await tx.answer.findUnique({
      where: { registrationId_questionId: { registrationId, questionId } },
      select: { id: true, text: true, textAtDeadline: true, triage: { select: { textAtDecision: true } } },
    })
    if (!text) await tx.answer.deleteMany({ where: { registrationId, questionId } })
    else if (!existing) {
      await tx.answer.create({ data: { id: randomUUID(), registrationId, questionId, text } })
      if (editKind === 'after-deadline') await markAskedAfterDeadline(tx, { registrationId, questionId })
    } else if (existing.text !== text) {
      const textAtDeadline = textAtDeadlineAfter(existing, text, editKind)
      await tx.answer.update({ where: { id: existing.id }, data: { text, textAtDeadline } })
      if (existing.triage)
        await recordAnswerEditInTriage(tx, { ...existing, textAtDecision: existing.triage.textAtDecision }, text)
    }
  }
}

/** What stood there in time once the answer is `text`; null when that is what stands there. */
function textAtDeadlineAfter(
  existing: { text: string; textAtDeadline: string | null },
  text: string,
  editKind: AnswerEditKind,
) {
  if (editKind === 'before-deadline') return null
  const atDeadline =
    editKind === 'after-deadline' ? (existing.textAtDeadline ?? existing.text) : existing.textAtDeadline
  return atDeadline === text ? null : atDeadline
}

async function markAskedAfterDeadline(
  tx: Transaction,
  { registrationId: id, questionId }: { registrationId: string; questionId: string },
) {
  const withAgendaQuestion = { some: { questionId, question: { isAgendaQuestion: true } } }
  await tx.registration.updateMany({ where: { id, answers: withAgendaQuestion }, data: { askedBeforeDeadline: false } })
}

/** Whoever is deciding about it has read another question; and whoever decided is shown what it was then. */
async function recordAnswerEditInTriage(
  tx: Transaction,
  answer: { id: string; text: string; textAtDecision: string | null },
  text: string,
) {
  const decidedText = answer.textAtDecision ?? answer.text
  await tx.triage.update({
    where: { answerId: answer.id },
    data: { version: { increment: 1 }, textAtDecision: decidedText === text ? null : decidedText },
  })
}
