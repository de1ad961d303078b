import type { AskRefusal, QuestionFilter, TriageState } from './schema'
import { triageStates } from './schema'

/** What of a question decides where it stands in a list. */
export type Standing = {
  state: TriageState
  /** It came before the question deadline, and so it was promised that it will be treated. */
  inTime: boolean
  themeId: string | null
  ownerId: string | null
}

/** A question in one of these is treated in the session, and stands in the programme. */
export const programmeStates: readonly TriageState[] = ['chosen', 'answered']

/** Whether it was promised that this question will be treated, and nothing is done about it yet. */
export function isOpenPromise({ inTime, state }: Pick<Standing, 'inTime' | 'state'>): boolean {
  return inTime && !programmeStates.includes(state)
}

/** Whether nobody has decided about this question yet. */
export function isUndecided({ state }: Pick<Standing, 'state'>): boolean {
  return ['fresh', 'awaiting', 'clarified'].includes(state)
}

/** The open promises first, for the rest the order that was given. */
export function openPromisesFirst<Question extends Standing>(questions: Question[]): Question[] {
  return [...questions.filter(isOpenPromise), ...questions.filter((question) => !isOpenPromise(question))]
}

/** Whether a list with this filter shows the question. */
export function isShown(question: Standing, { state, theme, owner, inTime }: QuestionFilter): boolean {
  return (
    (state === null || question.state === state) &&
    (theme === null || (question.themeId ?? 'none') === theme) &&
    (owner === null || (question.ownerId ?? 'none') === owner) &&
    (inTime === null || question.inTime === (inTime === 'yes'))
  )
}

/** The question to go on to after this one, of those that were shown: the one behind it, or null after the last. */
export function nextAfter(ids: string[], id: string): string | null {
  const here = ids.indexOf(id)
  return ids[here + 1] ?? null
}

export type RoundCounts = { total: number; inTime: number; openPromises: number; states: Record<TriageState, number> }

/** How many questions there are, and how many in each state. */
export function countRound(questions: Standing[]): RoundCounts {
  const inState = (state: TriageState) => questions.filter((question) => question.state === state).length
  return {
    total: questions.length,
    inTime: questions.filter(({ inTime }) => inTime).length,
    openPromises: questions.filter(isOpenPromise).length,
    states: Object.fromEntries(triageStates.map((state) => [state, inState(state)])) as RoundCounts['states'],
  }
}

/** The name of a theme as it is compared: case and spaces aside, so that one theme is not there twice. */
export const themeKey = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase()

type Approach = {
  contactWish: 'email' | 'phone' | 'none'
  cancelledAt: Date | null
  session: { endsAt: Date; cancelledAt: Date | null }
}

/** Why this asker may not be approached at `now`, in this way, or null when they may: only in the way they chose. */
export function whyNotAsk({ contactWish, cancelledAt, session }: Approach, way: string, now: Date): AskRefusal | null {
  if (contactWish === 'none') return 'no-contact'
  if (cancelledAt) return 'asker-cancelled'
  if (session.cancelledAt) return 'session-cancelled'
  if (session.endsAt <= now) return 'session-over'
  return contactWish === way ? null : 'other-way'
}
