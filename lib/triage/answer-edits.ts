import type { Transaction } from '@/lib/db/client'

/**
 * Records in the triage that an answer was edited. Raises the version, so that a decision about the old text is refused.
 * Keeps the text at the last decision while it differs.
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
