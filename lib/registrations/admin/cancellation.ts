import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { Result } from '@/lib/platform/result'
import { hasEnded } from '@/lib/sessions/rules'
import { auditRegistration, enqueueWelcome } from '../insert'
import { canOffer, freeSeats } from '../rules'
import type { CancellationRefusal } from '../schema'
import { countSeats, offerFreeSeats } from '../waitlist/seats'
import { lockRegistration } from './commands'

/** `version`: the one that the organiser saw. `tell`: whether the participant gets a mail about it. */
type TargetRegistration = { sessionId: string; id: string; version: number; shouldNotify: boolean }
type CancellationResult<Value = null> = Promise<Result<Value, CancellationRefusal>>

/**
 * Takes somebody off the list; what is still to be mailed to them is dropped at its turn. Done twice is done once. Gives to how
 * many of those who wait a place is offered now.
 */
export async function cancelRegistration(
  { sessionId, id, version, shouldNotify }: TargetRegistration,
  actor: Actor,
): CancellationResult<{ offered: number }> {
  return await db().$transaction(async (tx) => {
    const current = await lockRegistration(tx, sessionId, id)
    if (!current) return { ok: false, reason: 'unknown-registration' }
    if (current.cancelledAt) return { ok: true, value: { offered: 0 } }
    if (current.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (shouldNotify && !(await isMailStillRelevant(tx, sessionId, actor.now)))
      return { ok: false, reason: 'mail-not-relevant' }
    return { ok: true, value: { offered: await cancelLockedRegistration(tx, { ...current, shouldNotify }, actor) } }
  })
}

type LockedRegistration = {
  id: string
  sessionId: string
  version: number
  offerExpiresAt: Date | null
  shouldNotify: boolean
}

/**
 * Takes somebody off the list whose row is held: for an organiser, or else by themselves. Gives how many places are offered now
 * to who waits.
 */
export async function cancelLockedRegistration(
  tx: Transaction,
  { id, sessionId, version, offerExpiresAt, shouldNotify }: LockedRegistration,
  { now, organiserId }: { now: Date; organiserId?: string },
): Promise<number> {
  // Without the offer the participant's page tells a place that was taken from them from one that they let go.
  await updateStatus(tx, id, { cancelledAt: now, offerExpiresAt: organiserId ? null : offerExpiresAt })
  if (shouldNotify) {
    await enqueueMessage(tx, {
      kind: 'registration-cancelled',
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
 * Puts somebody back on the list as they were: in time or later does not change. Without a free place they wait for one, behind
 * who was waiting already; refused when nothing is offered any more. Done twice is done once.
 */
export async function restoreRegistration(
  { sessionId, id, version, shouldNotify }: TargetRegistration,
  actor: Actor,
): CancellationResult<{ isWaitlisted: boolean }> {
  return await db().$transaction(async (tx) => {
    const current = await lockRegistration(tx, sessionId, id)
    if (!current) return { ok: false, reason: 'unknown-registration' }
    if (!current.cancelledAt) return { ok: true, value: { isWaitlisted: current.waitlistedAt !== null } }
    if (current.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (shouldNotify && !(await isMailStillRelevant(tx, sessionId, actor.now)))
      return { ok: false, reason: 'mail-not-relevant' }
    const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: sessionStage })
    if (!session.publishedAt) return { ok: false, reason: 'not-published' }
    const isWaitlisted = freeSeats(await countSeats(tx, sessionId)) <= 0
    if (isWaitlisted && !canOffer(session, actor.now)) return { ok: false, reason: 'full-and-closed' }
    await updateStatus(tx, id, {
      cancelledAt: null,
      waitlistedAt: isWaitlisted ? actor.now : null,
      offerExpiresAt: null,
      transferredToId: null,
    })
    const context = { registrationId: id, now: actor.now }
    if (shouldNotify) await enqueueWelcome(tx, { ...context, sessionId, isWaitlisted, again: `${version + 1}` })
    const action = isWaitlisted ? 'registrationRestoredToWaitlist' : 'registrationRestored'
    await auditRegistration(tx, action, { ...actor, registrationId: id })
    return { ok: true, value: { isWaitlisted } }
  })
}

const sessionStage = { publishedAt: true, cancelledAt: true, registrationClosesAt: true } as const

type ConfirmationResend = Omit<TargetRegistration, 'shouldNotify'> & {
  /** How many confirmations the organiser saw: pressed twice it is one more. */
  sentCount: number
}

/** Sends the confirmation once more, made from how things are now, to who has a place. */
export async function resendConfirmation(
  { sessionId, id, version, sentCount }: ConfirmationResend,
  actor: Actor,
): CancellationResult {
  return await db().$transaction(async (tx) => {
    const current = await lockRegistration(tx, sessionId, id)
    if (!current) return { ok: false, reason: 'unknown-registration' }
    const { cancelledAt, waitlistedAt } = current
    if (cancelledAt || waitlistedAt || current.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (!(await isMailStillRelevant(tx, sessionId, actor.now))) return { ok: false, reason: 'mail-not-relevant' }
    const dedupeSuffix = `again-${sentCount}`
    const isEnqueued = await enqueueWelcome(tx, {
      sessionId,
      registrationId: id,
      isWaitlisted: false,
      again: dedupeSuffix,
      now: actor.now,
    })
    if (isEnqueued) await auditRegistration(tx, 'confirmationResent', { ...actor, registrationId: id })
    return { ok: true, value: null }
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

/** Whether a mail about it still makes sense: the kennissessie is to come. */
async function isMailStillRelevant(tx: Transaction, sessionId: string, now: Date): Promise<boolean> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { cancelledAt: true, endsAt: true },
  })
  return !session.cancelledAt && !hasEnded(session, now)
}
