import { type ContactRefusal, type QuestionFilter, type TriageState, triageStates } from './schema'

/** Facts of a question that decide its place in a list. */
export type TriageFacts = {
  state: TriageState
  /** True if the question is guaranteed to be treated. */
  askedBeforeDeadline: boolean
  themeId: string | null
  ownerId: string | null
}

/** Fixed order of the questions in a round, from 1: those before the deadline first. No decision changes it. */
type Sequenced = { sequenceNumber: number }

/** States of questions that are in the programme of the session. */
export const programmeStates: readonly TriageState[] = ['chosen', 'answered']

type GuaranteeFacts = Pick<TriageFacts, 'askedBeforeDeadline' | 'state'>

/** True if the question is guaranteed to be treated but not in the programme yet. */
export function isOpenGuarantee({ askedBeforeDeadline, state }: GuaranteeFacts): boolean {
  return askedBeforeDeadline && !programmeStates.includes(state)
}

/**
 * Returns how many open guarantees a round got after it was closed. The increase counts too: registrations that were
 * restored or got a seat keep their earlier date.
 */
export function countNewOpenGuarantees(
  round: { closedAt: Date; openGuarantees: number },
  questions: (GuaranteeFacts & { askedAt: Date })[],
): number {
  const open = questions.filter(isOpenGuarantee)
  const askedAfterClosing = open.filter(({ askedAt }) => askedAt > round.closedAt)
  return Math.max(askedAfterClosing.length, open.length - round.openGuarantees)
}

export function isUndecided({ state }: Pick<TriageFacts, 'state'>): boolean {
  return ['new', 'awaitingClarification', 'clarified'].includes(state)
}

/** Returns the open guarantees by sequence number, then the others in the given order. */
export function openGuaranteesFirst<Question extends TriageFacts & Sequenced>(questions: Question[]): Question[] {
  return [
    ...sortBySequence(questions.filter(isOpenGuarantee)),
    ...questions.filter((question) => !isOpenGuarantee(question)),
  ]
}

/** Sorts in the order in which an organiser goes through the questions. */
function sortBySequence<Question extends Sequenced>(questions: Question[]): Question[] {
  return questions.toSorted((a, b) => a.sequenceNumber - b.sequenceNumber)
}

export function isInFilter(question: TriageFacts, { state, theme, owner, inTime }: QuestionFilter): boolean {
  return (
    (state === null || question.state === state) &&
    (theme === null || (question.themeId ?? 'none') === theme) &&
    (owner === null || (question.ownerId ?? 'none') === owner) &&
    (inTime === null || question.askedBeforeDeadline === (inTime === 'yes'))
  )
}

/** Returns the position of a question in the filtered list and the next id. The question itself always counts. */
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

const questionsPerPage = 50

/** Returns the ids of one page, from page 1. A page beyond the last returns the last. */
export function paginateQuestions(questions: { id: string }[], requestedPage: number) {
  const pages = Math.max(1, Math.ceil(questions.length / questionsPerPage))
  const page = Math.min(Math.max(1, requestedPage), pages)
  const shown = questions.slice((page - 1) * questionsPerPage, page * questionsPerPage)
  return { page, pages, ids: shown.map(({ id }) => id) }
}

export type RoundStatistics = {
  total: number
  openGuarantees: number
  states: Record<TriageState, number>
}

export function roundStatistics(questions: TriageFacts[]): RoundStatistics {
  const inState = (state: TriageState) => questions.filter((question) => question.state === state).length
  return {
    total: questions.length,
    openGuarantees: questions.filter(isOpenGuarantee).length,
    states: Object.fromEntries(triageStates.map((state) => [state, inState(state)])) as RoundStatistics['states'],
  }
}

/** Returns a theme name for comparison, without differences of case and whitespace. */
export const normalizeThemeName = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase()

type ContactContext = {
  contactWish: 'email' | 'phone' | 'none'
  cancelledAt: Date | null
  erasedAt?: Date | null
  session: { endsAt: Date; cancelledAt: Date | null }
}

/** Returns why the asker cannot be contacted at `now` on this channel, or `null`. Only the agreed channel is allowed. */
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
