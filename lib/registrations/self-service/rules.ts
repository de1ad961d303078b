import { addMinutes } from '@/lib/platform/time'
import { changedFields } from '../rules'
import type { RegistrationInput, SessionEndRefusal } from '../schema'
import { registrationStatus, type StatusTimestamps } from '../status'
import type { OwnGuarantee, OwnStatus, RegistrationPart } from './schema'

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

/** Returns why a participant cannot cancel, or `null` when they can. A cancelled registration may be cancelled again. */
export const cancelRefusal = (status: OwnStatus): SessionEndRefusal | null =>
  status === 'session-cancelled' || status === 'session-over' ? status : null

type OwnOffer = { status: OwnStatus; offerExpiresAt: Date | null }

/** Returns why a participant cannot transfer the seat or waitlist place at `now`, or `null` when they can. */
export function transferRefusal({ status, offerExpiresAt }: OwnOffer, now: Date) {
  if (status === 'cancelled') return status
  // The worker has not ended the offer yet, but it cannot be accepted any more.
  const isOfferOver = offerExpiresAt !== null && offerExpiresAt <= now
  return cancelRefusal(status) ?? (isOfferOver ? 'offer-expired' : null)
}

/**
 * Returns the parts that a participant can edit. When the registration is cancelled or the session is over, these are
 * contact and needs, so that consent can still be withdrawn (GDPR 7(3)).
 */
export function editableParts(status: OwnStatus, { isRoundClosed }: { isRoundClosed: boolean }): RegistrationPart[] {
  if (status === 'cancelled' || cancelRefusal(status)) return ['contact', 'needs']
  return isRoundClosed ? ['about', 'contact', 'needs'] : ['about', 'answers', 'contact', 'needs']
}

const about = { name: 'about', place: 'about', role: 'about' } as const
const contact = { contactWish: 'contact', phone: 'contact' } as const
const partByField = { ...about, answers: 'answers', ...contact, needs: 'needs', email: null } as const

/** Returns the form part of each field that differs, with `null` for the e-mail address, which belongs to no part. */
export const changedParts = (before: RegistrationInput, after: RegistrationInput) =>
  changedFields(before, after).map((field) => partByField[field])

/** Minutes that the mail about a changed registration waits, so that further changes share it. */
export const changeMailDelayMinutes = 5
export const changeMailDueAt = (now: Date) => addMinutes(now, changeMailDelayMinutes)

type AgendaQuestionTiming = {
  askedBeforeDeadline: boolean
  answers: { question: { isAgendaQuestion: boolean } }[]
  session: { questionDeadlineAt: Date }
}

/** Returns what the promise to discuss covers if the agenda question changes at `now`, or `null` without that question. */
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

/** Returns whether a participant with this status still gets mail, and so can change the e-mail address. */
export const receivesMail = (status: OwnStatus) => status !== 'cancelled' && status !== 'session-cancelled'
