import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { enqueueChangeNotices } from '@/lib/notifications/change-notices'
import { enqueueForAudience } from '@/lib/outbox/enqueue'
import { releaseKey, sessionCancelledKey } from '@/lib/outbox/retry-policy'
import type { Result } from '@/lib/platform/result'
import { auditSession, lockSession } from './locks'
import { hasEnded, releaseRefusal } from './rules'
import type { CancelRefusal, ReleaseInput, ReleaseRefusal } from './schema'

type ReleaseRequest = ReleaseInput & {
  sessionId: string
  /** The number of the last release that the organiser saw, 0 when there was none. */
  after: number
  /** How many people the organiser was told get a mail. */
  expected: number
}

/**
 * Releases link and agenda: the release, a mail to everybody who is signed up and the entry in the trail, in one
 * transaction. The same release pressed again, by whomever, gives the one that stands: nobody gets two mails. After the
 * first one it is a correction, and the mail says what changed. Refused when other than `expected` people would get it.
 */
export async function releaseSession(
  { sessionId, after, expected, onlineLink, agenda }: ReleaseRequest,
  { now, organiserId }: Actor,
): Promise<Result<{ number: number }, ReleaseRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    const latest = await tx.release.findFirst({ where: { sessionId }, orderBy: { number: 'desc' } })
    const reason = releaseRefusal({ session, latest, asked: { onlineLink, agenda, after } }, now)
    if (reason === 'nothing-changed' && latest && latest.number > after) {
      return { ok: true, value: { number: latest.number } }
    }
    if (reason) return { ok: false, reason }

    const number = (latest?.number ?? 0) + 1
    const sequence = session.calendarSequence + 1
    const message = { sessionId, expected, now }
    const enqueued = latest
      ? await enqueueChangeNotices(tx, {
          ...message,
          sequence,
          previousTimes: session,
          newTimes: session,
          correction: { number, onlineLink, agenda },
          to: 'all',
        })
      : await enqueueForAudience(tx, {
          ...message,
          kind: 'release',
          keyPrefix: releaseKey(sessionId, number),
          releaseNumber: number,
          dueAt: now,
        })
    if (enqueued === null) return { ok: false, reason: 'recipients-changed' }
    await tx.release.create({
      data: { id: randomUUID(), sessionId, number, onlineLink, agenda, releasedAt: now, releasedBy: organiserId },
    })
    if (latest) await tx.session.update({ where: { id: sessionId }, data: { calendarSequence: sequence } })
    await auditSession(tx, 'sessionReleased', { sessionId, now, organiserId })
    return { ok: true, value: { number } }
  })
}

/** `expected`: how many people the organiser was told get a mail. */
type Cancellation = { sessionId: string; reason: string; expected: number }

/**
 * Cancels a session with a word why (plain text); everybody who is signed up or waits hears it, once. Cancelled twice is cancelled,
 * for the reason that was given first. Refused when other than `expected` people would hear it.
 */
export async function cancelSession(
  { sessionId, reason, expected }: Cancellation,
  { now, organiserId }: Actor,
): Promise<Result<null, CancelRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: true, value: null }
    if (hasEnded(session, now)) return { ok: false, reason: 'session-over' }
    const message = { kind: 'session-cancelled', keyPrefix: sessionCancelledKey(sessionId) } as const
    const enqueued = await enqueueForAudience(tx, {
      ...message,
      sessionId,
      to: { includeWaitlisted: true },
      expected,
      dueAt: now,
      now,
    })
    if (enqueued === null) return { ok: false, reason: 'recipients-changed' }
    await tx.session.update({
      where: { id: sessionId },
      data: { cancelledAt: now, cancelReason: reason, calendarSequence: { increment: 1 } },
    })
    await auditSession(tx, 'sessionCancelled', { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}
