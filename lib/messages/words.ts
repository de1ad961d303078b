import { auditBy, type By } from '@/lib/audit/commands'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { standardWords } from './render-words'
import { wordsVersion } from './rules'
import type { AdaptableKind, Words, WordsRefusal } from './schema'

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
    if (wordsVersion(standing) !== version) return { ok: false, reason: 'changed-meanwhile' }

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
