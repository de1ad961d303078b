import { changedFields, standingOf } from '@/lib/registrations/rules'
import type { ChangedField, RegistrationInput } from '@/lib/registrations/schema'
import type { ConfirmRefusal, NothingToHandOver, OwnCancelRefusal, OwnPart, OwnPromise, OwnStanding } from './schema'

type Moments = { cancelledAt: Date | null; waitingSince: Date | null; offerExpiresAt: Date | null }

/** How a sign-up stands at `now`, told to whose it is. Who cancelled reads that, whatever became of the kennissessie. */
export function ownStandingOf(
  { session, ...moments }: Moments & { session: { cancelledAt: Date | null; endsAt: Date } },
  now: Date,
): OwnStanding {
  const standing = standingOf(moments)
  if (standing === 'cancelled') return standing
  if (session.cancelledAt) return 'session-cancelled'
  return now >= session.endsAt ? 'session-over' : standing
}

/** Why somebody cannot cancel any more, or null when they can. Done twice is done once: that is no refusal. */
export function whyNotCancel(standing: OwnStanding): OwnCancelRefusal | null {
  return standing === 'session-cancelled' || standing === 'session-over' ? standing : null
}

/** Why there is no place or turn to hand to a colleague at `now`, or null when there is. */
export function whyNotHandOver(
  { standing, offerExpiresAt }: { standing: OwnStanding; offerExpiresAt: Date | null },
  now: Date,
): NothingToHandOver | null {
  if (standing === 'cancelled' || standing === 'session-cancelled' || standing === 'session-over') return standing
  // It is not ended in the database yet, and nobody can take it any more.
  return offerExpiresAt && offerExpiresAt <= now ? 'offer-over' : null
}

/**
 * What of a sign-up its owner may still change. Once the vragenronde is closed the programme has been made from the answers.
 * When there is nothing to come to any more, only what they agreed to: that is theirs to take back at any time, for as long as
 * it is kept (AVG, article 7, paragraph 3).
 */
export function openPartsOf(standing: OwnStanding, { roundClosed }: { roundClosed: boolean }): OwnPart[] {
  if (standing === 'cancelled' || standing === 'session-cancelled' || standing === 'session-over')
    return ['contact', 'needs']
  return roundClosed ? ['about', 'contact', 'needs'] : ['about', 'answers', 'contact', 'needs']
}

const partOf: Record<ChangedField, OwnPart | null> = {
  name: 'about',
  email: null,
  place: 'about',
  role: 'about',
  answers: 'answers',
  contactWish: 'contact',
  phone: 'contact',
  needs: 'needs',
}

type Filled = Omit<RegistrationInput, 'contactWish'> & { contactWish: string }

/** The parts in which these differ. */
export const changedParts = (before: Filled, after: Filled): (OwnPart | null)[] =>
  changedFields(before, after).map((field) => partOf[field])

/** How long after a change its mail waits, so that several within minutes give one. */
export const changedMailMinutes = 5

export const changedMailDueAt = (now: Date) => new Date(now.getTime() + changedMailMinutes * 60_000)

type Asked = {
  questionInTime: boolean
  answers: { isAsked: boolean }[]
  session: { questionDeadlineAt: Date }
}

/**
 * What is promised at `now` about a question that is changed, or asked only now: until the question deadline all of it, and
 * after that only what was asked in time, whenever somebody signed up. Null when the form has no question that is treated.
 */
export function ownPromiseOf(
  { questionInTime, answers, session }: Asked,
  form: { isAsked: boolean }[],
  now: Date,
): OwnPromise | null {
  if (!form.some(({ isAsked }) => isAsked)) return null
  const asked = answers.find(({ isAsked }) => isAsked)
  const promised = questionInTime && asked !== undefined
  if (questionInTime && now < session.questionDeadlineAt) return promised ? 'kept' : 'still-open'
  if (promised) return 'not-covered'
  return asked ? 'none' : 'too-late'
}

/** Whether there is still mail to come: otherwise another address is of no use, and a change brings none. */
export const getsMail = (standing: OwnStanding) => standing !== 'cancelled' && standing !== 'session-cancelled'

/** How long the owner of a new address can confirm it. */
export const addressHours = 48
export const addressWorksUntil = (now: Date) => new Date(now.getTime() + addressHours * 60 * 60 * 1000)

/** Asked again within so many minutes it is the same press; later somebody wants the mail anew. */
export const addressAgainMinutes = 5
export const addressAskedSince = (now: Date) => new Date(now.getTime() - addressAgainMinutes * 60_000)

/** How often a day another address may be asked for, of one sign-up and for one address: no box is flooded from here. */
export const addressRequestsPerDay = 3

type Request = { expiresAt: Date; confirmedAt: Date | null; linkVersion: number }

/** Why a request for another address cannot be confirmed at `now`, or null when it can. `linkVersion`: of the sign-up. */
export function whyNotConfirm(
  request: Request,
  { linkVersion, standing }: { linkVersion: number; standing: OwnStanding },
  now: Date,
): Exclude<ConfirmRefusal, 'unknown-link' | 'address-taken'> | null {
  if (!getsMail(standing)) return 'locked'
  return request.linkVersion === linkVersion && now < request.expiresAt ? null : 'expired'
}

/** Whether it was confirmed and still is so: pressed again it is the same. */
export const isConfirmed = ({ confirmedAt, linkVersion }: Request, registration: { linkVersion: number }) =>
  confirmedAt !== null && registration.linkVersion === linkVersion + 1
