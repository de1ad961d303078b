import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import type { Result } from '@/lib/platform/result'
import type { SaveSessionRefusal, SessionDetails } from './details-schema'
import { auditSession, lockSession } from './locks'
import type { SessionTimes } from './schema'
import { resolveSlug } from './slug'

type NewSession = {
  details: SessionDetails
  times: SessionTimes
  /** The session (its id, a UUID) whose questions and mails it gets too; null for one from nothing. */
  copyOf: string | null
}

/** What a copy takes along besides its texts and its number of places: which mails go out by themselves. */
const copiedNotificationSettings = {
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
} as const
const copiedQuestionFields = {
  label: true,
  hint: true,
  required: true,
  isAgendaQuestion: true,
  kind: true,
  options: true,
} as const

/** Makes a session that is not published yet. Refused when its address is, or once was, that of another. */
export async function createSession(
  { details, times, copyOf }: NewSession,
  { now, organiserId }: Actor,
): Promise<Result<{ id: string }, SaveSessionRefusal>> {
  return await db().$transaction(async (tx) => {
    const source = copyOf && (await tx.session.findUnique({ where: { id: copyOf }, select: copiedFields }))
    if (copyOf && !source) return { ok: false, reason: 'unknown-session' }
    const { questions = [], templateOverrides = [], ...notificationSettings } = source || {}
    const id = randomUUID()
    const data = { ...details, ...times, ...notificationSettings, slug: resolveSlug(details), id, createdAt: now }
    const { count } = await tx.session.createMany({ data: [data], skipDuplicates: true })
    if (count === 0) return { ok: false, reason: 'slug-taken' }
    if (!(await claimSlug(tx, data.slug, id))) {
      await tx.session.delete({ where: { id } })
      return { ok: false, reason: 'slug-taken' }
    }
    // When the one that the vragenronde was about is no longer asked, the first that is answered in own words takes its place.
    const agendaQuestion =
      questions.find(({ isAgendaQuestion }) => isAgendaQuestion) ?? questions.find(({ kind }) => kind === 'text')
    await tx.question.createMany({
      data: questions.map((question, index) => ({
        ...question,
        isAgendaQuestion: question === agendaQuestion,
        id: randomUUID(),
        sessionId: id,
        position: index + 1,
      })),
    })
    await tx.templateOverride.createMany({
      data: templateOverrides.map((text) => ({ ...text, sessionId: id, updatedAt: now })),
    })
    await auditSession(tx, copyOf ? 'sessionCopied' : 'sessionCreated', { sessionId: id, now, organiserId })
    return { ok: true, value: { id } }
  })
}

const copiedFields = {
  ...copiedNotificationSettings,
  capacity: true,
  followUpAudience: true,
  questions: { where: { retiredAt: null }, orderBy: { position: 'asc' }, select: copiedQuestionFields },
  templateOverrides: { select: { kind: true, subject: true, text: true } },
} as const

type DetailsUpdate = {
  sessionId: string
  details: SessionDetails
  /** As getSessionToEdit gave it. */
  version: number
}

/**
 * Saves the texts of a session. Another address leaves the old one leading to it. Refused when somebody else saved them
 * since `version`; the same texts sent twice are one change.
 */
export async function saveSession(
  { sessionId, details, version }: DetailsUpdate,
  { now, organiserId }: Actor,
): Promise<Result<null, SaveSessionRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    const data = { ...details, slug: resolveSlug(details) }
    if (await tx.session.findFirst({ where: { id: sessionId, ...data }, select: { id: true } })) {
      return { ok: true, value: null }
    }
    if (session.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (data.slug !== session.slug && !(await claimSlug(tx, data.slug, sessionId))) {
      return { ok: false, reason: 'slug-taken' }
    }
    await tx.session.update({ where: { id: sessionId }, data: { ...data, version: { increment: 1 } } })
    await auditSession(tx, 'sessionEdited', { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}

/** Makes an address that of a session, for good. False when it is, or once was, that of another: the index decides. */
async function claimSlug(tx: Transaction, slug: string, sessionId: string): Promise<boolean> {
  await tx.sessionSlug.createMany({ data: [{ slug, sessionId }], skipDuplicates: true })
  return (await tx.sessionSlug.count({ where: { slug, sessionId } })) === 1
}
