import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hasEnded, isBeforeQuestionDeadline, registrationRefusal } from '@/lib/sessions/rules'
import { handleDuplicateRegistration } from './duplicate-registration'
import { createRegistration, type NewRegistration } from './insert'
import { deleteMistypedPending } from './pending-registration'
import { type RepeatOptions, repeatForm } from './repeated-form'
import type { AdminRegistrationRefusal, RegisterRefusal, RegistrationResult } from './schema'
import { unknownReferenceRefusal } from './update'
import { canOffer, freeSeats, hasFreeSeat } from './waitlist/rules'
import { countSeats, lockSeats } from './waitlist/seats'

/**
 * Registers a participant in one transaction: registration, answers, mail and audit entry. Without a free seat the
 * participant is waitlisted. Sending the same form again changes that registration, even after registration closed. The
 * result does not reveal whether the address was registered before.
 */
export async function registerParticipant(
  input: NewRegistration,
  { now, wasAnswered = false }: { now: Date; wasAnswered?: boolean },
): Promise<Result<RegistrationResult, RegisterRefusal>> {
  return await db().$transaction(async (tx) => {
    await lockSeats(tx, input.sessionId)
    const session = await tx.session.findFirst({ where: { id: input.sessionId, publishedAt: { not: null } } })
    if (!session) return refuse('unknown-session')
    const options: RepeatOptions = { now, wasAnswered }
    const repeated = await repeatForm(tx, input, options)
    if (repeated && 'ok' in repeated) return repeated
    const refusal = repeated ? null : registrationRefusal(session, now)
    const referenceRefusal = await unknownReferenceRefusal(tx, input, repeated ? {} : { retiredAt: null })
    if (refusal) return refuse(refusal)
    if (referenceRefusal) return refuse(referenceRefusal)

    // A corrected address gets the same result whether it is registered or not.
    const withdrawn = repeated?.withdrawn
    const isCorrection = await deleteMistypedPending(tx, input, wasAnswered)
    const isWaitlisted = session.capacity !== null && !hasFreeSeat(await countSeats(tx, input.sessionId))
    const askedBeforeDeadline = withdrawn?.askedBeforeDeadline ?? isBeforeQuestionDeadline(session, now)
    const initialStatus = { askedBeforeDeadline, waitlistedAt: isWaitlisted ? now : null }
    const created = await createRegistration(tx, input, initialStatus, { now })
    if (created) return ok({ askedBeforeDeadline, isWaitlisted, isChange: isCorrection, isChangedLate: false })
    // A concurrent copy of this form may have been stored in between.
    const concurrent = await repeatForm(tx, input, options)
    if (concurrent && 'ok' in concurrent) return concurrent
    const result = await handleDuplicateRegistration(tx, input, initialStatus, options)
    return ok(withdrawn ?? { ...result, isChange: result.isChange || isCorrection })
  })
}

/**
 * Registers a participant for an organiser, also after registration closed. Without a free seat the participant is
 * waitlisted. Returns the id of the registration; the same form sent twice is one registration.
 */
export async function registerByHand(
  { shouldSendConfirmation, ...input }: NewRegistration & { shouldSendConfirmation: boolean },
  actor: Actor,
): Promise<Result<{ id: string }, AdminRegistrationRefusal>> {
  const { sessionId, email, idempotencyKey } = input
  const { now } = actor
  return await db().$transaction(async (tx) => {
    await lockSeats(tx, sessionId)
    const session = await tx.session.findUnique({ where: { id: sessionId } })
    if (!session) return refuse('unknown-session')
    if (session.cancelledAt) return refuse('session-cancelled')
    if (!session.publishedAt) return refuse('not-published')
    if (shouldSendConfirmation && hasEnded(session, now)) return refuse('mail-not-relevant')
    const referenceRefusal = await unknownReferenceRefusal(tx, input)
    if (referenceRefusal) return refuse(referenceRefusal)

    const isWaitlisted = freeSeats(await countSeats(tx, sessionId)) <= 0
    if (isWaitlisted && !canOffer(session, now)) return refuse('full-and-closed')
    const askedBeforeDeadline = isBeforeQuestionDeadline(session, now)
    const initialStatus = { askedBeforeDeadline, waitlistedAt: isWaitlisted ? now : null }
    const creation = { ...actor, shouldSendMail: shouldSendConfirmation }
    const created = await createRegistration(tx, input, initialStatus, creation)
    if (created) return ok({ id: created.id })
    const sameForm = { sessionId, idempotencyKey, normalizedEmail: normalizeEmail(email) }
    const existing = await tx.registration.findFirst({ where: sameForm })
    return existing ? ok({ id: existing.id }) : refuse('address-taken')
  })
}
