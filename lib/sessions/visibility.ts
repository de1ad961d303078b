import type { Actor } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { PublishWarning, Visibility, VisibilityRefusal } from './details-schema'
import { auditSession, lockSession } from './locks'
import { canArchive, hasEnded, publishWarnings } from './rules'

type LockedSession = NonNullable<Awaited<ReturnType<typeof lockSession>>>

type RefusalContext = { now: Date; acknowledgedWarnings: PublishWarning[] }

type VisibilityChange = {
  action: AuditAction
  isAlreadySet: (session: LockedSession) => boolean
  /** Returns `null` when the change is allowed. */
  refusal: (tx: Transaction, session: LockedSession, context: RefusalContext) => Promise<VisibilityRefusal | null>
  data: (now: Date) => { publishedAt: Date | null } | { archivedAt: Date | null }
}

const visibilityChanges: Record<Visibility, VisibilityChange> = {
  published: {
    action: 'sessionPublished',
    isAlreadySet: ({ publishedAt }) => publishedAt !== null,
    refusal: async (tx, session, { now, acknowledgedWarnings }) => {
      if (session.cancelledAt) return 'session-cancelled'
      if (session.archivedAt) return 'session-archived'
      if (hasEnded(session, now)) return 'session-over'
      const agendaQuestions = await tx.question.count({
        where: { sessionId: session.id, isAgendaQuestion: true, retiredAt: null },
      })
      const warnings = publishWarnings({ ...session, hasAgendaQuestion: agendaQuestions > 0 }, now)
      return warnings.every((warning) => acknowledgedWarnings.includes(warning)) ? null : 'warnings-not-acknowledged'
    },
    data: (now) => ({ publishedAt: now }),
  },
  unpublished: {
    action: 'sessionUnpublished',
    isAlreadySet: ({ publishedAt }) => publishedAt === null,
    refusal: async (tx, { id }) => {
      const registered = await tx.registration.count({ where: { sessionId: id, cancelledAt: null } })
      return registered > 0 ? 'has-registrations' : null
    },
    data: () => ({ publishedAt: null }),
  },
  archived: {
    action: 'sessionArchived',
    isAlreadySet: ({ archivedAt }) => archivedAt !== null,
    refusal: async (_, session, { now }) => (canArchive(session, now) ? null : 'session-upcoming'),
    data: (now) => ({ archivedAt: now }),
  },
  restored: {
    action: 'sessionRestored',
    isAlreadySet: ({ archivedAt }) => archivedAt === null,
    refusal: async () => null,
    data: () => ({ archivedAt: null }),
  },
}

/**
 * Publishes, unpublishes, archives or restores a session. Setting the current visibility again succeeds without a change.
 * Refuses to unpublish a session with registrations: cancelling it notifies the participants. Refuses with
 * `warnings-not-acknowledged` when publishing raises a warning that the organiser has not acknowledged.
 */
export async function changeVisibility(
  sessionId: string,
  visibility: Visibility,
  { now, organiserId }: Actor,
  acknowledgedWarnings: PublishWarning[] = [],
): Promise<Result<null, VisibilityRefusal>> {
  const { action, isAlreadySet, refusal, data } = visibilityChanges[visibility]
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (!session) return refuse('unknown-session')
    if (isAlreadySet(session)) return ok(null)
    const reason = await refusal(tx, session, { now, acknowledgedWarnings })
    if (reason) return refuse(reason)
    await tx.session.update({ where: { id: sessionId }, data: data(now) })
    await auditSession(tx, action, { sessionId, now, organiserId })
    return ok(null)
  })
}
