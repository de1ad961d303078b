import { workplaceName } from '@/lib/municipalities/queries'
import type { MessageDetails } from '@/lib/outbox/message-details'
import type { Participant } from './participant-data'

/** The participant's answer to the agenda question; `undefined` without one. */
export const findAgendaAnswer = ({ answers }: Participant) => answers.find(({ question }) => question.isAgendaQuestion)

/** Name of the colleague who transferred the registration; `null` when the mail is not about a transfer. */
export function transferorName(
  { transferredFrom: [transferor] }: Participant,
  { isTransfer = false }: MessageDetails,
): string | null {
  if (!isTransfer) return null
  return transferor && !transferor.erasedAt ? transferor.name : 'Een collega'
}

/** Everything the participant filled in. */
export const registrationDetails = (participant: Participant) => ({
  ...participant,
  workplace: {
    label: participant.municipalityCode ? ('Gemeente' as const) : ('Organisatie' as const),
    name: workplaceName(participant),
  },
  answers: participant.answers.map(({ question, text }) => ({ question: question.label, text })),
})

/** Whether the participant's agenda question was in before the deadline. */
export function questionStatus(participant: Participant) {
  const agendaAnswer = findAgendaAnswer(participant)
  return {
    hasQuestion: agendaAnswer !== undefined,
    askedBeforeDeadline: participant.askedBeforeDeadline,
    textAtDeadline: agendaAnswer?.textAtDeadline ?? null,
  }
}
