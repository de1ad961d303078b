import { getAgendaQuestion } from '@/lib/triage/queries'
import type { TriageInput } from '@/lib/triage/schema'

export const october = new Date('2022-10-01T08:00:00Z')
export const afterwards = new Date('2022-11-09T08:00:00Z')
export const unknownId = '00000000-0000-4000-8000-000000000000'

/** Returns the triage of a question as its form submits it. */
export async function currentDecision(sessionId: string, answerId: string) {
  const question = await getAgendaQuestion(sessionId, answerId)
  if (!question) throw new Error(`question ${answerId} not found`)
  const { state, theme, owner, note, version } = question
  return {
    sessionId,
    answerId,
    version,
    state,
    theme: theme?.name ?? '',
    ownerId: owner?.id ?? null,
    note,
  } satisfies TriageInput & { sessionId: string; answerId: string; version: number }
}
