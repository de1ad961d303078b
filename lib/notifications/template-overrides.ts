import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { templateOverrideVersion } from '@/lib/outbox/retry-policy'
import type { Result } from '@/lib/platform/result'
import { defaultTemplates } from './default-templates'
import type { AdaptableKind, MailTemplate, TemplateOverrideRefusal } from './schema'

type SaveRequest = MailTemplate & {
  sessionId: string
  kind: AdaptableKind /** As getMailText gave it. */
  version: string
}

/**
 * Keeps the words of a mail for one session. An empty field, or one that is just the standard, follows the standard from
 * now on. Refuses when somebody else changed them since `version`.
 */
export async function saveTemplateOverride(
  { sessionId, kind, version, ...input }: SaveRequest,
  { now, organiserId }: Actor,
): Promise<Result<null, TemplateOverrideRefusal>> {
  return await db().$transaction(async (tx) => {
    if (!(await lockRow(tx, 'Session', sessionId))) return { ok: false, reason: 'unknown-session' }
    const where = { sessionId_kind: { sessionId, kind } }
    const current = await tx.templateOverride.findUnique({ where })
    const override = omitDefaults(input, defaultTemplates[kind])
    const isUnchanged = override.subject === (current?.subject ?? '') && override.text === (current?.text ?? '')
    if (isUnchanged) return { ok: true, value: null }
    if (templateOverrideVersion(current) !== version) return { ok: false, reason: 'changed-meanwhile' }

    if (!override.subject && !override.text) await tx.templateOverride.deleteMany({ where: { sessionId, kind } })
    else {
      const data = { ...override, updatedAt: now }
      await tx.templateOverride.upsert({ where, create: { sessionId, kind, ...data }, update: data })
    }
    const entry = { action: 'templateOverrideSaved', subjectType: 'session', subjectId: sessionId } as const
    await auditAsOrganiser(tx, { now, organiserId }, entry)
    return { ok: true, value: null }
  })
}

const omitDefaults = ({ subject, text }: MailTemplate, defaultTemplate: MailTemplate): MailTemplate => ({
  subject: subject === defaultTemplate.subject ? '' : subject,
  text: text === defaultTemplate.text ? '' : text,
})
