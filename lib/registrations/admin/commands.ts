import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import type { Result } from '@/lib/platform/result'
import { hasEnded, isBeforeQuestionDeadline } from '@/lib/sessions/rules'
import { auditRegistration, enqueueWelcome, insertAnswers, insertRegistration, type NewRegistration } from '../insert'
import { canOffer, freeSeats, normalizeEmail } from '../rules'
import type { AdminRegistrationRefusal, RegistrationInput } from '../schema'
import { unknownReferenceRefusal, updateLockedRegistration } from '../update'
import { countSeats, lockSeats } from '../waitlist/seats'

type ManualRegistration = NewRegistration & { shouldSendConfirmation: boolean }

/**
 * Signs somebody up for an organiser, also after signing up has closed; gives the id. Without a free place they are on the
 * waiting list, unless nothing is offered any more. With `confirm` the participant gets the mail that says so; refused when
 * it is over, for nobody is mailed to come to what has been. The same form sent twice is one sign-up. Refuses an address
 * that is signed up already, and while the kennissessie is not on the site: what the confirmation leads to would not be there.
 */
export async function registerByHand(
  { shouldSendConfirmation, ...input }: ManualRegistration,
  { now, organiserId }: Actor,
): Promise<Result<{ id: string }, AdminRegistrationRefusal>> {
  return await db().$transaction(async (tx) => {
    await lockSeats(tx, input.sessionId)
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
    if (shouldSendConfirmation && hasEnded(session, now)) return { ok: false, reason: 'mail-not-relevant' }
    const referenceRefusal = await unknownReferenceRefusal(tx, input)
    if (referenceRefusal) return { ok: false, reason: referenceRefusal }

    const isWaitlisted = freeSeats(await countSeats(tx, input.sessionId)) <= 0
    if (isWaitlisted && !canOffer(session, now)) return { ok: false, reason: 'full-and-closed' }
    const initialStatus = {
      askedBeforeDeadline: isBeforeQuestionDeadline(session, now),
      waitlistedAt: isWaitlisted ? now : null,
    }
    const created = await insertRegistration(tx, input, initialStatus, now)
    if (!created) return await duplicateResult(tx, input)
    const context = { registrationId: created.id, now }
    await insertAnswers(tx, created.id, input.answers)
    if (shouldSendConfirmation) await enqueueWelcome(tx, { ...context, sessionId: input.sessionId, isWaitlisted })
    await auditRegistration(tx, isWaitlisted ? 'registrationWaitlisted' : 'registrationCreated', {
      ...context,
      organiserId,
    })
    return { ok: true, value: { id: created.id } }
  })
}

async function duplicateResult(
  tx: Transaction,
  { sessionId, email, idempotencyKey }: NewRegistration,
): Promise<Result<{ id: string }, 'address-taken'>> {
  const existing = await tx.registration.findFirstOrThrow({
    where: { sessionId, normalizedEmail: normalizeEmail(email) },
    select: { id: true, idempotencyKey: true },
  })
  return existing.idempotencyKey === idempotencyKey
    ? { ok: true, value: { id: existing.id } }
    : { ok: false, reason: 'address-taken' }
}

type RegistrationUpdate = RegistrationInput & { sessionId: string; id: string; version: number }

/**
 * Changes what somebody filled in. `version` is the one that the organiser saw; refused when a colleague changed it since,
 * unless it is the very same change. Another address makes the personal links of before dead: they were for somebody else.
 */
export async function updateRegistration(
  update: RegistrationUpdate,
  actor: Actor,
): Promise<Result<null, AdminRegistrationRefusal>> {
  const attempt = db().$transaction((tx) => updateInTransaction(tx, update, actor))
  return await attempt.catch((error: unknown) => {
    if (isUniqueViolation(error)) return { ok: false, reason: 'address-taken' }
    throw error
  })
}

async function updateInTransaction(
  tx: Transaction,
  { sessionId, id, version, ...input }: RegistrationUpdate,
  actor: Actor,
): Promise<Result<null, AdminRegistrationRefusal>> {
  // Nobody decides in the vragenronde about an answer that changes meanwhile.
  await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  const current = await lockRegistration(tx, sessionId, id)
  if (!current) return { ok: false, reason: 'unknown-registration' }
  const result = await updateLockedRegistration(tx, { current, input, version, answerEditKind: 'by-organiser' }, actor)
  return result.ok ? { ok: true, value: null } : result
}

/** The row of a sign-up, which nobody else can change until the transaction ends; null when there is none, or nobody knows any more whose it was. */
export async function lockRegistration(tx: Transaction, sessionId: string, id: string) {
  // First the session, as everybody else does: the other way round two could wait for each other.
  await lockSeats(tx, sessionId)
  await lockRow(tx, 'Registration', id)
  return await tx.registration.findFirst({
    where: { id, sessionId, erasedAt: null },
    include: { answers: { select: { questionId: true, text: true } } },
  })
}

/** The unique index over session and address refused. */
export const isUniqueViolation = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'
