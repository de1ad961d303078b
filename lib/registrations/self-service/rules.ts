import { changedFields, registrationStatus } from '../rules'
import type { ChangedField, RegistrationInput } from '../schema'
import type {
  ConfirmEmailRefusal,
  OwnCancelRefusal,
  OwnGuarantee,
  OwnStatus,
  RegistrationPart,
  TransferUnavailableReason,
} from './schema'

type StatusTimestamps = { cancelledAt: Date | null; waitlistedAt: Date | null; offerExpiresAt: Date | null }

/** How a sign-up stands at `now`, told to whose it is. Who cancelled reads that, whatever became of the kennissessie. */
export function ownStatus(
  { session, ...timestamps }: StatusTimestamps & { session: { cancelledAt: Date | null; endsAt: Date } },
  now: Date,
): OwnStatus {
  const status = registrationStatus(timestamps)
  if (status === 'cancelled') return status
  if (session.cancelledAt) return 'session-cancelled'
  return now >= session.endsAt ? 'session-over' : status
}

/** Why somebody cannot cancel any more, or null when they can. Done twice is done once: that is no refusal. */
export function cancelRefusal(status: OwnStatus): OwnCancelRefusal | null {
  return status === 'session-cancelled' || status === 'session-over' ? status : null
}

/** Why there is no place or turn to hand to a colleague at `now`, or null when there is. */
export function transferRefusal(
  { status, offerExpiresAt }: { status: OwnStatus; offerExpiresAt: Date | null },
  now: Date,
): TransferUnavailableReason | null {
  if (status === 'cancelled' || status === 'session-cancelled' || status === 'session-over') return status
  // It is not ended in the database yet, and nobody can take it any more.
  return offerExpiresAt && offerExpiresAt <= now ? 'offer-expired' : null
}

/**
 * What of a sign-up its owner may still change. Once the vragenronde is closed the programme has been made from the answers.
 * When there is nothing to come to any more, only what they agreed to: that is theirs to take back at any time, for as long as
 * it is kept (AVG, article 7, paragraph 3).
 */
export function editableParts(status: OwnStatus, { isRoundClosed }: { isRoundClosed: boolean }): RegistrationPart[] {
  if (status === 'cancelled' || status === 'session-cancelled' || status === 'session-over') return ['contact', 'needs']
  return isRoundClosed ? ['about', 'contact', 'needs'] : ['about', 'answers', 'contact', 'needs']
}

const partByField: Record<ChangedField, RegistrationPart | null> = {
  name: 'about',
  email: null,
  place: 'about',
  role: 'about',
  answers: 'answers',
  contactWish: 'contact',
  phone: 'contact',
  needs: 'needs',
}

type RegistrationFields = Omit<RegistrationInput, 'contactWish'> & { contactWish: string }

/** The parts in which these differ. */
export const changedParts = (before: RegistrationFields, after: RegistrationFields): (RegistrationPart | null)[] =>
  changedFields(before, after).map((field) => partByField[field])

/** How long after a change its mail waits, so that several within minutes give one. */
export const changeMailDelayMinutes = 5

export const changeMailDueAt = (now: Date) => new Date(now.getTime() + changeMailDelayMinutes * 60_000)

type AgendaQuestionTiming = {
  askedBeforeDeadline: boolean
  answers: { isAgendaQuestion: boolean }[]
  session: { questionDeadlineAt: Date }
}

/**
 * What is promised at `now` about a question that is changed, or asked only now: until the question deadline all of it, and
 * after that only what was asked in time, whenever somebody signed up. Null when the form has no question that is treated.
 */
export function ownGuarantee(
  { askedBeforeDeadline, answers, session }: AgendaQuestionTiming,
  formQuestions: { isAgendaQuestion: boolean }[],
  now: Date,
): OwnGuarantee | null {
  if (!formQuestions.some(({ isAgendaQuestion }) => isAgendaQuestion)) return null
  const agendaAnswer = answers.find(({ isAgendaQuestion }) => isAgendaQuestion)
  const isGuaranteed = askedBeforeDeadline && agendaAnswer !== undefined
  if (askedBeforeDeadline && now < session.questionDeadlineAt) return isGuaranteed ? 'kept' : 'still-open'
  if (isGuaranteed) return 'not-covered'
  return agendaAnswer ? 'none' : 'too-late'
}

/** Whether there is still mail to come: otherwise another address is of no use, and a change brings none. */
export const receivesMail = (status: OwnStatus) => status !== 'cancelled' && status !== 'session-cancelled'

/** How long the owner of a new address can confirm it. */
export const emailChangeHours = 48
export const emailChangeExpiry = (now: Date) => new Date(now.getTime() + emailChangeHours * 60 * 60 * 1000)

/** Asked again within so many minutes it is the same press; later somebody wants the mail anew. */
export const repeatRequestMinutes = 5
export const repeatRequestSince = (now: Date) => new Date(now.getTime() - repeatRequestMinutes * 60_000)

/** How often a day another address may be asked for, of one sign-up and for one address: no box is flooded from here. */
export const emailChangeRequestsPerDay = 3

type EmailChange = { expiresAt: Date; confirmedAt: Date | null; tokenVersion: number }

/** Why a request for another address cannot be confirmed at `now`, or null when it can. `tokenVersion`: of the sign-up. */
export function confirmRefusal(
  request: EmailChange,
  { tokenVersion, status }: { tokenVersion: number; status: OwnStatus },
  now: Date,
): Exclude<ConfirmEmailRefusal, 'unknown-link' | 'address-taken'> | null {
  if (!receivesMail(status)) return 'locked'
  return request.tokenVersion === tokenVersion && now < request.expiresAt ? null : 'expired'
}

/** Whether it was confirmed and still is so: pressed again it is the same. */
export const isConfirmed = ({ confirmedAt, tokenVersion }: EmailChange, registration: { tokenVersion: number }) =>
  confirmedAt !== null && registration.tokenVersion === tokenVersion + 1
