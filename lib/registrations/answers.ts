import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { recordAnswerEdit } from '@/lib/triage/save-triage'

/** Texts of answers by question id. */
type Answers = Record<string, string>

export const answersByQuestion = ({ answers }: { answers: { questionId: string; text: string }[] }): Answers =>
  Object.fromEntries(answers.map(({ questionId, text }) => [questionId, text]))

/** Prisma `include` value for the answers of a registration with their questions, in the order of the form. */
export const answersInFormOrder = {
  orderBy: { question: { position: 'asc' } },
  include: { question: { select: { label: true, isAgendaQuestion: true } } },
} as const

/** Inserts the answers of a new registration, except empty ones. */
export async function insertAnswers(tx: Transaction, registrationId: string, answers: Answers): Promise<void> {
  const nonEmpty = Object.entries(answers).filter(([, text]) => text)
  await tx.answer.createMany({
    data: nonEmpty.map(([questionId, text]) => ({ id: randomUUID(), registrationId, questionId, text })),
  })
}

/**
 * Who edited an answer, and when. `after-deadline`: the participant, after the question deadline. The promise to discuss
 * covers the text at the deadline, which is kept beside the new text. `before-deadline`: the participant, before the
 * question deadline or without a promise.
 */
export type AnswerEditKind = 'by-organiser' | 'before-deadline' | 'after-deadline'

type AnswerUpdate = { registrationId: string; answers: Answers; editKind: AnswerEditKind }

/** Updates a registration's answers in place, because triage decisions refer to the rows. Deletes emptied answers. */
export async function updateAnswers(tx: Transaction, { registrationId, answers, editKind }: AnswerUpdate) {
  const isLate = editKind === 'after-deadline'
  for (const [questionId, text] of Object.entries(answers)) {
    const existing = await tx.answer.findUnique({
      where: { registrationId_questionId: { registrationId, questionId } },
      select: { id: true, text: true, textAtDeadline: true },
    })
    if (!text) await tx.answer.deleteMany({ where: { registrationId, questionId } })
    else if (!existing) {
      await tx.answer.create({ data: { id: randomUUID(), registrationId, questionId, text } })
      if (isLate) await withdrawGuarantee(tx, registrationId, questionId)
    } else if (existing.text !== text) {
      const guaranteedText = existing.textAtDeadline ?? (isLate ? existing.text : null)
      // `null` means that the text at the deadline equals the answer.
      const textAtDeadline = editKind === 'before-deadline' || guaranteedText === text ? null : guaranteedText
      await tx.answer.update({ where: { id: existing.id }, data: { text, textAtDeadline } })
      await recordAnswerEdit(tx, { answerId: existing.id, before: existing.text, after: text })
    }
  }
}

/**
 * Ends the promise to discuss the agenda question, because it was first answered after the question deadline. Does nothing
 * when `questionId` is another question.
 */
async function withdrawGuarantee(tx: Transaction, id: string, questionId: string): Promise<void> {
  const hasAgendaAnswer = { some: { questionId, question: { isAgendaQuestion: true } } }
  await tx.registration.updateMany({ where: { id, answers: hasAgendaAnswer }, data: { askedBeforeDeadline: false } })
}
