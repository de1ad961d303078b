import { changedFields } from '../rules'
import type { RegistrationInput, SessionEndRefusal } from '../schema'
import { registrationStatus, type StatusTimestamps } from '../status'
import type { OwnGuarantee, OwnStatus, RegistrationPart } from './schema'

const addMinutes = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)

/** Returns the status that a participant sees. A cancelled registration stays `cancelled` after the session. */
export function ownStatus(
  { session, ...timestamps }: StatusTimestamps & { session: { cancelledAt: Date | null; endsAt: Date } },
  now: Date,
): OwnStatus {
  const status = registrationStatus(timestamps)
  if (status === 'cancelled') return status
  if (session.cancelledAt) return 'session-cancelled'
  return now >= session.endsAt ? 'session-over' : status
}

/** Returns why a participant cannot cancel, or `null`. Cancelling twice is allowed. */
export const cancelRefusal = (status: OwnStatus): SessionEndRefusal | null =>
  status === 'session-cancelled' || status === 'session-over' ? status : null

type OwnOffer = { status: OwnStatus; offerExpiresAt: Date | null }

/** Returns why a seat or a place on the waitlist cannot be transferred at `now`, or `null`. */
export function transferRefusal({ status, offerExpiresAt }: OwnOffer, now: Date) {
  if (status === 'cancelled') return status
  // The worker has not ended the offer yet, but it cannot be accepted any more.
  const isOfferOver = offerExpiresAt !== null && offerExpiresAt <= now
  return cancelRefusal(status) ?? (isOfferOver ? 'offer-expired' : null)
}

/** Returns the editable parts. After the session or a cancellation, only consent can be withdrawn (GDPR 7(3)). */
export function editableParts(status: OwnStatus, { isRoundClosed }: { isRoundClosed: boolean }): RegistrationPart[] {
  if (status === 'cancelled' || cancelRefusal(status)) return ['contact', 'needs']
  return isRoundClosed ? ['about', 'contact', 'needs'] : ['about', 'answers', 'contact', 'needs']
}

const about = { name: 'about', place: 'about', role: 'about' } as const
const contact = { contactWish: 'contact', phone: 'contact' } as const
const partByField = { ...about, answers: 'answers', ...contact, needs: 'needs', email: null } as const

/** Returns the part of each field that differs; `null` for the email address, which belongs to none. */
export const changedParts = (before: RegistrationInput, after: RegistrationInput) =>
  changedFields(before, after).map((field) => partByField[field])

/** How long a mail about a change waits for further changes. */
export const changeMailDelayMinutes = 5
export const changeMailDueAt = (now: Date) => addMinutes(now, changeMailDelayMinutes)

type AgendaQuestionTiming = {
  askedBeforeDeadline: boolean
  answers: { question: { isAgendaQuestion: boolean } }[]
  session: { questionDeadlineAt: Date }
}

/** Returns what the guarantee covers when the agenda question changes at `now`; `null` without such a question. */
export function ownGuarantee(
  { askedBeforeDeadline, answers, session }: AgendaQuestionTiming,
  formQuestions: { isAgendaQuestion: boolean }[],
  now: Date,
): OwnGuarantee | null {
  if (!formQuestions.some(({ isAgendaQuestion }) => isAgendaQuestion)) return null
  const isAnswered = answers.some(({ question }) => question.isAgendaQuestion)
  if (askedBeforeDeadline && now < session.questionDeadlineAt) return isAnswered ? 'kept' : 'still-open'
  if (!isAnswered) return 'too-late'
  return askedBeforeDeadline ? 'not-covered' : 'none'
}

/** Returns whether the participant gets any more mail; otherwise a change sends none and the address is fixed. */
export const receivesMail = (status: OwnStatus) => status !== 'cancelled' && status !== 'session-cancelled'

export const emailChangeHours = 48
export const emailChangeExpiry = (now: Date) => addMinutes(now, emailChangeHours * 60)

/** A request repeated within these minutes counts as the same; a later one is mailed again. */
export const repeatRequestMinutes = 5
export const repeatRequestSince = (now: Date) => addMinutes(now, -repeatRequestMinutes)

/** Limit per registration and per new address, so that no mailbox is flooded. */
export const emailChangeRequestsPerDay = 3

type EmailChange = { expiresAt: Date; confirmedAt: Date | null; tokenVersion: number }

/** Returns why an email change of a registration cannot be confirmed at `now`, or `null`. */
export function confirmRefusal(
  request: EmailChange,
  { tokenVersion, status }: { tokenVersion: number; status: OwnStatus },
  now: Date,
): 'locked' | 'expired' | null {
  if (!receivesMail(status)) return 'locked'
  return request.tokenVersion === tokenVersion && now < request.expiresAt ? null : 'expired'
}

/** Returns whether the request was confirmed and the address did not change since. */
export const isConfirmed = ({ confirmedAt, tokenVersion }: EmailChange, registration: { tokenVersion: number }) =>
  confirmedAt !== null && registration.tokenVersion === tokenVersion + 1
