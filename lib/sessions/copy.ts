import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'

const copiedFields = {
  capacity: true,
  notificationSettings: {
    select: {
      remindWeekBefore: true,
      remindDayBefore: true,
      remindHourBefore: true,
      remindOrganisers: true,
      followUpAudience: true,
    },
  },
  questions: {
    where: { retiredAt: null },
    orderBy: { position: 'asc' },
    select: { label: true, hint: true, required: true, isAgendaQuestion: true, kind: true, options: true },
  },
  templateOverrides: { select: { kind: true, subject: true, text: true } },
} as const

/** Reads what a copy takes over besides the session details. Returns `null` when the session does not exist. */
export function readCopySource(tx: Transaction, sessionId: string) {
  return tx.session.findUnique({ where: { id: sessionId }, select: copiedFields })
}

type CopySource = NonNullable<Awaited<ReturnType<typeof readCopySource>>>

/** Copies the active questions and the template overrides to a new session. */
export async function copyQuestionsAndTemplates(
  tx: Transaction,
  { questions, templateOverrides }: CopySource,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<void> {
  // A retired agenda question is not copied: the first free-text question replaces it.
  const agendaQuestion =
    questions.find(({ isAgendaQuestion }) => isAgendaQuestion) ?? questions.find(({ kind }) => kind === 'text')
  await tx.question.createMany({
    data: questions.map((question, index) => ({
      ...question,
      isAgendaQuestion: question === agendaQuestion,
      id: randomUUID(),
      sessionId,
      position: index + 1,
    })),
  })
  await tx.templateOverride.createMany({
    data: templateOverrides.map((override) => ({ ...override, sessionId, updatedAt: now })),
  })
}
