import { editableFields, type RegistrationInput } from './schema'

export type SessionEnd = { endsAt: Date; cancelledAt: Date | null }

/** Returns why a participant cannot join the meeting at `now`, or `null` when they can. */
export function joinMeetingRefusal(
  registration: { cancelledAt: Date | null; waitlistedAt: Date | null; session: SessionEnd; isReleased: boolean },
  now: Date,
) {
  const { cancelledAt, waitlistedAt, session, isReleased } = registration
  if (session.cancelledAt) return 'session-cancelled'
  if (cancelledAt) return 'registration-cancelled'
  if (waitlistedAt) return 'on-waiting-list'
  if (session.endsAt <= now) return 'session-over'
  return isReleased ? null : 'not-released'
}

const earlyJoinMs = 60 * 60 * 1000

/** Returns whether joining at `now` counts as attendance: from an hour before the start until the end. */
export const countsAsAttendance = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - earlyJoinMs && now < endsAt

/** Returns whether attendance is known at `now`: after the end of a session that was not cancelled. */
export const isAttendanceKnown = ({ endsAt, cancelledAt }: SessionEnd, now: Date): boolean =>
  cancelledAt === null && now >= endsAt

/** Returns the names of the fields that differ. Answers are one field: naming a question would reveal its subject. */
export function changedFields(before: RegistrationInput, after: RegistrationInput) {
  const comparable = ({ municipalityCode, organisation, answers, ...fields }: RegistrationInput) => ({
    ...fields,
    place: `${municipalityCode}:${organisation}`,
    answers: JSON.stringify(Object.keys(after.answers).map((id) => answers[id] ?? '')),
  })
  const [old, updated] = [comparable(before), comparable(after)] as const
  return editableFields.filter((field) => old[field] !== updated[field])
}

/** Returns the time of a note's last edit as text. Commands compare it to detect a concurrent edit. */
export const noteFingerprint = ({ createdAt, editedAt }: { createdAt: Date; editedAt: Date | null }) =>
  (editedAt ?? createdAt).toISOString()

const providers = [
  ...['gmail.com', 'hotmail.com', 'hotmail.nl', 'outlook.com', 'live.nl', 'live.com', 'icloud.com', 'yahoo.com'],
  ...[
    'ziggo.nl',
    'kpnmail.nl',
    'planet.nl',
    'xs4all.nl',
    'home.nl',
    'kpn.com',
    'msn.com',
    'googlemail.com',
    'casema.nl',
  ],
]
const endings: Record<string, string> = {
  con: 'com',
  cmo: 'com',
  comm: 'com',
  ocm: 'com',
  nk: 'nl',
  nll: 'nl',
  nln: 'nl',
}

/**
 * Returns the e-mail address that was likely meant, or `null` for no suggestion. Corrects a domain with one typing error in
 * a well-known provider or one of `domains`, and a misspelled ending such as "con".
 */
export function suggestEmail(address: string, domains: string[] = []): string | null {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  // A slip in a short domain often makes the domain of someone else.
  const known = [...providers, ...domains.filter((each) => each.length >= 10)]
  if (known.includes(domain) || domains.includes(domain)) return null
  const ending = endings[domain.slice(domain.lastIndexOf('.') + 1)]
  const corrected = ending && domain.replace(/[^.]+$/, ending)
  const meant = known.find((each) => isOneSlip(domain, each)) ?? corrected
  return meant ? address.slice(0, at + 1) + meant : null
}

/** Returns whether `typed` is `meant` with exactly one missing, extra, wrong or swapped character. */
function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false
  let start = 0
  while (typed[start] !== undefined && typed[start] === meant[start]) start += 1
  const [restTyped, restMeant] = [typed.slice(start), meant.slice(start)]
  const isSwap =
    restTyped[0] === restMeant[1] && restTyped[1] === restMeant[0] && restTyped.slice(2) === restMeant.slice(2)
  const isOther = restTyped.slice(1) === restMeant.slice(1)
  return isSwap || isOther || restTyped.slice(1) === restMeant || restTyped === restMeant.slice(1)
}
