import { randomUUID } from 'node:crypto'
import { audit } from '@/lib/audit/commands'
import { queueMessage } from '@/lib/messages/commands'
import { findMunicipality } from '@/lib/municipalities/queries'
import { db, type Transaction } from '@/lib/platform/db'
import { type LinkOwner, readPersonalToken } from '@/lib/platform/personal-token'
import type { Result } from '@/lib/platform/result'
import { questionIsInTime, whyClosed } from '@/lib/sessions/rules'
import { countsAsTakingPart, emailKey, mayMailAlreadyRegistered, whyNotTakePart } from './rules'
import type { RegisterRefusal, RegistrationInput, TakePartRefusal } from './schema'

type SignUp = RegistrationInput & {
  sessionId: string
  /** Identifies the form that was sent: the same form twice is one sign-up, not somebody who signs up again. */
  submissionId: string
}

/**
 * Signs somebody up in one transaction: registration, answers, confirmation in the outbox, audit entry. The unique index
 * over session and address decides whether this is the first; a second time changes nothing and answers the same: whose
 * sign-up it is and whether the question is in time.
 * Refuses with a reason when signing up is closed at `now` or the input names what does not exist.
 */
export async function registerParticipant(
  input: SignUp,
  { now }: { now: Date },
): Promise<Result<LinkOwner & { questionInTime: boolean }, RegisterRefusal>> {
  if (input.municipalityCode && !findMunicipality(input.municipalityCode)) {
    return { ok: false, reason: 'unknown-municipality' }
  }
  return db().$transaction(async (tx) => {
    await waitForOrganisers(tx, input.sessionId)
    const session = await tx.session.findFirst({
      where: { id: input.sessionId, publishedAt: { not: null } },
      include: { questions: { where: { retiredAt: null }, select: { id: true } } },
    })
    if (!session) return { ok: false, reason: 'unknown-session' }
    const closed = whyClosed(session, now)
    if (closed) return { ok: false, reason: closed }
    const asked = new Set(session.questions.map(({ id }) => id))
    if (Object.keys(input.answers).some((id) => !asked.has(id))) return { ok: false, reason: 'unknown-question' }

    const questionInTime = questionIsInTime(session, now)
    const created = await insertRegistration(tx, input, questionInTime, now)
    if (created) await storeRest(tx, created.id, input, now)
    const owner = created ?? (await tellAlreadyRegistered(tx, input, now))
    return { ok: true, value: { ...owner, questionInTime } }
  })
}

/**
 * What an organiser is changing of the session is done first, and what comes after waits: nobody signs up for what has just
 * been taken away, and sign-ups do not wait for each other.
 */
const waitForOrganisers = (tx: Transaction, sessionId: string) =>
  tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${sessionId}::uuid FOR KEY SHARE`

/** The new row, or undefined when this address was signed up before. */
async function insertRegistration(tx: Transaction, input: SignUp, questionInTime: boolean, now: Date) {
  const { answers: _, ...fields } = input
  const created = await tx.registration.createManyAndReturn({
    data: [{ ...fields, id: randomUUID(), emailKey: emailKey(input.email), questionInTime, createdAt: now }],
    skipDuplicates: true,
    select: { id: true, linkVersion: true },
  })
  return created[0]
}

async function storeRest(tx: Transaction, registrationId: string, input: SignUp, now: Date) {
  const answers = Object.entries(input.answers).filter(([, text]) => text)
  await tx.answer.createMany({
    data: answers.map(([questionId, text]) => ({ id: randomUUID(), registrationId, questionId, text })),
  })
  await queueMessage(tx, {
    kind: 'confirmation',
    dedupeKey: `confirmation:${registrationId}`,
    sessionId: input.sessionId,
    registrationId,
    dueAt: now,
    now,
  })
  await audit(tx, {
    at: now,
    actor: 'participant',
    action: 'registration.created',
    subjectType: 'registration',
    subjectId: registrationId,
  })
}

/** The row lock makes two at once wait for each other, so that they do not both find that no mail went out lately. */
async function tellAlreadyRegistered(tx: Transaction, input: SignUp, now: Date): Promise<LinkOwner> {
  const where = { sessionId: input.sessionId, emailKey: emailKey(input.email) }
  await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "sessionId" = ${where.sessionId}::uuid AND "emailKey" = ${where.emailKey} FOR UPDATE`
  const known = await tx.registration.findFirstOrThrow({
    where,
    select: {
      id: true,
      linkVersion: true,
      submissionId: true,
      messages: {
        where: { kind: 'already-registered' },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { createdAt: true },
      },
    },
  })
  const owner = { id: known.id, linkVersion: known.linkVersion }
  const sameForm = known.submissionId === input.submissionId
  if (sameForm || !mayMailAlreadyRegistered(known.messages[0]?.createdAt ?? null, now)) return owner
  await queueMessage(tx, {
    kind: 'already-registered',
    dedupeKey: `already-registered:${known.id}:${now.toISOString()}`,
    sessionId: input.sessionId,
    registrationId: known.id,
    dueAt: now,
    now,
  })
  return owner
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
  const entry = { at: now, actor: 'participant', subjectType: 'registration', subjectId: id }
  await audit(tx, { ...entry, action: 'registration.took-part' })
}
