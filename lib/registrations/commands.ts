import { audit } from '@/lib/audit/commands'
import { queueMessage } from '@/lib/messages/commands'
import { findMunicipality } from '@/lib/municipalities/queries'
import { db, type Transaction } from '@/lib/platform/db'
import { type LinkOwner, readPersonalToken } from '@/lib/platform/personal-token'
import type { Result } from '@/lib/platform/result'
import { questionIsInTime, whyClosed } from '@/lib/sessions/rules'
import { countPlaces, holdPlaces, offerFreePlaces } from './places'
import { countsAsTakingPart, emailKey, hasRoom, mayMailAlreadyRegistered, whyNotTakePart } from './rules'
import type { RegisterRefusal, TakePartRefusal } from './schema'
import { auditRegistration, insertRegistration, queueWelcome, type SignUp, storeAnswers } from './store'

/** `waits`: on the waiting list. */
type SignedUp = LinkOwner & { questionInTime: boolean; waits: boolean }

/**
 * Signs somebody up in one transaction: registration, answers, confirmation in the outbox, audit entry; on the waiting list
 * when there is no place. The unique index over session and address decides whether this is the first; a second time changes
 * nothing and answers as a first one would. Who was off the list is on it again, with what they fill in now.
 * Refuses with a reason when signing up is closed at `now` or the input names what does not exist.
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
    if (!created) return { ok: true, value: await signUpAgain(tx, input, { ...standing, waits, now }) }
    const about = { registrationId: created.id, now }
    await storeAnswers(tx, created.id, input.answers)
    await queueWelcome(tx, { ...about, sessionId: input.sessionId, waits })
    await auditRegistration(tx, waits ? 'registration.created-waiting' : 'registration.created', about)
    return { ok: true, value: { ...created, questionInTime: standing.questionInTime, waits } }
  })
}

type Again = { questionInTime: boolean; waitingSince: Date | null; waits: boolean; now: Date }

/**
 * An address that was signed up before. The row lock makes two at once wait for each other, so that they do not both find that
 * no mail went out lately, or that they are the first to come back.
 */
async function signUpAgain(tx: Transaction, input: SignUp, { waits, now, ...standing }: Again): Promise<SignedUp> {
  const where = { sessionId: input.sessionId, emailKey: emailKey(input.email) }
  await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "sessionId" = ${where.sessionId}::uuid AND "emailKey" = ${where.emailKey} FOR UPDATE`
  const known = await tx.registration.findFirstOrThrow({ where, select: knownAs })
  const answer = { id: known.id, linkVersion: known.linkVersion, questionInTime: standing.questionInTime, waits }
  // Whoever sends the same form knows who they are: it is told as it is.
  if (known.submissionId === input.submissionId) return { ...answer, waits: known.waitingSince !== null }
  if (known.cancelledAt) await comeBack(tx, known.id, input, { waits, now, ...standing })
  else if (mayMailAlreadyRegistered(known.messages[0]?.createdAt ?? null, now)) {
    await queueMessage(tx, {
      kind: 'already-registered',
      dedupeKey: `already-registered:${known.id}:${now.toISOString()}`,
      sessionId: input.sessionId,
      registrationId: known.id,
      dueAt: now,
      now,
    })
  }
  return answer
}

const knownAs = {
  id: true,
  linkVersion: true,
  submissionId: true,
  cancelledAt: true,
  waitingSince: true,
  messages: {
    where: { kind: 'already-registered' },
    orderBy: { createdAt: 'desc' },
    take: 1,
    select: { createdAt: true },
  },
} as const

/** As somebody new: what they said before, and whether they were in time then, is no more. */
async function comeBack(tx: Transaction, id: string, input: SignUp, { waits, now, ...standing }: Again) {
  const { answers, ...fields } = input
  const back = { ...standing, cancelledAt: null, offerExpiresAt: null, createdAt: now, version: { increment: 1 } }
  const { version } = await tx.registration.update({ where: { id }, data: { ...fields, ...back } })
  await tx.answer.deleteMany({ where: { registrationId: id } })
  await storeAnswers(tx, id, answers)
  const about = { registrationId: id, now }
  await queueWelcome(tx, { ...about, sessionId: input.sessionId, waits, again: `${version}` })
  await auditRegistration(tx, waits ? 'registration.back-waiting' : 'registration.back', about)
}

/** Ends the offers that ran out by `now` and offers what is free, in every kennissessie with a waiting list. */
export async function offerAllFreePlaces(now: Date): Promise<void> {
  const waits = { cancelledAt: null, waitingSince: { not: null } }
  const sessions = await db().session.findMany({
    where: { cancelledAt: null, endsAt: { gt: now }, registrations: { some: waits } },
    select: { id: true },
  })
  for (const { id } of sessions) {
    await db().$transaction(async (tx) => {
      await holdPlaces(tx, id)
      await offerFreePlaces(tx, id, now)
    })
  }
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
    const [release] = found?.session.releases ?? []
    const refused = whyNotTakePart(found && { ...found, released: release !== undefined }, now)
    if (refused || !found || !release) return { ok: false, reason: refused ?? 'unknown-link' }
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
export async function noteExport(
  sessionId: string,
  { now, organiserId }: { now: Date; organiserId: string },
): Promise<void> {
  const entry = { at: now, actor: `organiser:${organiserId}`, subjectType: 'session', subjectId: sessionId }
  await db().$transaction((tx) => audit(tx, { ...entry, action: 'registrations.exported' }))
}
