import { getAgendaQuestion } from '@/lib/triage/queries'

/** The version of a question after a submission, for the form that stays; `sent` when the question is gone. */
export const latestVersion = async (sessionId: string, answerId: string, sent: string) =>
  String((await getAgendaQuestion(sessionId, answerId))?.version ?? sent)
