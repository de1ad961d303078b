import { randomUUID } from 'node:crypto'
import type { By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { auditSession, holdSession } from './held'
import { slugOf } from './rules'
import type { SessionTimes } from './schema'
import type { SaveRefusal, SessionContent } from './schema-content'

type Create = {
  content: SessionContent
  times: SessionTimes
  /** The session (its id, a UUID) whose questions and mails it gets too; null for one from nothing. */
  copyOf: string | null
}

/** What a copy takes along besides its texts and its number of places: which mails go out by themselves. */
const mailPlan = {
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
} as const
const asWorded = { label: true, hint: true, required: true, isAsked: true, kind: true, options: true } as const

/** Makes a session that is not published yet. Refused when its address is, or once was, that of another. */
export async function createSession(
  { content, times, copyOf }: Create,
  { now, organiserId }: By,
): Promise<Result<{ id: string }, SaveRefusal>> {
  return await db().$transaction(async (tx) => {
    const source = copyOf && (await tx.session.findUnique({ where: { id: copyOf }, select: copied }))
    if (copyOf && !source) return { ok: false, reason: 'unknown-session' }
    const { questions = [], mailTexts = [], ...mails } = source || {}
    const id = randomUUID()
    const row = { ...content, ...times, ...mails, slug: slugOf(content), id, createdAt: now }
    const { count } = await tx.session.createMany({ data: [row], skipDuplicates: true })
    if (count === 0) return { ok: false, reason: 'slug-taken' }
    if (!(await claimAddress(tx, row.slug, id))) {
      await tx.session.delete({ where: { id } })
      return { ok: false, reason: 'slug-taken' }
    }
    // When the one that the vragenronde was about is no longer asked, the first that is answered in own words takes its place.
    const treated = questions.find(({ isAsked }) => isAsked) ?? questions.find(({ kind }) => kind === 'text')
    await tx.question.createMany({
      data: questions.map((question, index) => ({
        ...question,
        isAsked: question === treated,
        id: randomUUID(),
        sessionId: id,
        position: index + 1,
      })),
    })
    await tx.mailText.createMany({ data: mailTexts.map((text) => ({ ...text, sessionId: id, updatedAt: now })) })
    await auditSession(tx, copyOf ? 'session.copied' : 'session.created', { sessionId: id, now, organiserId })
    return { ok: true, value: { id } }
  })
}

const copied = {
  ...mailPlan,
  capacity: true,
  thanksTo: true,
  questions: { where: { retiredAt: null }, orderBy: { position: 'asc' }, select: asWorded },
  mailTexts: { select: { kind: true, subject: true, text: true } },
} as const

type Save = {
  sessionId: string
  content: SessionContent
  /** As getSessionToEdit gave it. */
  version: number
}

/**
 * Saves the texts of a session. Another address leaves the old one leading to it. Refused when somebody else saved them
 * since `version`; the same texts sent twice are one change.
 */
export async function saveSession(
  { sessionId, content, version }: Save,
  { now, organiserId }: By,
): Promise<Result<null, SaveRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await holdSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    const data = { ...content, slug: slugOf(content) }
    if (await tx.session.findFirst({ where: { id: sessionId, ...data }, select: { id: true } })) {
      return { ok: true, value: null }
    }
    if (session.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    if (data.slug !== session.slug && !(await claimAddress(tx, data.slug, sessionId))) {
      return { ok: false, reason: 'slug-taken' }
    }
    await tx.session.update({ where: { id: sessionId }, data: { ...data, version: { increment: 1 } } })
    await auditSession(tx, 'session.edited', { sessionId, now, organiserId })
    return { ok: true, value: null }
  })
}

/** Makes an address that of a session, for good. False when it is, or once was, that of another: the index decides. */
async function claimAddress(tx: Transaction, slug: string, sessionId: string): Promise<boolean> {
  await tx.sessionAddress.createMany({ data: [{ slug, sessionId }], skipDuplicates: true })
  return (await tx.sessionAddress.count({ where: { slug, sessionId } })) === 1
}
