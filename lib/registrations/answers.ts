import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/platform/db'

/**
 * Who changes an answer: an organiser, or the participant in time or later. After the question deadline what stood there in
 * time is kept beside it, for that is what was promised to be treated; who asks only then, asks nothing in time.
 */
export type AnswerChange = 'by-organiser' | 'in-time' | 'later'

type Changed = { registrationId: string; answers: Record<string, string>; change: AnswerChange }

/**
 * Writes these answers over those that stand, which keep their rows: what organisers decided in the vragenronde hangs on
 * them. An answer that says nothing any more goes.
 */
export async function changeAnswers(tx: Transaction, { registrationId, answers, change }: Changed) {
  for (const [questionId, text] of Object.entries(answers)) {
    const standing = await tx.answer.findUnique({
      where: { registrationId_questionId: { registrationId, questionId } },
      select: { id: true, text: true, textInTime: true, triage: { select: { textBefore: true } } },
    })
    if (!text) await tx.answer.deleteMany({ where: { registrationId, questionId } })
    else if (!standing) {
      await tx.answer.create({ data: { id: randomUUID(), registrationId, questionId, text } })
      if (change === 'later') await noteAskedLater(tx, { registrationId, questionId })
    } else if (standing.text !== text) {
      const textInTime = inTimeAfter(standing, text, change)
      await tx.answer.update({ where: { id: standing.id }, data: { text, textInTime } })
      if (standing.triage) await tellTriage(tx, { ...standing, textBefore: standing.triage.textBefore }, text)
    }
  }
}

/** What stood there in time once the answer is `text`; null when that is what stands there. */
function inTimeAfter(standing: { text: string; textInTime: string | null }, text: string, change: AnswerChange) {
  if (change === 'in-time') return null
  const inTime = change === 'later' ? (standing.textInTime ?? standing.text) : standing.textInTime
  return inTime === text ? null : inTime
}

async function noteAskedLater(
  tx: Transaction,
  { registrationId: id, questionId }: { registrationId: string; questionId: string },
) {
  const asked = { some: { questionId, question: { isAsked: true } } }
  await tx.registration.updateMany({ where: { id, answers: asked }, data: { questionInTime: false } })
}

/** Whoever is deciding about it has read another question; and whoever decided is shown what it was then. */
async function tellTriage(
  tx: Transaction,
  standing: { id: string; text: string; textBefore: string | null },
  text: string,
) {
  const before = standing.textBefore ?? standing.text
  await tx.triage.update({
    where: { answerId: standing.id },
    data: { version: { increment: 1 }, textBefore: before === text ? null : before },
  })
}
