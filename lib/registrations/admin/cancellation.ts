import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hasEnded } from '@/lib/sessions/rules'
import { auditRegistration } from '../change-log'
import { type LockedRegistration, lockRegistration } from '../locks'
import { enqueueRegistrationMail, enqueueStatusMail } from '../registration-mail'
import type { CancellationRefusal } from '../schema'
import { registrationStatus } from '../status'
import { offerFreeSeats } from '../waitlist/offers'
import { canOffer, freeSeats } from '../waitlist/rules'
import { countSeats } from '../waitlist/seats'

/** Registration that an organiser acts on. `version`: as the page showed it. `shouldNotify`: mail the participant. */
type Target = { sessionId: string; id: string; version: number; shouldNotify: boolean }
type CancellationResult<Value> = Promise<Result<Value, CancellationRefusal>>

/** Cancels a registration for an organiser. Returns how many seats were then offered to the waitlist. Idempotent. */
export async function cancelRegistration(target: Target, actor: Actor): CancellationResult<{ offered: number }> {
  return await db().$transaction(async (tx) => {
    const current = await lockRegistration(tx, target)
    if (!current) return refuse('unknown-registration')
    if (current.cancelledAt) return ok({ offered: 0 })
    const refusal = targetRefusal(current, target, actor.now)
    if (refusal) return refuse(refusal)
    return ok({ offered: await cancelLockedRegistration(tx, current, { ...actor, shouldNotify: target.shouldNotify }) })
  })
}

/**
 * Cancels a locked registration, for the organiser `organiserId` or else for the participant. Returns how many seats were
 * then offered to the waitlist.
 */
export async function cancelLockedRegistration(
  tx: Transaction,
  registration: LockedRegistration,
  { now, organiserId, shouldNotify }: { now: Date; organiserId?: string; shouldNotify: boolean },
): Promise<number> {
  const { id, sessionId, version } = registration
  // The offer page shows a cancelled offer as declined while it has an expiry, and else as withdrawn.
  const offerExpiresAt = organiserId ? null : registration.offerExpiresAt
  const data = { cancelledAt: now, offerExpiresAt, version: { increment: 1 } }
  await tx.registration.update({ where: { id }, data })
  if (shouldNotify) {
    const details = organiserId ? undefined : { bySelf: true }
    const dedupeKey = `cancelled:${id}:${version + 1}`
    await enqueueRegistrationMail(tx, registration, { kind: 'registrationCancelled', dedupeKey, details, now })
  }
  await auditRegistration(tx, 'registrationCancelled', { now, organiserId, registrationId: id })
  return await offerFreeSeats(tx, sessionId, now)
}

/** Restores a cancelled registration. If the session is full, it joins the waitlist. Restoring again changes nothing. */
export async function restoreRegistration(target: Target, actor: Actor): CancellationResult<{ isWaitlisted: boolean }> {
  const { now } = actor
  return await db().$transaction(async (tx) => {
    const current = await lockRegistration(tx, target)
    if (!current) return refuse('unknown-registration')
    if (!current.cancelledAt) return ok({ isWaitlisted: current.waitlistedAt !== null })
    const refusal = targetRefusal(current, target, now)
    if (refusal) return refuse(refusal)
    const { id, sessionId, session, version } = current
    if (!session.publishedAt) return refuse('not-published')
    const isWaitlisted = freeSeats(await countSeats(tx, sessionId)) <= 0
    if (isWaitlisted && !canOffer(session, now)) return refuse('full-and-closed')
    const status = { waitlistedAt: isWaitlisted ? now : null, offerExpiresAt: null }
    const data = { ...status, cancelledAt: null, transferredToId: null, version: { increment: 1 } }
    await tx.registration.update({ where: { id }, data })
    if (target.shouldNotify)
      await enqueueStatusMail(tx, { id, sessionId, ...status }, { dedupeSuffix: `${version + 1}`, now })
    const action = isWaitlisted ? 'registrationRestoredToWaitlist' : 'registrationRestored'
    await auditRegistration(tx, action, { ...actor, registrationId: id })
    return ok({ isWaitlisted })
  })
}

/**
 * Mails the confirmation of a seat again. `sentCount` is the number of confirmations that the page showed. Calls with the
 * same number send one mail, so that a button pressed twice does too.
 */
export async function resendConfirmation(
  { sentCount, ...target }: Omit<Target, 'shouldNotify'> & { sentCount: number },
  actor: Actor,
): CancellationResult<null> {
  const { now } = actor
  return await db().$transaction(async (tx) => {
    const current = await lockRegistration(tx, target)
    if (!current) return refuse('unknown-registration')
    if (registrationStatus(current) !== 'signed-up') return refuse('changed-meanwhile')
    const refusal = targetRefusal(current, { ...target, shouldNotify: true }, now)
    if (refusal) return refuse(refusal)
    if (await enqueueStatusMail(tx, current, { dedupeSuffix: `again-${sentCount}`, now }))
      await auditRegistration(tx, 'confirmationResent', { ...actor, registrationId: current.id })
    return ok(null)
  })
}

/**
 * Returns `changed-meanwhile` when `target.version` is outdated, and `mail-not-relevant` when a mail is asked for although
 * the session was cancelled or has ended. Returns `null` otherwise.
 */
function targetRefusal({ version, session }: LockedRegistration, target: Target, now: Date) {
  if (version !== target.version) return 'changed-meanwhile'
  const isMailRelevant = !session.cancelledAt && !hasEnded(session, now)
  return target.shouldNotify && !isMailRelevant ? 'mail-not-relevant' : null
}
