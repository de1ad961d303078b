import type { By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { auditSession, holdSession } from './held'
import { canArchive } from './rules'
import type { Visibility, VisibilityRefusal } from './schema-content'

type Held = NonNullable<Awaited<ReturnType<typeof holdSession>>>

type Change = {
  /** What the trail says. */
  action: string
  /** Whether it is so already: then there is nothing to do. */
  isSo: (session: Held) => boolean
  /** Why it cannot be, or null when it can. */
  whyNot: (tx: Transaction, session: Held & { id: string }, now: Date) => Promise<VisibilityRefusal | null>
  data: (now: Date) => { publishedAt: Date | null } | { archivedAt: Date | null }
}

const changes: Record<Visibility, Change> = {
  published: {
    action: 'session.published',
    isSo: ({ publishedAt }) => publishedAt !== null,
    whyNot: async (_, { cancelledAt, archivedAt }) => {
      if (cancelledAt) return 'session-cancelled'
      return archivedAt ? 'session-archived' : null
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
    whyNot: async (_, session, now) => (canArchive(session, now) ? null : 'still-coming'),
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
 */
export async function changeVisibility(
  sessionId: string,
  visibility: Visibility,
  { now, organiserId }: By,
): Promise<Result<null, VisibilityRefusal>> {
  const { action, isSo, whyNot, data } = changes[visibility]
  return await db().$transaction(async (tx) => {
    const session = await holdSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (isSo(session)) return { ok: true, value: null }
    const reason = await whyNot(tx, { ...session, id: sessionId }, now)
    if (reason) return { ok: false, reason }
    await tx.session.update({ where: { id: sessionId }, data: data(now) })
    await auditSession(tx, action, { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}
