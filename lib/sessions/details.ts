import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { copyTemplateOverrides } from '@/lib/notifications/template-overrides'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { SaveSessionRefusal, SessionDetails } from './details-schema'
import { copyFormQuestions } from './form-questions'
import { auditSession, changeSession } from './locks'
import type { SessionTimes } from './schema'
import { resolveSlug } from './slug'

type NewSession = {
  details: SessionDetails
  times: SessionTimes
  /** Id (a UUID) of the session whose capacity, questions and mails are copied, or `null` to start empty. */
  copyOf: string | null
}

const copiedSettings = {
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
  notifyWaitlist: true,
  followUpAudience: true,
} as const

/** Creates an unpublished session. Refuses with `slug-taken` when another session has or had the slug. */
export async function createSession(
  { details, times, copyOf }: NewSession,
  actor: Actor,
): Promise<Result<{ id: string }, SaveSessionRefusal>> {
  return await db().$transaction(async (tx) => {
    const select = { capacity: true, notificationSettings: { select: copiedSettings } } as const
    const source = copyOf ? await tx.session.findUnique({ where: { id: copyOf }, select }) : null
    if (copyOf && !source) return refuse('unknown-session')
    const id = randomUUID()
    const slug = resolveSlug(details)
    const data = { ...details, ...times, capacity: source?.capacity, slug, id, createdAt: actor.now }
    const { count } = await tx.session.createMany({ data: [data], skipDuplicates: true })
    if (count === 0) return refuse('slug-taken')
    if (!(await claimSlug(tx, slug, id))) {
      await tx.session.delete({ where: { id } })
      return refuse('slug-taken')
    }
    await tx.notificationSettings.create({ data: { ...source?.notificationSettings, sessionId: id } })
    if (copyOf) {
      await copyFormQuestions(tx, { from: copyOf, to: id })
      await copyTemplateOverrides(tx, { from: copyOf, to: id, now: actor.now })
    }
    await auditSession(tx, copyOf ? 'sessionCopied' : 'sessionCreated', id, actor)
    return ok({ id })
  })
}

/**
 * Saves the details of a session. A former slug keeps redirecting. Saving the current details again succeeds without a
 * change. Refuses with `changed-meanwhile` when the details were saved after the form showed `version`.
 */
export async function saveSession(
  { sessionId, details, version }: { sessionId: string; details: SessionDetails; version: number },
  actor: Actor,
): Promise<Result<null, SaveSessionRefusal>> {
  return await changeSession(sessionId, async (tx, session) => {
    const data = { ...details, slug: resolveSlug(details) }
    if (await tx.session.findFirst({ where: { id: sessionId, ...data }, select: { id: true } })) return ok(null)
    if (session.version !== version) return refuse('changed-meanwhile')
    if (data.slug !== session.slug && !(await claimSlug(tx, data.slug, sessionId))) return refuse('slug-taken')
    await tx.session.update({ where: { id: sessionId }, data: { ...data, version: { increment: 1 } } })
    await auditSession(tx, 'sessionEdited', sessionId, actor)
    return ok(null)
  })
}

/** Reserves a slug for a session for good. Returns `false` when another session has or had it. */
async function claimSlug(tx: Transaction, slug: string, sessionId: string): Promise<boolean> {
  await tx.sessionSlug.createMany({ data: [{ slug, sessionId }], skipDuplicates: true })
  return (await tx.sessionSlug.count({ where: { slug, sessionId } })) === 1
}

/** Stores the number of seats of a session; `null` is unlimited. The caller must lock the session and offer freed seats. */
export async function saveCapacity(tx: Transaction, sessionId: string, capacity: number | null, actor: Actor) {
  await tx.session.update({ where: { id: sessionId }, data: { capacity } })
  await auditSession(tx, 'sessionCapacityChanged', sessionId, actor)
}
