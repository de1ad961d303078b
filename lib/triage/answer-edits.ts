import type { Transaction } from '@/lib/db/client'

/**
 * Records in the triage that an answer was edited after a decision. Raises the version, so that an organiser who read
 * the old text cannot decide about the new one, and keeps the text at the decision while it differs.
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
