import type { By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { hasBeen, questionIsInTime } from '@/lib/sessions/rules'
import { changeFilledIn, whyUnknown } from './change'
import { countPlaces, holdPlaces } from './places'
import { canOffer, emailKey, freePlaces } from './rules'
import type { DeskSignUpRefusal, RegistrationInput } from './schema'
import { auditRegistration, insertRegistration, queueWelcome, type SignUp, storeAnswers } from './store'

type ByHand = SignUp & { confirm: boolean }

/**
 * Signs somebody up for an organiser, also after signing up has closed; gives the id. Without a free place they are on the
 * waiting list, unless nothing is offered any more. With `confirm` the participant gets the mail that says so; refused when
 * it is over, for nobody is mailed to come to what has been. The same form sent twice is one sign-up. Refuses an address
 * that is signed up already, and while the kennissessie is not on the site: what the confirmation leads to would not be there.
 */
export async function registerByHand(
  { confirm, ...input }: ByHand,
  { now, organiserId }: By,
): Promise<Result<{ id: string }, DeskSignUpRefusal>> {
  return await db().$transaction(async (tx) => {
    await holdPlaces(tx, input.sessionId)
    const session = await tx.session.findUnique({
      where: { id: input.sessionId },
      select: {
        questionDeadlineAt: true,
        registrationClosesAt: true,
        endsAt: true,
        publishedAt: true,
        cancelledAt: true,
      },
    })
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: false, reason: 'session-cancelled' }
    if (!session.publishedAt) return { ok: false, reason: 'not-published' }
    if (confirm && hasBeen(session, now)) return { ok: false, reason: 'no-mail-any-more' }
    const unknown = await whyUnknown(tx, input)
    if (unknown) return { ok: false, reason: unknown }

    const waits = freePlaces(await countPlaces(tx, input.sessionId)) <= 0
    if (waits && !canOffer(session, now)) return { ok: false, reason: 'full-and-closed' }
    const standing = { questionInTime: questionIsInTime(session, now), waitingSince: waits ? now : null }
    const created = await insertRegistration(tx, input, standing, now)
    if (!created) return await alreadyThere(tx, input)
    const about = { registrationId: created.id, now }
    await storeAnswers(tx, created.id, input.answers)
    if (confirm) await queueWelcome(tx, { ...about, sessionId: input.sessionId, waits })
    await auditRegistration(tx, waits ? 'registration.created-waiting' : 'registration.created', {
      ...about,
      organiserId,
    })
    return { ok: true, value: { id: created.id } }
  })
}

async function alreadyThere(
  tx: Transaction,
  { sessionId, email, submissionId }: SignUp,
): Promise<Result<{ id: string }, 'address-taken'>> {
  const known = await tx.registration.findFirstOrThrow({
    where: { sessionId, emailKey: emailKey(email) },
    select: { id: true, submissionId: true },
  })
  return known.submissionId === submissionId
    ? { ok: true, value: { id: known.id } }
    : { ok: false, reason: 'address-taken' }
}

type Change = RegistrationInput & { sessionId: string; id: string; version: number }

/**
 * Changes what somebody filled in. `version` is the one that the organiser saw; refused when a colleague changed it since,
 * unless it is the very same change. Another address makes the personal links of before dead: they were for somebody else.
 */
export async function changeRegistration(change: Change, by: By): Promise<Result<null, DeskSignUpRefusal>> {
  const attempt = db().$transaction((tx) => changeIn(tx, change, by))
  return await attempt.catch((error: unknown) => {
    if (isTaken(error)) return { ok: false, reason: 'address-taken' }
    throw error
  })
}

async function changeIn(
  tx: Transaction,
  { sessionId, id, version, ...input }: Change,
  by: By,
): Promise<Result<null, DeskSignUpRefusal>> {
  // Nobody decides in the vragenronde about an answer that changes meanwhile.
  await holdRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  const standing = await holdRegistration(tx, sessionId, id)
  if (!standing) return { ok: false, reason: 'unknown-registration' }
  const result = await changeFilledIn(tx, { standing, input, version, answerChange: 'by-organiser' }, by)
  return result.ok ? { ok: true, value: null } : result
}

/** The row of a sign-up, which nobody else can change until the transaction ends; null when there is none, or nobody knows any more whose it was. */
export async function holdRegistration(tx: Transaction, sessionId: string, id: string) {
  // First the session, as everybody else does: the other way round two could wait for each other.
  await holdPlaces(tx, sessionId)
  await holdRow(tx, 'Registration', id)
  return await tx.registration.findFirst({
    where: { id, sessionId, erasedAt: null },
    include: { answers: { select: { questionId: true, text: true } } },
  })
}

/** The unique index over session and address refused. */
export const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'
