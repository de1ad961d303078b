import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { copyQuestionsAndTemplates, readCopySource } from './copy'
import type { SaveSessionRefusal, SessionDetails } from './details-schema'
import { auditSession, lockSession } from './locks'
import type { SessionTimes } from './schema'
import { resolveSlug } from './slug'

type NewSession = {
  details: SessionDetails
  times: SessionTimes
  /** Id (a UUID) of the session whose questions and mails are copied, or `null` to start empty. */
  copyOf: string | null
}

/** Creates an unpublished session. Refuses with `slug-taken` when another session has or had the slug. */
export async function createSession(
  { details, times, copyOf }: NewSession,
  { now, organiserId }: Actor,
): Promise<Result<{ id: string }, SaveSessionRefusal>> {
  return await db().$transaction(async (tx) => {
    const source = copyOf ? await readCopySource(tx, copyOf) : null
    if (copyOf && !source) return refuse('unknown-session')
    const id = randomUUID()
    const data = { ...details, ...times, capacity: source?.capacity, slug: resolveSlug(details), id, createdAt: now }
    const { count } = await tx.session.createMany({ data: [data], skipDuplicates: true })
    if (count === 0) return refuse('slug-taken')
    if (!(await claimSlug(tx, data.slug, id))) {
      await tx.session.delete({ where: { id } })
      return refuse('slug-taken')
    }
    await tx.notificationSettings.create({ data: { ...source?.notificationSettings, sessionId: id } })
    if (source) await copyQuestionsAndTemplates(tx, source, { sessionId: id, now })
    await auditSession(tx, copyOf ? 'sessionCopied' : 'sessionCreated', { sessionId: id, now, organiserId })
    return ok({ id })
  })
}

type DetailsUpdate = {
  sessionId: string
  details: SessionDetails
  /** Version that getSessionToEdit returned. */
  version: number
}

/**
 * Saves the details of a session. A former slug keeps redirecting. Saving the current details again succeeds without a
 * change. Refuses with `changed-meanwhile` when the details were saved since `version`.
 */
export async function saveSession(
  { sessionId, details, version }: DetailsUpdate,
  { now, organiserId }: Actor,
): Promise<Result<null, SaveSessionRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (!session) return refuse('unknown-session')
    const data = { ...details, slug: resolveSlug(details) }
    if (await tx.session.findFirst({ where: { id: sessionId, ...data }, select: { id: true } })) return ok(null)
    if (session.version !== version) return refuse('changed-meanwhile')
    if (data.slug !== session.slug && !(await claimSlug(tx, data.slug, sessionId))) return refuse('slug-taken')
    await tx.session.update({ where: { id: sessionId }, data: { ...data, version: { increment: 1 } } })
    await auditSession(tx, 'sessionEdited', { sessionId, now, organiserId })
    return ok(null)
  })
}

/** Claims a slug for good. Returns `false` when another session has or had it; the primary key decides. */
async function claimSlug(tx: Transaction, slug: string, sessionId: string): Promise<boolean> {
  await tx.sessionSlug.createMany({ data: [{ slug, sessionId }], skipDuplicates: true })
  return (await tx.sessionSlug.count({ where: { slug, sessionId } })) === 1
}
