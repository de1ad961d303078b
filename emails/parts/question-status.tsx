import { TextSection } from './blocks'
import type { ParticipantMail } from './participant-mail'

const late = 'Je vraag kwam na de vragentermijn. We behandelen hem als dat lukt, maar beloven kunnen we het niet.'
const changedLateOnWaitlist =
  'Je veranderde je vraag na de vragentermijn. Krijg je een plek, dan komt wat je op tijd vroeg zeker aan bod. De nieuwe vraag behandelen we als dat lukt.'

const copy = {
  seat: {
    guarantee: 'Die komt dus zeker aan bod.',
    changedLate:
      'Je veranderde je vraag na de vragentermijn. Wat je op tijd vroeg, komt zeker aan bod. De nieuwe vraag behandelen we als dat lukt, maar beloven kunnen we het niet.',
    late,
  },
  waitlist: {
    guarantee: 'Krijg je een plek, dan komt die zeker aan bod.',
    changedLate: changedLateOnWaitlist,
    late,
  },
  /** Texts about the agenda question in the mail that first tells a participant of the waitlist. */
  newOnWaitlist: {
    guarantee: 'Krijg je een plek, dan komt hij zeker aan bod.',
    changedLate: changedLateOnWaitlist,
    late: 'Je vraag kwam na de vragentermijn. Krijg je een plek, dan behandelen we hem als dat lukt.',
  },
} as const

type QuestionStatus = Pick<ParticipantMail, 'agendaQuestion' | 'askedBeforeDeadline'>

/**
 * Returns Dutch text on whether the agenda question will be discussed. `situation` is the status of the recipient. `verb`
 * is the verb in "Je … op tijd met je vraag": `was` when an earlier registration has the question.
 */
export function questionStatusText(
  { agendaQuestion, askedBeforeDeadline }: QuestionStatus,
  situation: keyof typeof copy,
  verb: 'bent' | 'was' = 'bent',
): string {
  const { guarantee, changedLate, late } = copy[situation]
  if (!askedBeforeDeadline) return late
  return agendaQuestion?.textAtDeadline ? changedLate : `Je ${verb} op tijd met je vraag. ${guarantee}`
}

export const QuestionStatusSection = ({ mail, situation }: { mail: QuestionStatus; situation: keyof typeof copy }) =>
  mail.agendaQuestion ? <TextSection heading="Je vraag">{questionStatusText(mail, situation)}</TextSection> : null
