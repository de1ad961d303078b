import type { By } from '@/lib/audit/commands'
import { queueMessage } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { hasBeen } from '@/lib/sessions/rules'
import { holdRegistration } from './desk'
import type { StandingRefusal } from './schema'
import { auditRegistration, queueConfirmation } from './store'

/** `version`: the one that the organiser saw. `tell`: whether the participant gets a mail about it. */
type Standing = { sessionId: string; id: string; version: number; tell: boolean }
type Outcome = Promise<Result<null, StandingRefusal>>

/** Takes somebody off the list; what is still to be mailed to them is dropped at its turn. Done twice is done once. */
export async function cancelRegistration({ sessionId, id, version, tell }: Standing, by: By): Outcome {
  return await db().$transaction(async (tx) => {
    const standing = await holdRegistration(tx, sessionId, id)
    if (!standing) return { ok: false, reason: 'unknown-registration' }
    if (standing.cancelledAt) return { ok: true, value: null }
    if (standing.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (tell && !(await canBeMailed(tx, sessionId, by.now))) return { ok: false, reason: 'no-mail-any-more' }
    await turn(tx, { id, cancelledAt: by.now })
    if (tell) {
      const dedupeKey = `cancelled:${id}:${version + 1}`
      const message = { kind: 'registration-cancelled', dedupeKey, dueAt: by.now, now: by.now } as const
      await queueMessage(tx, { ...message, sessionId, registrationId: id })
    }
    await auditRegistration(tx, 'registration.cancelled', { ...by, registrationId: id })
    return { ok: true, value: null }
  })
}

/** Puts somebody back on the list as they were: in time or later does not change. Done twice is done once. */
export async function restoreRegistration({ sessionId, id, version, tell }: Standing, by: By): Outcome {
  return await db().$transaction(async (tx) => {
    const standing = await holdRegistration(tx, sessionId, id)
    if (!standing) return { ok: false, reason: 'unknown-registration' }
    if (!standing.cancelledAt) return { ok: true, value: null }
    if (standing.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (tell && !(await canBeMailed(tx, sessionId, by.now))) return { ok: false, reason: 'no-mail-any-more' }
    await turn(tx, { id, cancelledAt: null })
    if (tell) await queueConfirmation(tx, { sessionId, registrationId: id, again: `${version + 1}`, now: by.now })
    await auditRegistration(tx, 'registration.restored', { ...by, registrationId: id })
    return { ok: true, value: null }
  })
}

type Resend = Omit<Standing, 'tell'> & {
  /** How many confirmations the organiser saw: pressed twice it is one more. */
  times: number
}

/** Sends the confirmation once more, made from how things are now. */
export async function resendConfirmation({ sessionId, id, version, times }: Resend, by: By): Outcome {
  return await db().$transaction(async (tx) => {
    const standing = await holdRegistration(tx, sessionId, id)
    if (!standing) return { ok: false, reason: 'unknown-registration' }
    if (standing.cancelledAt || standing.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (!(await canBeMailed(tx, sessionId, by.now))) return { ok: false, reason: 'no-mail-any-more' }
    const again = `again-${times}`
    const queued = await queueConfirmation(tx, { sessionId, registrationId: id, again, now: by.now })
    if (queued) await auditRegistration(tx, 'registration.confirmation-resent', { ...by, registrationId: id })
    return { ok: true, value: null }
  })
}

function turn(tx: Transaction, { id, cancelledAt }: { id: string; cancelledAt: Date | null }) {
  return tx.registration.update({ where: { id }, data: { cancelledAt, version: { increment: 1 } } })
}

/** Whether a mail about it still makes sense: the kennissessie is to come. */
async function canBeMailed(tx: Transaction, sessionId: string, now: Date): Promise<boolean> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { cancelledAt: true, endsAt: true },
  })
  return !session.cancelledAt && !hasBeen(session, now)
}
