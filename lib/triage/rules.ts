import type { ContactRefusal, QuestionFilter, TriageState } from './schema'
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
type Sequenced = { sequenceNumber: number }

/** A question in one of these is treated in the session, and stands in the programme. */
export const programmeStates: readonly TriageState[] = ['chosen', 'answered']

/** Whether it was promised that this question will be treated, and nothing is done about it yet. */
export function isOpenGuarantee({ inTime, state }: Pick<TriageFacts, 'inTime' | 'state'>): boolean {
  return inTime && !programmeStates.includes(state)
}

/**
 * How many promises are open that a closed vragenronde did not know of: who signed up later, and who came back or got a place
 * without signing up anew, as far as there are more than it was closed with.
 */
export function countNewOpenGuarantees(
  closing: { closedAt: Date; openGuarantees: number },
  questions: (Pick<TriageFacts, 'inTime' | 'state'> & { askedAt: Date })[],
): number {
  const open = questions.filter(isOpenGuarantee)
  const askedAfterClosing = open.filter(({ askedAt }) => askedAt > closing.closedAt)
  return Math.max(askedAfterClosing.length, open.length - closing.openGuarantees)
}

/** Whether nobody has decided about this question yet. */
export function isUndecided({ state }: Pick<TriageFacts, 'state'>): boolean {
  return ['new', 'awaitingClarification', 'clarified'].includes(state)
}

/** The open promises first, in turn; for the rest the order that was given. */
export function openGuaranteesFirst<Question extends TriageFacts & Sequenced>(questions: Question[]): Question[] {
  return [
    ...sortBySequence(questions.filter(isOpenGuarantee)),
    ...questions.filter((question) => !isOpenGuarantee(question)),
  ]
}

/** In the order in which somebody goes through them: it stays the same while they decide. */
export function sortBySequence<Question extends Sequenced>(questions: Question[]): Question[] {
  return questions.toSorted((one, other) => one.sequenceNumber - other.sequenceNumber)
}

/** Whether a list with this filter shows the question. */
export function isInFilter(question: TriageFacts, { state, theme, owner, inTime }: QuestionFilter): boolean {
  return (
    (state === null || question.state === state) &&
    (theme === null || (question.themeId ?? 'none') === theme) &&
    (owner === null || (question.ownerId ?? 'none') === owner) &&
    (inTime === null || question.inTime === (inTime === 'yes'))
  )
}

/** Where this question is in turn among those with this filter (it always counts itself), and which one is behind it. */
export function findListPosition(
  questions: (TriageFacts & Sequenced & { id: string })[],
  id: string,
  filter: QuestionFilter,
) {
  const ids = sortBySequence(questions.filter((question) => question.id === id || isInFilter(question, filter))).map(
    (question) => question.id,
  )
  const index = ids.indexOf(id)
  return { number: index + 1, of: ids.length, next: index < 0 ? null : (ids[index + 1] ?? null) }
}

export const questionsPerPage = 50

/** One page of a list; pages count from 1, and a page beyond the last gives the last. */
export function paginateQuestions(questions: { id: string }[], requestedPage: number) {
  const pages = Math.max(1, Math.ceil(questions.length / questionsPerPage))
  const page = Math.min(Math.max(1, requestedPage), pages)
  const shown = questions.slice((page - 1) * questionsPerPage, page * questionsPerPage)
  return { page, pages, ids: shown.map(({ id }) => id) }
}

export type RoundStatistics = {
  total: number
  inTime: number
  openGuarantees: number
  states: Record<TriageState, number>
}

/** How many questions there are, and how many in each state. */
export function roundStatistics(questions: TriageFacts[]): RoundStatistics {
  const inState = (state: TriageState) => questions.filter((question) => question.state === state).length
  return {
    total: questions.length,
    inTime: questions.filter(({ inTime }) => inTime).length,
    openGuarantees: questions.filter(isOpenGuarantee).length,
    states: Object.fromEntries(triageStates.map((state) => [state, inState(state)])) as RoundStatistics['states'],
  }
}

/** The name of a theme as it is compared: case and spaces aside, so that one theme is not there twice. */
export const normalizeThemeName = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase()

type ContactContext = {
  contactWish: 'email' | 'phone' | 'none'
  cancelledAt: Date | null
  erasedAt?: Date | null
  session: { endsAt: Date; cancelledAt: Date | null }
}

/** Why this asker may not be approached at `now`, in this way, or null when they may: only in the way they chose. */
export function contactRefusal(
  { contactWish, cancelledAt, erasedAt, session }: ContactContext,
  channel: string,
  now: Date,
): ContactRefusal | null {
  if (contactWish === 'none') return 'no-contact'
  if (cancelledAt || erasedAt) return 'asker-cancelled'
  if (session.cancelledAt) return 'session-cancelled'
  if (session.endsAt <= now) return 'session-over'
  return contactWish === channel ? null : 'other-channel'
}
