import { randomUUID } from 'node:crypto'
import { audit } from '@/lib/audit/commands'
import { queueMessage, queueToAll } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { hasBeen } from './rules'
import type { ReleaseInput, ReleaseRefusal } from './schema'

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
    const entry = { at: now, actor: `organiser:${organiserId}`, subjectType: 'session', subjectId: sessionId }
    await audit(tx, { ...entry, action: 'session.released' })
    return { ok: true, value: { number } }
  })
}

/**
 * Holds the row of a session until the transaction ends. A sign-up refers to it and so waits, or was there before: without
 * this somebody could fall between the mail to all and a confirmation that does not know of it yet.
 */
async function holdSession(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${id}::uuid FOR UPDATE`
  return await tx.session.findUnique({ where: { id }, select: { cancelledAt: true, endsAt: true } })
}

/** Mails the organiser what participants would get of this release, with sample data and no way in. */
export async function sendReleaseTest(
  { sessionId, agenda }: { sessionId: string; agenda: string },
  { now, organiserId }: By,
): Promise<void> {
  await db().$transaction((tx) =>
    queueMessage(tx, {
      kind: 'release-test',
      dedupeKey: `release-test:${randomUUID()}`,
      sessionId,
      registrationId: null,
      organiserId,
      details: { agenda },
      dueAt: now,
      now,
    }),
  )
}
