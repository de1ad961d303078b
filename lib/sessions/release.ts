import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { enqueueForAudience } from '@/lib/notifications/audience'
import { enqueueChangeNotices } from '@/lib/notifications/change-notices'
import { mailingKeys } from '@/lib/notifications/dedupe-keys'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditSession, changeSession } from './locks'
import { releaseRefusal } from './rules'
import type { ReleaseInput, ReleaseRefusal } from './schema'

type ReleaseRequest = ReleaseInput & {
  sessionId: string
  /** Number of the latest release (meeting link and agenda) when the organiser opened the form, or 0 before the first. */
  after: number
  /** Number of recipients of the release mail that the organiser saw in its preview. */
  expected: number
}

/**
 * Releases the meeting link and the agenda, and mails all participants. A later release is a correction, whose mail states
 * what changed. Repeating the request for a release returns its number and sends nothing. Refuses with `recipients-changed`
 * when the number of recipients is not `expected`.
 */
export async function releaseSession(
  { sessionId, after, expected, onlineLink, agenda }: ReleaseRequest,
  actor: Actor,
): Promise<Result<{ number: number }, ReleaseRefusal>> {
  return await changeSession(sessionId, async (tx, session) => {
    const { now } = actor
    const latest = await tx.release.findFirst({ where: { sessionId }, orderBy: { number: 'desc' } })
    const reason = releaseRefusal({ session, latest, requested: { onlineLink, agenda, after } }, now)
    if (reason === 'nothing-changed' && latest && latest.number > after) return ok({ number: latest.number })
    if (reason) return refuse(reason)

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
          mailingKey: mailingKeys.release(sessionId, number),
          releaseNumber: number,
          dueAt: now,
        })
    if (enqueued === null) return refuse('recipients-changed')
    const release = { id: randomUUID(), sessionId, number, onlineLink, agenda }
    await tx.release.create({ data: { ...release, releasedAt: now, releasedBy: actor.organiserId } })
    if (latest) await tx.session.update({ where: { id: sessionId }, data: { calendarSequence: sequence } })
    await auditSession(tx, 'sessionReleased', sessionId, actor)
    return ok({ number })
  })
}
