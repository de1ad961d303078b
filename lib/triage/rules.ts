import { type ContactRefusal, type QuestionFilter, type TriageState, triageStates } from './schema'

/** Facts about an agenda question. A question asked before the question deadline is guaranteed to be treated. */
type TriageFacts = { state: TriageState; askedBeforeDeadline: boolean; themeId: string | null; ownerId: string | null }
type GuaranteeFacts = Pick<TriageFacts, 'askedBeforeDeadline' | 'state'>

/**
 * An agenda question in the organisers' list. The sequence number counts from 1, questions before the deadline first.
 * Decisions on questions do not change it.
 */
export type QuestionEntry = TriageFacts & { id: string; sequenceNumber: number; askedAt: Date }
type Sequenced = Pick<QuestionEntry, 'sequenceNumber'>

/** States of agenda questions that are in the programme of the session. */
export const programmeStates: readonly TriageState[] = ['chosen', 'answered']

/** Returns whether an agenda question is guaranteed to be treated but not in the programme yet. */
export function isOpenGuarantee({ askedBeforeDeadline, state }: GuaranteeFacts): boolean {
  return askedBeforeDeadline && !programmeStates.includes(state)
}

/**
 * Returns how many open guarantees (see `isOpenGuarantee`) came after the round was closed: the number asked after closing,
 * or the growth in their total if larger. A question of a restored registration, or of one that got a seat, adds to the
 * total only, because its date stays.
 */
export function countNewOpenGuarantees(
  round: { closedAt: Date; openGuarantees: number },
  questions: (GuaranteeFacts & { askedAt: Date })[],
): number {
  const open = questions.filter(isOpenGuarantee)
  const askedAfterClosing = open.filter(({ askedAt }) => askedAt > round.closedAt)
  return Math.max(askedAfterClosing.length, open.length - round.openGuarantees)
}

export const isUndecided = ({ state }: Pick<TriageFacts, 'state'>) =>
  ['new', 'awaitingClarification', 'clarified'].includes(state)

/** Returns the questions for which `isOpenGuarantee` is true first, by sequence number. The others keep their order. */
export function openGuaranteesFirst<Question extends TriageFacts & Sequenced>(questions: Question[]): Question[] {
  return [
    ...sortBySequence(questions.filter(isOpenGuarantee)),
    ...questions.filter((question) => !isOpenGuarantee(question)),
  ]
}

const sortBySequence = <Question extends Sequenced>(questions: Question[]) =>
  questions.toSorted((a, b) => a.sequenceNumber - b.sequenceNumber)

export function isInFilter(question: TriageFacts, filter: QuestionFilter): boolean {
  const { state, theme, owner, askedBeforeDeadline } = filter
  return (
    (state === null || question.state === state) &&
    (theme === null || (question.themeId ?? 'none') === theme) &&
    (owner === null || (question.ownerId ?? 'none') === owner) &&
    (askedBeforeDeadline === null || question.askedBeforeDeadline === (askedBeforeDeadline === 'yes'))
  )
}

/** Returns the place of a question in the filtered list (`number` of `of`) and the next id. Always counts the question. */
export function findListPosition(questions: Omit<QuestionEntry, 'askedAt'>[], id: string, filter: QuestionFilter) {
  const shown = sortBySequence(questions.filter((question) => question.id === id || isInFilter(question, filter)))
  const index = shown.findIndex((question) => question.id === id)
  const next = index < 0 ? undefined : shown[index + 1]
  return { number: index + 1, of: shown.length, next: next?.id ?? null }
}

const questionsPerPage = 50

/** Returns the question ids on page `requestedPage` of the list, counted from 1, or on the last page if that is lower. */
export function paginateQuestions(questions: { id: string }[], requestedPage: number) {
  const pages = Math.max(1, Math.ceil(questions.length / questionsPerPage))
  const page = Math.min(Math.max(1, requestedPage), pages)
  const shown = questions.slice((page - 1) * questionsPerPage, page * questionsPerPage)
  return { page, pages, ids: shown.map(({ id }) => id) }
}

export function roundStatistics(questions: GuaranteeFacts[]) {
  const counts = triageStates.map((state) => [state, questions.filter((question) => question.state === state).length])
  return {
    total: questions.length,
    openGuarantees: questions.filter(isOpenGuarantee).length,
    states: Object.fromEntries(counts) as Record<TriageState, number>,
  }
}

/** Returns a theme name without differences of case and whitespace, to compare names. */
export const normalizeThemeName = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase()

type ContactContext = {
  contactWish: 'email' | 'phone' | 'none'
  cancelledAt: Date | null
  erasedAt?: Date | null
  session: { endsAt: Date; cancelledAt: Date | null }
}

/** Returns why the asker cannot be contacted by `channel` at `now`, or `null`. The asker must have agreed to `channel`. */
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
