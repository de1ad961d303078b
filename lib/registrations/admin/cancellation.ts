import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hasEnded } from '@/lib/sessions/rules'
import { auditRegistration } from '../audit'
import { type LockedRegistration, lockRegistration } from '../locks'
import type { CancellationRefusal } from '../schema'
import { registrationStatus } from '../status'
import { offerFreeSeats } from '../waitlist/offer-free-seats'
import { canOffer, freeSeats } from '../waitlist/rules'
import { countSeats } from '../waitlist/seats'
import { enqueueWelcome } from '../welcome-mail'

/** `version`: the version that the organiser saw. */
type TargetRegistration = { sessionId: string; id: string; version: number }
type NotifiableTarget = TargetRegistration & { shouldNotify: boolean }
type CancellationResult<Value = null> = Promise<Result<Value, CancellationRefusal>>

/**
 * Cancels a registration for an organiser; its unsent mails expire by themselves. Returns how many seats this offered to
 * the waitlist. Idempotent.
 */
export async function cancelRegistration(
  { shouldNotify, ...target }: NotifiableTarget,
  actor: Actor,
): CancellationResult<{ offered: number }> {
  return await db().$transaction(async (tx) => {
    const current = await lockRegistration(tx, target)
    if (!current) return refuse('unknown-registration')
    if (current.cancelledAt) return ok({ offered: 0 })
    if (current.version !== target.version) return refuse('changed-meanwhile')
    const session = await tx.session.findUniqueOrThrow({ where: { id: target.sessionId } })
    if (shouldNotify && !isMailRelevant(session, actor.now)) return refuse('mail-not-relevant')
    return ok({ offered: await cancelLockedRegistration(tx, current, { ...actor, shouldNotify }) })
  })
}

/** `organiserId` is left out when the participant cancels. */
type Cancellation = { now: Date; organiserId?: string; shouldNotify: boolean }

/** Cancels a locked registration. Returns how many seats this offered to the waitlist. */
export async function cancelLockedRegistration(
  tx: Transaction,
  {
    id,
    sessionId,
    version,
    offerExpiresAt,
  }: Pick<LockedRegistration, 'id' | 'sessionId' | 'version' | 'offerExpiresAt'>,
  { now, organiserId, shouldNotify }: Cancellation,
): Promise<number> {
  // The offer page tells a declined seat from a withdrawn one by the expiry that is left.
  await updateStatus(tx, id, { cancelledAt: now, offerExpiresAt: organiserId ? null : offerExpiresAt })
  if (shouldNotify) {
    await enqueueMessage(tx, {
      kind: 'registrationCancelled',
      dedupeKey: `cancelled:${id}:${version + 1}`,
      sessionId,
      registrationId: id,
      ...(!organiserId && { details: { bySelf: true } }),
      dueAt: now,
      now,
    })
  }
  await auditRegistration(tx, 'registrationCancelled', { now, organiserId, registrationId: id })
  return await offerFreeSeats(tx, sessionId, now)
}

/**
 * Restores a cancelled registration with its answers and their guarantee. Without a free seat it joins the end of the
 * waitlist. Refuses with `full-and-closed` when seats are no longer offered either. Idempotent.
 */
export async function restoreRegistration(
  { shouldNotify, ...target }: NotifiableTarget,
  { now, organiserId }: Actor,
): CancellationResult<{ isWaitlisted: boolean }> {
  const { sessionId, id: registrationId, version } = target
  return await db().$transaction(async (tx) => {
    const current = await lockRegistration(tx, target)
    if (!current) return refuse('unknown-registration')
    if (!current.cancelledAt) return ok({ isWaitlisted: current.waitlistedAt !== null })
    if (current.version !== version) return refuse('changed-meanwhile')
    const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId } })
    if (shouldNotify && !isMailRelevant(session, now)) return refuse('mail-not-relevant')
    if (!session.publishedAt) return refuse('not-published')
    const isWaitlisted = freeSeats(await countSeats(tx, sessionId)) <= 0
    if (isWaitlisted && !canOffer(session, now)) return refuse('full-and-closed')
    await updateStatus(tx, registrationId, {
      cancelledAt: null,
      waitlistedAt: isWaitlisted ? now : null,
      offerExpiresAt: null,
      transferredToId: null,
    })
    const dedupeSuffix = `${version + 1}`
    if (shouldNotify) await enqueueWelcome(tx, { sessionId, registrationId, isWaitlisted, dedupeSuffix, now })
    const action = isWaitlisted ? 'registrationRestoredToWaitlist' : 'registrationRestored'
    await auditRegistration(tx, action, { now, organiserId, registrationId })
    return ok({ isWaitlisted })
  })
}

/** `sentCount`: how many confirmations the organiser saw. It makes a repeated request send one mail. */
type ConfirmationResend = TargetRegistration & { sentCount: number }

/** Enqueues another confirmation, with the current content, for a participant with a seat. */
export async function resendConfirmation(
  { sentCount, ...target }: ConfirmationResend,
  { now, organiserId }: Actor,
): CancellationResult {
  const { sessionId, id: registrationId, version } = target
  return await db().$transaction(async (tx) => {
    const current = await lockRegistration(tx, target)
    if (!current) return refuse('unknown-registration')
    if (registrationStatus(current) !== 'signed-up' || current.version !== version) return refuse('changed-meanwhile')
    const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId } })
    if (!isMailRelevant(session, now)) return refuse('mail-not-relevant')
    const mail = { sessionId, registrationId, isWaitlisted: false, dedupeSuffix: `again-${sentCount}`, now }
    if (await enqueueWelcome(tx, mail))
      await auditRegistration(tx, 'confirmationResent', { now, organiserId, registrationId })
    return ok(null)
  })
}

type StatusFields = {
  cancelledAt: Date | null
  waitlistedAt?: Date | null
  offerExpiresAt: Date | null
  transferredToId?: null
}

function updateStatus(tx: Transaction, id: string, fields: StatusFields) {
  return tx.registration.update({ where: { id }, data: { ...fields, version: { increment: 1 } } })
}

/** Returns whether a mail about the session still makes sense: it is not cancelled and has not ended. */
const isMailRelevant = (session: { cancelledAt: Date | null; endsAt: Date }, now: Date) =>
  !session.cancelledAt && !hasEnded(session, now)
