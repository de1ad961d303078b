import type { Transaction } from '@/lib/db/client'
import { type Result, refuse } from '@/lib/platform/result'
import { changeOpenRound } from './locks'
import type { QuestionKey } from './schema'

/** Returns a Prisma filter for an agenda question: an answer that says what to discuss. Excludes askers on the waitlist. */
export const agendaQuestionWhere = ({ sessionId, answerId }: QuestionKey) => ({
  id: answerId,
  question: { sessionId, isAgendaQuestion: true },
  registration: { waitlistedAt: null },
})

/** Triage (the organisers' decision) of an agenda question that no organiser has changed yet. */
export const untouchedTriage = {
  state: 'new',
  theme: null,
  themeId: null,
  position: null,
  owner: null,
  ownerId: null,
  note: '',
  clarification: '',
  resultText: '',
  textAtDecision: null,
  version: 0,
} as const

/** Returns an agenda question with its triage, or `null` when the key matches none or its asker is on the waitlist. */
export async function findAgendaQuestion(tx: Transaction, key: QuestionKey) {
  const found = await tx.answer.findFirst({
    where: agendaQuestionWhere(key),
    include: {
      registration: { select: { contactWish: true, cancelledAt: true, erasedAt: true } },
      triage: { include: { theme: { select: { normalizedName: true } } } },
      _count: { select: { requests: true } },
    },
  })
  return found && { ...found, sessionId: key.sessionId, triage: found.triage ?? untouchedTriage }
}

export type AgendaQuestion = NonNullable<Awaited<ReturnType<typeof findAgendaQuestion>>>

/**
 * Runs a change of one agenda question in a transaction that locks the session's triage round. Refuses with `round-closed`
 * when organisers closed the round, with `unknown-question`, or with `asker-cancelled` after the asker cancelled the
 * registration.
 */
export const changeAgendaQuestion = <Reason extends string>(
  key: QuestionKey,
  change: (tx: Transaction, question: AgendaQuestion) => Promise<Result<null, Reason>>,
) =>
  changeOpenRound(key.sessionId, async (tx): Promise<Result<null, Reason | 'unknown-question' | 'asker-cancelled'>> => {
    const question = await findAgendaQuestion(tx, key)
    if (!question) return refuse('unknown-question')
    return question.registration.cancelledAt ? refuse('asker-cancelled') : await change(tx, question)
  })
