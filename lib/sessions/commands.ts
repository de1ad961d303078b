import { randomUUID } from 'node:crypto'
import { audit } from '@/lib/audit/commands'
import { dropUnsent, queueToAll } from '@/lib/messages/commands'
import { type MessageKind, plannedKinds } from '@/lib/messages/schema'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { hasBeen, timesAreInOrder } from './rules'
import type { MailPlan, MoveRefusal, ReleaseInput, ReleaseRefusal, SessionTimes } from './schema'

type By = { now: Date; organiserId: string }

/** `after`: the number of the last release that the organiser saw, 0 when there was none. */
type Release = ReleaseInput & { sessionId: string; after: number }

/**
 * Releases link and agenda: the release, a mail to everybody who is signed up and the entry in the trail, in one
 * transaction. The same release pressed again, by whomever, gives the one that stands: nobody gets two mails. After the
 * first one it is a correction, and the mail says what changed.
 */
export async function releaseSession(
  { sessionId, after, onlineLink, agenda }: Release,
  { now, organiserId }: By,
): Promise<Result<{ number: number }, ReleaseRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await holdSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: false, reason: 'session-cancelled' }
    if (hasBeen(session, now)) return { ok: false, reason: 'session-over' }

    const latest = await tx.release.findFirst({ where: { sessionId }, orderBy: { number: 'desc' } })
    const same = latest?.onlineLink === onlineLink && latest.agenda === agenda
    if (latest && latest.number > after) {
      return same ? { ok: true, value: { number: latest.number } } : { ok: false, reason: 'released-meanwhile' }
    }
    if (same) return { ok: false, reason: 'nothing-changed' }

    const number = (latest?.number ?? 0) + 1
    await tx.release.create({
      data: { id: randomUUID(), sessionId, number, onlineLink, agenda, releasedAt: now, releasedBy: organiserId },
    })
    const message = { sessionId, releaseNumber: number, dueAt: now, now }
    if (!latest) {
      await queueToAll(tx, { ...message, kind: 'release', keyStart: `release:${sessionId}:${number}` })
    } else {
      const { calendarSequence } = await tx.session.update({
        where: { id: sessionId },
        data: { calendarSequence: { increment: 1 } },
      })
      const details = { linkChanged: latest.onlineLink !== onlineLink }
      await queueToAll(tx, {
        ...message,
        kind: 'changed',
        keyStart: `changed:${sessionId}:${calendarSequence}`,
        details,
      })
    }
    await auditSession(tx, 'session.released', { sessionId, now, organiserId })
    return { ok: true, value: { number } }
  })
}

/**
 * Holds the row of a session until the transaction ends. A sign-up refers to it and so waits, or was there before: without
 * this somebody could fall between the mail to all and a confirmation that does not know of it yet.
 */
async function holdSession(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${id}::uuid FOR UPDATE`
  return await tx.session.findUnique({ where: { id }, select: { cancelledAt: true, startsAt: true, endsAt: true } })
}

type Move = SessionTimes & {
  sessionId: string
  /** Whether everybody who is signed up gets a mail about it. */
  tell: boolean
}

/**
 * Moves a session. Its reminders that did not go out yet are for the old moment and go; new ones come at the new one. With
 * `tell` everybody gets a mail with what was and what is, and a calendar file that takes the place of the old one.
 */
export async function moveSession(
  { sessionId, tell, ...times }: Move,
  { now, organiserId }: By,
): Promise<Result<null, MoveRefusal>> {
  if (!timesAreInOrder(times)) return { ok: false, reason: 'times-out-of-order' }
  return await db().$transaction(async (tx) => {
    const session = await holdSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: false, reason: 'session-cancelled' }
    const { calendarSequence } = await tx.session.update({
      where: { id: sessionId },
      data: { ...times, calendarSequence: { increment: 1 } },
    })
    await dropUnsent(tx, { sessionId, kinds: plannedKinds, reason: 'session-moved', now })
    if (tell) {
      const before = { startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() }
      const keyStart = `changed:${sessionId}:${calendarSequence}`
      await queueToAll(tx, { kind: 'changed', keyStart, sessionId, details: { before }, dueAt: now, now })
    }
    await auditSession(tx, 'session.moved', { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}

/** Cancels a session with a word why (plain text); everybody who is signed up hears it, once. Cancelled twice is cancelled. */
export async function cancelSession(
  { sessionId, why }: { sessionId: string; why: string },
  { now, organiserId }: By,
): Promise<Result<null, 'unknown-session' | 'session-over'>> {
  return await db().$transaction(async (tx) => {
    const session = await holdSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: true, value: null }
    if (hasBeen(session, now)) return { ok: false, reason: 'session-over' }
    await tx.session.update({
      where: { id: sessionId },
      data: { cancelledAt: now, cancelReason: why, calendarSequence: { increment: 1 } },
    })
    const message = { kind: 'session-cancelled', keyStart: `session-cancelled:${sessionId}` } as const
    await queueToAll(tx, { ...message, sessionId, dueAt: now, now })
    await auditSession(tx, 'session.cancelled', { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}

const kindOf = {
  remindWeekBefore: 'reminder-week',
  remindDayBefore: 'reminder-day',
  remindHourBefore: 'reminder-hour',
  remindOrganisers: 'question-deadline',
} as const

/** Says which mails of a session go out by themselves; what is switched off and did not go out yet stays here. */
export async function saveMailPlan(
  sessionId: string,
  { thanksTo, evaluationUrl, ...plan }: MailPlan,
  { now, organiserId }: By,
): Promise<Result<null, 'unknown-session'>> {
  return await db().$transaction(async (tx) => {
    const thanks = thanksTo === 'nobody' ? null : thanksTo
    const data = { ...plan, thanksTo: thanks, evaluationUrl: evaluationUrl || null }
    const { count } = await tx.session.updateMany({ where: { id: sessionId }, data })
    if (count === 0) return { ok: false, reason: 'unknown-session' }
    const settings = Object.keys(kindOf) as (keyof typeof kindOf)[]
    const off: MessageKind[] = settings.filter((setting) => !plan[setting]).map((setting) => kindOf[setting])
    await dropUnsent(tx, { sessionId, kinds: thanks ? off : [...off, 'thanks'], reason: 'switched-off', now })
    await auditSession(tx, 'session.mail-plan-saved', { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}

function auditSession(tx: Transaction, action: string, { sessionId, now, organiserId }: By & { sessionId: string }) {
  return audit(tx, { at: now, actor: `organiser:${organiserId}`, action, subjectType: 'session', subjectId: sessionId })
}
