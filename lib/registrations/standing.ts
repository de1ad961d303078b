import type { By } from '@/lib/audit/commands'
import { queueMessage } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { hasBeen } from '@/lib/sessions/rules'
import { holdRegistration } from './desk'
import { countPlaces, offerFreePlaces } from './places'
import { canOffer, freePlaces } from './rules'
import type { StandingRefusal } from './schema'
import { auditRegistration, queueWelcome } from './store'

/** `version`: the one that the organiser saw. `tell`: whether the participant gets a mail about it. */
type AsSeen = { sessionId: string; id: string; version: number; tell: boolean }
type Outcome<Value = null> = Promise<Result<Value, StandingRefusal>>

/**
 * Takes somebody off the list; what is still to be mailed to them is dropped at its turn. Done twice is done once. Gives to how
 * many of those who wait a place is offered now.
 */
export async function cancelRegistration(
  { sessionId, id, version, tell }: AsSeen,
  by: By,
): Outcome<{ offered: number }> {
  return await db().$transaction(async (tx) => {
    const standing = await holdRegistration(tx, sessionId, id)
    if (!standing) return { ok: false, reason: 'unknown-registration' }
    if (standing.cancelledAt) return { ok: true, value: { offered: 0 } }
    if (standing.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (tell && !(await canBeMailed(tx, sessionId, by.now))) return { ok: false, reason: 'no-mail-any-more' }
    return { ok: true, value: { offered: await takeOff(tx, { ...standing, tell }, by) } }
  })
}

type OnTheList = { id: string; sessionId: string; version: number; offerExpiresAt: Date | null; tell: boolean }

/**
 * Takes somebody off the list whose row is held: for an organiser, or else by themselves. Gives how many places are offered now
 * to who waits.
 */
export async function takeOff(
  tx: Transaction,
  { id, sessionId, version, offerExpiresAt, tell }: OnTheList,
  { now, organiserId }: { now: Date; organiserId?: string },
): Promise<number> {
  // Without the offer the participant's page tells a place that was taken from them from one that they let go.
  await turn(tx, id, { cancelledAt: now, offerExpiresAt: organiserId ? null : offerExpiresAt })
  if (tell) {
    await queueMessage(tx, {
      kind: 'registration-cancelled',
      dedupeKey: `cancelled:${id}:${version + 1}`,
      sessionId,
      registrationId: id,
      ...(!organiserId && { details: { bySelf: true } }),
      dueAt: now,
      now,
    })
  }
  await auditRegistration(tx, 'registration.cancelled', { now, organiserId, registrationId: id })
  return await offerFreePlaces(tx, sessionId, now)
}

/**
 * Puts somebody back on the list as they were: in time or later does not change. Without a free place they wait for one, behind
 * who was waiting already; refused when nothing is offered any more. Done twice is done once.
 */
export async function restoreRegistration(
  { sessionId, id, version, tell }: AsSeen,
  by: By,
): Outcome<{ waits: boolean }> {
  return await db().$transaction(async (tx) => {
    const standing = await holdRegistration(tx, sessionId, id)
    if (!standing) return { ok: false, reason: 'unknown-registration' }
    if (!standing.cancelledAt) return { ok: true, value: { waits: standing.waitingSince !== null } }
    if (standing.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (tell && !(await canBeMailed(tx, sessionId, by.now))) return { ok: false, reason: 'no-mail-any-more' }
    const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: stage })
    if (!session.publishedAt) return { ok: false, reason: 'not-published' }
    const waits = freePlaces(await countPlaces(tx, sessionId)) <= 0
    if (waits && !canOffer(session, by.now)) return { ok: false, reason: 'full-and-closed' }
    await turn(tx, id, { cancelledAt: null, waitingSince: waits ? by.now : null, offerExpiresAt: null })
    const about = { registrationId: id, now: by.now }
    if (tell) await queueWelcome(tx, { ...about, sessionId, waits, again: `${version + 1}` })
    const action = waits ? 'registration.restored-waiting' : 'registration.restored'
    await auditRegistration(tx, action, { ...by, registrationId: id })
    return { ok: true, value: { waits } }
  })
}

const stage = { publishedAt: true, cancelledAt: true, registrationClosesAt: true } as const

type Resend = Omit<AsSeen, 'tell'> & {
  /** How many confirmations the organiser saw: pressed twice it is one more. */
  times: number
}

/** Sends the confirmation once more, made from how things are now, to who has a place. */
export async function resendConfirmation({ sessionId, id, version, times }: Resend, by: By): Outcome {
  return await db().$transaction(async (tx) => {
    const standing = await holdRegistration(tx, sessionId, id)
    if (!standing) return { ok: false, reason: 'unknown-registration' }
    const { cancelledAt, waitingSince } = standing
    if (cancelledAt || waitingSince || standing.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (!(await canBeMailed(tx, sessionId, by.now))) return { ok: false, reason: 'no-mail-any-more' }
    const again = `again-${times}`
    const queued = await queueWelcome(tx, { sessionId, registrationId: id, waits: false, again, now: by.now })
    if (queued) await auditRegistration(tx, 'registration.confirmation-resent', { ...by, registrationId: id })
    return { ok: true, value: null }
  })
}

type Turned = { cancelledAt: Date | null; waitingSince?: Date | null; offerExpiresAt: Date | null }

function turn(tx: Transaction, id: string, turned: Turned) {
  return tx.registration.update({ where: { id }, data: { ...turned, version: { increment: 1 } } })
}

/** Whether a mail about it still makes sense: the kennissessie is to come. */
async function canBeMailed(tx: Transaction, sessionId: string, now: Date): Promise<boolean> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { cancelledAt: true, endsAt: true },
  })
  return !session.cancelledAt && !hasBeen(session, now)
}
