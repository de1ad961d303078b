import type { AskRefusal, QuestionFilter, TriageState } from './schema'
import { triageStates } from './schema'

/** What of a question decides where it stands in a list. */
export type TriageFacts = {
  state: TriageState
  /** It came before the question deadline, and so it was promised that it will be treated. */
  inTime: boolean
  themeId: string | null
  ownerId: string | null
}

/** `turn`: counts from 1 through the whole vragenronde, those in time first; no decision changes it. */
type InTurn = { turn: number }

/** A question in one of these is treated in the session, and stands in the programme. */
export const programmeStates: readonly TriageState[] = ['chosen', 'answered']

/** Whether it was promised that this question will be treated, and nothing is done about it yet. */
export function isOpenPromise({ inTime, state }: Pick<TriageFacts, 'inTime' | 'state'>): boolean {
  return inTime && !programmeStates.includes(state)
}

/**
 * How many promises are open that a closed vragenronde did not know of: who signed up later, and who came back or got a place
 * without signing up anew, as far as there are more than it was closed with.
 */
export function promisesSince(
  closing: { closedAt: Date; openPromises: number },
  questions: (Pick<TriageFacts, 'inTime' | 'state'> & { askedAt: Date })[],
): number {
  const open = questions.filter(isOpenPromise)
  const later = open.filter(({ askedAt }) => askedAt > closing.closedAt)
  return Math.max(later.length, open.length - closing.openPromises)
}

/** Whether nobody has decided about this question yet. */
export function isUndecided({ state }: Pick<TriageFacts, 'state'>): boolean {
  return ['fresh', 'awaiting', 'clarified'].includes(state)
}

/** The open promises first, in turn; for the rest the order that was given. */
export function openPromisesFirst<Question extends TriageFacts & InTurn>(questions: Question[]): Question[] {
  return [...inTurn(questions.filter(isOpenPromise)), ...questions.filter((question) => !isOpenPromise(question))]
}

/** In the order in which somebody goes through them: it stays the same while they decide. */
export function inTurn<Question extends InTurn>(questions: Question[]): Question[] {
  return questions.toSorted((one, other) => one.turn - other.turn)
}

/** Whether a list with this filter shows the question. */
export function isShown(question: TriageFacts, { state, theme, owner, inTime }: QuestionFilter): boolean {
  return (
    (state === null || question.state === state) &&
    (theme === null || (question.themeId ?? 'none') === theme) &&
    (owner === null || (question.ownerId ?? 'none') === owner) &&
    (inTime === null || question.inTime === (inTime === 'yes'))
  )
}

/** Where this question is in turn among those with this filter (it always counts itself), and which one is behind it. */
export function placeInTurn(questions: (TriageFacts & InTurn & { id: string })[], id: string, filter: QuestionFilter) {
  const ids = inTurn(questions.filter((question) => question.id === id || isShown(question, filter))).map(
    (question) => question.id,
  )
  const here = ids.indexOf(id)
  return { number: here + 1, of: ids.length, next: here < 0 ? null : (ids[here + 1] ?? null) }
}

export const questionsPerPage = 50

/** One page of a list; pages count from 1, and a page beyond the last gives the last. */
export function pageOf(questions: { id: string }[], asked: number) {
  const pages = Math.max(1, Math.ceil(questions.length / questionsPerPage))
  const page = Math.min(Math.max(1, asked), pages)
  const shown = questions.slice((page - 1) * questionsPerPage, page * questionsPerPage)
  return { page, pages, ids: shown.map(({ id }) => id) }
}

export type RoundCounts = { total: number; inTime: number; openPromises: number; states: Record<TriageState, number> }

/** How many questions there are, and how many in each state. */
export function countRound(questions: TriageFacts[]): RoundCounts {
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
  erasedAt?: Date | null
  session: { endsAt: Date; cancelledAt: Date | null }
}

/** Why this asker may not be approached at `now`, in this way, or null when they may: only in the way they chose. */
export function whyNotAsk(
  { contactWish, cancelledAt, erasedAt, session }: Approach,
  way: string,
  now: Date,
): AskRefusal | null {
  if (contactWish === 'none') return 'no-contact'
  if (cancelledAt || erasedAt) return 'asker-cancelled'
  if (session.cancelledAt) return 'session-cancelled'
  if (session.endsAt <= now) return 'session-over'
  return contactWish === way ? null : 'other-way'
}
