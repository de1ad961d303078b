import { auditBy, type By } from '@/lib/audit/commands'
import { workplaceName } from '@/lib/municipalities/queries'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { sampleParticipant } from './participant'
import { sessionValues } from './render-participant'
import { sampleOrganiser } from './render-sample'
import { standardWords } from './render-words'
import type { AdaptableKind, Placeholder, PreviewKind, Words, WordsRefusal } from './schema'

/** The words of a mail when nobody changed them. */
export const getStandardWords = (kind: AdaptableKind): Words => standardWords[kind]

/** What an organiser made of the words of a mail for one session (its id, a UUID); an empty field stands for the standard. */
export async function getMailText(sessionId: string, kind: AdaptableKind): Promise<Words & { version: string }> {
  const found = await db().mailText.findUnique({ where: { sessionId_kind: { sessionId, kind } } })
  return { subject: found?.subject ?? '', text: found?.text ?? '', version: versionOf(found) }
}

/** What a mail of this kind about a session (its id, a UUID) says for each placeholder, to somebody who could read it. */
export async function getPlaceholderExamples(
  sessionId: string,
  kind: PreviewKind,
): Promise<Record<Placeholder, string>> {
  const { session, ...reader } = await sampleParticipant(sessionId)
  const values = sessionValues(session)
  if (kind === 'question-deadline') return { ...values, naam: sampleOrganiser.name, gemeente: session.organisedBy }
  return { ...values, naam: reader.name, gemeente: workplaceName(reader) }
}

type Save = Words & { sessionId: string; kind: AdaptableKind /** As getMailText gave it. */; version: string }

/**
 * Keeps the words of a mail for one session. An empty field, or one that is just the standard, follows the standard from
 * now on. Refuses when somebody else changed them since `version`.
 */
export async function saveMailText(
  { sessionId, kind, version, ...typed }: Save,
  { now, organiserId }: By,
): Promise<Result<null, WordsRefusal>> {
  return await db().$transaction(async (tx) => {
    if (!(await holdRow(tx, 'Session', sessionId))) return { ok: false, reason: 'unknown-session' }
    const where = { sessionId_kind: { sessionId, kind } }
    const standing = await tx.mailText.findUnique({ where })
    const own = unlessStandard(typed, standardWords[kind])
    const same = own.subject === (standing?.subject ?? '') && own.text === (standing?.text ?? '')
    if (same) return { ok: true, value: null }
    if (versionOf(standing) !== version) return { ok: false, reason: 'changed-meanwhile' }

    if (!own.subject && !own.text) await tx.mailText.deleteMany({ where: { sessionId, kind } })
    else {
      const data = { ...own, updatedAt: now }
      await tx.mailText.upsert({ where, create: { sessionId, kind, ...data }, update: data })
    }
    const entry = { action: 'session.mail-text-saved', subjectType: 'session', subjectId: sessionId }
    await auditBy(tx, { now, organiserId }, entry)
    return { ok: true, value: null }
  })
}

const unlessStandard = ({ subject, text }: Words, standard: Words): Words => ({
  subject: subject === standard.subject ? '' : subject,
  text: text === standard.text ? '' : text,
})

const versionOf = (row: { updatedAt: Date } | null) => row?.updatedAt.toISOString() ?? ''
