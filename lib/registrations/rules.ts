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

/** Returns the time of a note's last edit as text, by which commands detect a concurrent edit. */
export const noteFingerprint = ({ createdAt, editedAt }: { createdAt: Date; editedAt: Date | null }) =>
  (editedAt ?? createdAt).toISOString()
