import type { Actor } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import type { Result } from '@/lib/platform/result'
import type { PublishWarning, Visibility, VisibilityRefusal } from './details-schema'
import { auditSession, lockSession } from './locks'
import { canArchive, hasEnded, publishWarnings } from './rules'

type LockedSession = NonNullable<Awaited<ReturnType<typeof lockSession>>>

type ChangeContext = { now: Date; acknowledgedWarnings: PublishWarning[] }

type VisibilityChange = {
  /** What the trail says. */
  action: AuditAction
  /** Whether it is so already: then there is nothing to do. */
  isAlreadySet: (session: LockedSession) => boolean
  /** Why it cannot be, or null when it can. */
  refusal: (
    tx: Transaction,
    session: LockedSession & { id: string },
    asked: ChangeContext,
  ) => Promise<VisibilityRefusal | null>
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
      const signedUp = await tx.registration.count({ where: { sessionId: id, cancelledAt: null } })
      return signedUp > 0 ? 'has-registrations' : null
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
 * Publishes a session or takes it off the site, puts it in the archive or brings it back. What is so already stays so.
 * Nothing that people are signed up for goes off the site: it is cancelled, so that they hear of it.
 * What has been is not published any more; what `publishWarnings` has against it only by who was told (`knowing`).
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
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (isAlreadySet(session)) return { ok: true, value: null }
    const reason = await refusal(tx, { ...session, id: sessionId }, { now, acknowledgedWarnings })
    if (reason) return { ok: false, reason }
    await tx.session.update({ where: { id: sessionId }, data: data(now) })
    await auditSession(tx, action, { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}
