import type { Actor } from '@/lib/audit/commands'
import type { Transaction } from '@/lib/db/client'
import { registered } from '@/lib/db/scopes'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { Visibility, VisibilityRefusal } from './details-schema'
import { auditSession, changeSession, type LockedSession } from './locks'
import { canArchive, hasEnded, publishWarnings } from './rules'

const changes = {
  published: { action: 'sessionPublished', column: 'publishedAt', isSet: true },
  unpublished: { action: 'sessionUnpublished', column: 'publishedAt', isSet: false },
  archived: { action: 'sessionArchived', column: 'archivedAt', isSet: true },
  restored: { action: 'sessionRestored', column: 'archivedAt', isSet: false },
} as const

/**
 * Publishes, unpublishes, archives or restores a session. Setting the current visibility again succeeds without a change.
 * Refuses with `has-registrations` to unpublish a session with participants: only cancelling it mails them. Refuses with
 * `warnings-not-acknowledged` to publish unless each publish warning is in `acknowledgedWarnings`.
 */
export async function changeVisibility(
  sessionId: string,
  visibility: Visibility,
  actor: Actor,
  acknowledgedWarnings: string[] = [],
): Promise<Result<null, VisibilityRefusal>> {
  return await changeSession(sessionId, async (tx, session) => {
    const { action, column, isSet } = changes[visibility]
    if ((session[column] !== null) === isSet) return ok(null)
    const reason = await visibilityRefusal(tx, session, visibility, { now: actor.now, acknowledgedWarnings })
    if (reason) return refuse(reason)
    await tx.session.update({ where: { id: sessionId }, data: { [column]: isSet ? actor.now : null } })
    await auditSession(tx, action, sessionId, actor)
    return ok(null)
  })
}

async function visibilityRefusal(
  tx: Transaction,
  session: LockedSession,
  visibility: Visibility,
  { now, acknowledgedWarnings }: { now: Date; acknowledgedWarnings: string[] },
): Promise<VisibilityRefusal | null> {
  const { id: sessionId } = session
  if (visibility === 'restored') return null
  if (visibility === 'archived') return canArchive(session, now) ? null : 'session-upcoming'
  if (visibility === 'unpublished') {
    const count = await tx.registration.count({ where: { sessionId, ...registered } })
    return count > 0 ? 'has-registrations' : null
  }
  if (session.cancelledAt) return 'session-cancelled'
  if (session.archivedAt) return 'session-archived'
  if (hasEnded(session, now)) return 'session-over'
  const agendaQuestions = await tx.question.count({ where: { sessionId, isAgendaQuestion: true, retiredAt: null } })
  const warnings = publishWarnings({ ...session, hasAgendaQuestion: agendaQuestions > 0 }, now)
  return warnings.every((warning) => acknowledgedWarnings.includes(warning)) ? null : 'warnings-not-acknowledged'
}
