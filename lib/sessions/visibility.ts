import type { By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { auditSession, holdSession } from './held'
import { canArchive, hasBeen, publishWarnings } from './rules'
import type { PublishWarning, Visibility, VisibilityRefusal } from './schema-content'

type Held = NonNullable<Awaited<ReturnType<typeof holdSession>>>

type Asked = { now: Date; knowing: PublishWarning[] }

type Change = {
  /** What the trail says. */
  action: string
  /** Whether it is so already: then there is nothing to do. */
  isSo: (session: Held) => boolean
  /** Why it cannot be, or null when it can. */
  whyNot: (tx: Transaction, session: Held & { id: string }, asked: Asked) => Promise<VisibilityRefusal | null>
  data: (now: Date) => { publishedAt: Date | null } | { archivedAt: Date | null }
}

const changes: Record<Visibility, Change> = {
  published: {
    action: 'session.published',
    isSo: ({ publishedAt }) => publishedAt !== null,
    whyNot: async (tx, session, { now, knowing }) => {
      if (session.cancelledAt) return 'session-cancelled'
      if (session.archivedAt) return 'session-archived'
      if (hasBeen(session, now)) return 'session-over'
      const asked = await tx.question.count({ where: { sessionId: session.id, isAsked: true, retiredAt: null } })
      const warnings = publishWarnings({ ...session, treatsQuestions: asked > 0 }, now)
      return warnings.every((warning) => knowing.includes(warning)) ? null : 'not-warned'
    },
    data: (now) => ({ publishedAt: now }),
  },
  unpublished: {
    action: 'session.unpublished',
    isSo: ({ publishedAt }) => publishedAt === null,
    whyNot: async (tx, { id }) => {
      const signedUp = await tx.registration.count({ where: { sessionId: id, cancelledAt: null } })
      return signedUp > 0 ? 'people-signed-up' : null
    },
    data: () => ({ publishedAt: null }),
  },
  archived: {
    action: 'session.archived',
    isSo: ({ archivedAt }) => archivedAt !== null,
    whyNot: async (_, session, { now }) => (canArchive(session, now) ? null : 'still-coming'),
    data: (now) => ({ archivedAt: now }),
  },
  'brought-back': {
    action: 'session.brought-back',
    isSo: ({ archivedAt }) => archivedAt === null,
    whyNot: async () => null,
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
  { now, organiserId }: By,
  knowing: PublishWarning[] = [],
): Promise<Result<null, VisibilityRefusal>> {
  const { action, isSo, whyNot, data } = changes[visibility]
  return await db().$transaction(async (tx) => {
    const session = await holdSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (isSo(session)) return { ok: true, value: null }
    const reason = await whyNot(tx, { ...session, id: sessionId }, { now, knowing })
    if (reason) return { ok: false, reason }
    await tx.session.update({ where: { id: sessionId }, data: data(now) })
    await auditSession(tx, action, { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}
