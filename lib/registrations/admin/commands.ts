import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/email-address'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hasEnded, isBeforeQuestionDeadline } from '@/lib/sessions/rules'
import { createRegistration, type NewRegistration } from '../insert'
import { lockRegistration } from '../locks'
import type { AdminRegistrationRefusal, RegistrationInput } from '../schema'
import { runEmailUpdate, unknownReferenceRefusal, updateLockedRegistration } from '../update'
import { canOffer, freeSeats } from '../waitlist/rules'
import { countSeats, lockSeats } from '../waitlist/seats'

type ManualRegistration = NewRegistration & { shouldSendConfirmation: boolean }

/**
 * Registers a participant for an organiser, also after registration closed, and returns the id. Without a free seat the
 * participant is waitlisted. Refuses with `not-published`, because the mail would link to a missing page. Refuses with
 * `mail-not-relevant` for a confirmation after the session. The same form sent twice is one registration.
 */
export async function registerByHand(
  { shouldSendConfirmation, ...input }: ManualRegistration,
  { now, organiserId }: Actor,
): Promise<Result<{ id: string }, AdminRegistrationRefusal>> {
  return await db().$transaction(async (tx) => {
    await lockSeats(tx, input.sessionId)
    const session = await tx.session.findUnique({ where: { id: input.sessionId } })
    if (!session) return refuse('unknown-session')
    if (session.cancelledAt) return refuse('session-cancelled')
    if (!session.publishedAt) return refuse('not-published')
    if (shouldSendConfirmation && hasEnded(session, now)) return refuse('mail-not-relevant')
    const referenceRefusal = await unknownReferenceRefusal(tx, input)
    if (referenceRefusal) return refuse(referenceRefusal)

    const isWaitlisted = freeSeats(await countSeats(tx, input.sessionId)) <= 0
    if (isWaitlisted && !canOffer(session, now)) return refuse('full-and-closed')
    const askedBeforeDeadline = isBeforeQuestionDeadline(session, now)
    const initialStatus = { askedBeforeDeadline, waitlistedAt: isWaitlisted ? now : null }
    const creation = { now, organiserId, shouldSendWelcome: shouldSendConfirmation }
    const created = await createRegistration(tx, input, initialStatus, creation)
    return created ? ok({ id: created.id }) : await duplicateResult(tx, input)
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
  return existing.idempotencyKey === idempotencyKey ? ok({ id: existing.id }) : refuse('address-taken')
}

type RegistrationUpdate = RegistrationInput & { sessionId: string; id: string; version: number }

/**
 * Updates a registration for an organiser. Another address invalidates earlier personal links.
 * Refuses with `changed-meanwhile` when `version` is outdated, unless nothing differs.
 */
export async function updateRegistration(
  { sessionId, id, version, ...input }: RegistrationUpdate,
  actor: Actor,
): Promise<Result<null, AdminRegistrationRefusal>> {
  return await runEmailUpdate<null, AdminRegistrationRefusal>(async (tx) => {
    const current = await lockRegistration(tx, { sessionId, id }, { blocksTriage: true })
    if (!current) return refuse('unknown-registration')
    const update = { current, input, version, answerEditKind: 'by-organiser' } as const
    const result = await updateLockedRegistration(tx, update, actor)
    return result.ok ? ok(null) : result
  })
}
