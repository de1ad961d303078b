import { auditBy, type By } from '@/lib/audit/commands'
import { findMunicipality } from '@/lib/municipalities/queries'
import { db, type Transaction } from '@/lib/platform/db'
import { readPersonalToken } from '@/lib/platform/personal-token'
import type { Result } from '@/lib/platform/result'
import { questionIsInTime, whyClosed } from '@/lib/sessions/rules'
import { signUpAgain } from './again'
import { countPlaces, holdPlaces, offerFreePlaces } from './places'
import { countsAsTakingPart, hasRoom, whyNotTakePart } from './rules'
import type { RegisterRefusal, TakePartRefusal } from './schema'
import { auditRegistration, insertRegistration, queueWelcome, type SignedUp, type SignUp, storeAnswers } from './store'

/**
 * Signs somebody up in one transaction: registration, answers, confirmation in the outbox, audit entry; on the waiting list
 * when there is no place. The unique index over session and address decides whether this is the first; a second time
 * (again.ts) answers the same: whose sign-up it is and whether the question is in time.
 * Refuses with a reason when signing up is closed at `now`, when the input names what does not exist, and the very form of
 * somebody who was taken off the list after it.
 */
export async function registerParticipant(
  input: SignUp,
  { now }: { now: Date },
): Promise<Result<SignedUp, RegisterRefusal>> {
  if (input.municipalityCode && !findMunicipality(input.municipalityCode)) {
    return { ok: false, reason: 'unknown-municipality' }
  }
  return db().$transaction(async (tx) => {
    await holdPlaces(tx, input.sessionId)
    const session = await tx.session.findFirst({
      where: { id: input.sessionId, publishedAt: { not: null } },
      include: { questions: { where: { retiredAt: null }, select: { id: true } } },
    })
    if (!session) return { ok: false, reason: 'unknown-session' }
    const closed = whyClosed(session, now)
    if (closed) return { ok: false, reason: closed }
    const asked = new Set(session.questions.map(({ id }) => id))
    if (Object.keys(input.answers).some((id) => !asked.has(id))) return { ok: false, reason: 'unknown-question' }

    const waits = session.capacity !== null && !hasRoom(await countPlaces(tx, input.sessionId))
    const standing = { questionInTime: questionIsInTime(session, now), waitingSince: waits ? now : null }
    const created = await insertRegistration(tx, input, standing, now)
    if (!created) return await signUpAgain(tx, input, { ...standing, now })
    const about = { registrationId: created.id, now }
    await storeAnswers(tx, created.id, input.answers)
    await queueWelcome(tx, { ...about, sessionId: input.sessionId, waits })
    await auditRegistration(tx, waits ? 'registration.created-waiting' : 'registration.created', about)
    return { ok: true, value: { ...created, questionInTime: standing.questionInTime, waits } }
  })
}

/** Ends the offers that ran out by `now` and offers what is free, in every kennissessie with a waiting list. */
export async function offerAllFreePlaces(now: Date): Promise<void> {
  const waits = { cancelledAt: null, waitingSince: { not: null } }
  const sessions = await db().session.findMany({
    where: { cancelledAt: null, endsAt: { gt: now }, registrations: { some: waits } },
    select: { id: true },
  })
  // One kennissessie that fails must not keep the places of the others.
  const failures: unknown[] = []
  for (const { id } of sessions) {
    const offering = db().$transaction(async (tx) => {
      await holdPlaces(tx, id)
      await offerFreePlaces(tx, id, now)
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
export async function takePart(
  token: string,
  { now }: { now: Date },
): Promise<Result<{ link: string }, TakePartRefusal>> {
  const owner = readPersonalToken('take-part', token)
  if (!owner) return { ok: false, reason: 'unknown-link' }
  return await db().$transaction(async (tx) => {
    const found = await tx.registration.findFirst({
      where: owner,
      select: {
        cancelledAt: true,
        waitingSince: true,
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
    if (!found) return { ok: false, reason: 'unknown-link' }
    const [release] = found.session.releases
    const refused = whyNotTakePart({ ...found, released: release !== undefined }, now)
    if (refused || !release) return { ok: false, reason: refused ?? 'not-released' }
    if (countsAsTakingPart(found.session, now)) await noteTakingPart(tx, owner.id, now)
    return { ok: true, value: { link: release.onlineLink } }
  })
}

async function noteTakingPart(tx: Transaction, id: string, now: Date) {
  const { count } = await tx.registration.updateMany({ where: { id, tookPartAt: null }, data: { tookPartAt: now } })
  if (count === 0) return
  await auditRegistration(tx, 'registration.took-part', { now, registrationId: id })
}

/** Writes in the trail that an organiser took the sign-ups of a kennissessie (its id, a UUID) along as a file. */
export async function noteExport(sessionId: string, by: By): Promise<void> {
  const entry = { action: 'registrations.exported', subjectType: 'session', subjectId: sessionId }
  await db().$transaction((tx) => auditBy(tx, by, entry))
}
