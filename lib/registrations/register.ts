import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hasEnded, isBeforeQuestionDeadline, registrationRefusal } from '@/lib/sessions/rules'
import { handleDuplicateRegistration, type RegistrationResult } from './duplicate-registration'
import { createRegistration, type NewRegistration } from './insert'
import type { AdminRegistrationRefusal, RegisterRefusal } from './schema'
import { unknownReferenceRefusal } from './update'
import { canOffer, freeSeats, hasFreeSeat } from './waitlist/rules'
import { countSeats, lockSeats } from './waitlist/seats'

/**
 * Registers a participant in one transaction: registration, answers, mail and audit entry. Without a free seat the
 * participant is waitlisted. The result does not reveal whether the address was registered before.
 */
export async function registerParticipant(
  input: NewRegistration,
  { now }: { now: Date },
): Promise<Result<RegistrationResult, RegisterRefusal>> {
  return await db().$transaction(async (tx) => {
    await lockSeats(tx, input.sessionId)
    const session = await tx.session.findFirst({ where: { id: input.sessionId, publishedAt: { not: null } } })
    if (!session) return refuse('unknown-session')
    const isActive = { retiredAt: null }
    const refusal = registrationRefusal(session, now) ?? (await unknownReferenceRefusal(tx, input, isActive))
    if (refusal) return refuse(refusal)

    const isWaitlisted = session.capacity !== null && !hasFreeSeat(await countSeats(tx, input.sessionId))
    const askedBeforeDeadline = isBeforeQuestionDeadline(session, now)
    const initialStatus = { askedBeforeDeadline, waitlistedAt: isWaitlisted ? now : null }
    const created = await createRegistration(tx, input, initialStatus, { now })
    if (!created) return await handleDuplicateRegistration(tx, input, initialStatus, now)
    return ok({ ...created, askedBeforeDeadline, isWaitlisted })
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
    const isSameAddress = { sessionId, normalizedEmail: normalizeEmail(email) }
    const existing = await tx.registration.findFirstOrThrow({ where: isSameAddress })
    return existing.idempotencyKey === idempotencyKey ? ok({ id: existing.id }) : refuse('address-taken')
  })
}
