import { Paragraph, SectionHeading } from './blocks'

/** Whether and when the reader asked an agenda question. Without a question the mail says nothing about it. */
export type QuestionStatus = {
  hasQuestion: boolean
  askedBeforeDeadline: boolean
  /** The question as it was at the question deadline; `null` unless it changed afterwards. */
  textAtDeadline: string | null
}

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
  /** For the mail that tells of the waitlist for the first time. */
  newOnWaitlist: {
    guarantee: 'Krijg je een plek, dan komt hij zeker aan bod.',
    changedLate: changedLateOnWaitlist,
    late: 'Je vraag kwam na de vragentermijn. Krijg je een plek, dan behandelen we hem als dat lukt.',
  },
} as const

type Situation = keyof typeof copy

/** Says whether the question will be discussed. `verb` fits the sentence "Je … op tijd met je vraag". */
export function questionStatusText(
  { askedBeforeDeadline, textAtDeadline }: QuestionStatus,
  situation: Situation,
  verb: 'bent' | 'was' = 'bent',
): string {
  const { guarantee, changedLate, late } = copy[situation]
  if (!askedBeforeDeadline) return late
  return textAtDeadline ? changedLate : `Je ${verb} op tijd met je vraag. ${guarantee}`
}

export const QuestionStatusSection = ({ mail, situation }: { mail: QuestionStatus; situation: Situation }) =>
  mail.hasQuestion ? (
    <>
      <SectionHeading>Je vraag</SectionHeading>
      <Paragraph>{questionStatusText(mail, situation)}</Paragraph>
    </>
  ) : null
