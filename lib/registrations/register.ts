import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { findMunicipality } from '@/lib/municipalities/queries'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import type { Result } from '@/lib/platform/result'
import { isBeforeQuestionDeadline, registrationRefusal } from '@/lib/sessions/rules'
import { handleDuplicateRegistration } from './duplicate-registration'
import {
  auditRegistration,
  enqueueWelcome,
  insertAnswers,
  insertRegistration,
  type NewRegistration,
  type RegistrationResult,
} from './insert'
import { countsAsAttendance, hasFreeSeat, joinMeetingRefusal } from './rules'
import type { JoinMeetingRefusal, RegisterRefusal } from './schema'
import { countSeats, lockSeats, offerFreeSeats } from './waitlist/seats'

/**
 * Signs somebody up in one transaction: registration, answers, confirmation in the outbox, audit entry; on the waiting list
 * when there is no place. The unique index over session and address decides whether this is the first; a second time
 * (again.ts) answers the same: whose sign-up it is and whether the question is in time.
 * Refuses with a reason when signing up is closed at `now`, when the input names what does not exist, and the very form of
 * somebody who was taken off the list after it.
 */
export async function registerParticipant(
  input: NewRegistration,
  { now }: { now: Date },
): Promise<Result<RegistrationResult, RegisterRefusal>> {
  if (input.municipalityCode && !findMunicipality(input.municipalityCode)) {
    return { ok: false, reason: 'unknown-municipality' }
  }
  return db().$transaction(async (tx) => {
    await lockSeats(tx, input.sessionId)
    const session = await tx.session.findFirst({
      where: { id: input.sessionId, publishedAt: { not: null } },
      include: { questions: { where: { retiredAt: null }, select: { id: true } } },
    })
    if (!session) return { ok: false, reason: 'unknown-session' }
    const refusal = registrationRefusal(session, now)
    if (refusal) return { ok: false, reason: refusal }
    const questionIds = new Set(session.questions.map(({ id }) => id))
    if (Object.keys(input.answers).some((id) => !questionIds.has(id))) return { ok: false, reason: 'unknown-question' }

    const isWaitlisted = session.capacity !== null && !hasFreeSeat(await countSeats(tx, input.sessionId))
    const initialStatus = {
      askedBeforeDeadline: isBeforeQuestionDeadline(session, now),
      waitlistedAt: isWaitlisted ? now : null,
    }
    const created = await insertRegistration(tx, input, initialStatus, now)
    if (!created) return await handleDuplicateRegistration(tx, input, { ...initialStatus, now })
    const context = { registrationId: created.id, now }
    await insertAnswers(tx, created.id, input.answers)
    await enqueueWelcome(tx, { ...context, sessionId: input.sessionId, isWaitlisted })
    await auditRegistration(tx, isWaitlisted ? 'registrationWaitlisted' : 'registrationCreated', context)
    return { ok: true, value: { ...created, askedBeforeDeadline: initialStatus.askedBeforeDeadline, isWaitlisted } }
  })
}

/** Ends the offers that ran out by `now` and offers what is free, in every kennissessie with a waiting list. */
export async function offerFreeSeatsInAllSessions(now: Date): Promise<void> {
  const waitlisted = { cancelledAt: null, waitlistedAt: { not: null } }
  const sessions = await db().session.findMany({
    where: { cancelledAt: null, endsAt: { gt: now }, registrations: { some: waitlisted } },
    select: { id: true },
  })
  // One kennissessie that fails must not keep the places of the others.
  const failures: unknown[] = []
  for (const { id } of sessions) {
    const offering = db().$transaction(async (tx) => {
      await lockSeats(tx, id)
      await offerFreeSeats(tx, id, now)
    })
    await offering.catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

/**
 * Notes that this participant takes part, and gives the meeting's own address to go to. Pressed again it notes nothing more.
 * Only from an hour before the start on it counts: earlier somebody just tries the link. Refuses when there is nothing to go
 * to at `now`.
 */
export async function joinMeeting(
  token: string,
  { now }: { now: Date },
): Promise<Result<{ link: string }, JoinMeetingRefusal>> {
  const owner = verifyPersonalToken('take-part', token)
  if (!owner) return { ok: false, reason: 'unknown-link' }
  return await db().$transaction(async (tx) => {
    const registration = await tx.registration.findFirst({
      where: owner,
      select: {
        cancelledAt: true,
        waitlistedAt: true,
        session: {
          select: {
            startsAt: true,
            endsAt: true,
            cancelledAt: true,
            releases: { orderBy: { number: 'desc' }, take: 1, select: { onlineLink: true } },
          },
        },
      },
    })
    if (!registration) return { ok: false, reason: 'unknown-link' }
    const [release] = registration.session.releases
    const refusal = joinMeetingRefusal({ ...registration, isReleased: release !== undefined }, now)
    if (refusal || !release) return { ok: false, reason: refusal ?? 'not-released' }
    if (countsAsAttendance(registration.session, now)) await recordAttendance(tx, owner.id, now)
    return { ok: true, value: { link: release.onlineLink } }
  })
}

async function recordAttendance(tx: Transaction, id: string, now: Date) {
  const { count } = await tx.registration.updateMany({ where: { id, tookPartAt: null }, data: { tookPartAt: now } })
  if (count === 0) return
  await auditRegistration(tx, 'meetingJoined', { now, registrationId: id })
}

/** Writes in the trail that an organiser took the sign-ups of a kennissessie (its id, a UUID) along as a file. */
export async function auditExport(sessionId: string, actor: Actor): Promise<void> {
  const entry = { action: 'registrationsExported', subjectType: 'session', subjectId: sessionId } as const
  await db().$transaction((tx) => auditAsOrganiser(tx, actor, entry))
}
