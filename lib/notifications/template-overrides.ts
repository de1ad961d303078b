import type { MailTemplate } from '@/emails/parts/participant-mail'
import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import type { MessageKind } from '@/lib/outbox/schema'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { mailKinds } from './kinds/registry'
import type { TemplateOverrideRefusal } from './schema'

/** Returns the default subject and text of a mail kind. Throws for a kind that organisers cannot override. */
export function getDefaultTemplate(kind: MessageKind): MailTemplate {
  const { defaultTemplate } = mailKinds[kind]
  if (!defaultTemplate) throw new Error(`${kind} has no template`)
  return defaultTemplate
}

/** Returns a session's own subject and text for a mail kind; an empty one means the default. A save changes `version`. */
export async function getTemplateOverride(sessionId: string, kind: MessageKind) {
  const found = await db().templateOverride.findUnique({ where: { sessionId_kind: { sessionId, kind } } })
  return { subject: found?.subject ?? '', text: found?.text ?? '', version: versionOf(found) }
}

export async function listOverriddenKinds(sessionId: string): Promise<MessageKind[]> {
  const found = await db().templateOverride.findMany({ where: { sessionId }, select: { kind: true } })
  return found.map(({ kind }) => kind)
}

/** Returns a version of a stored override that changes with each save, or an empty string when none is stored. */
const versionOf = (row: { updatedAt: Date } | null) => row?.updatedAt.toISOString() ?? ''

type SaveRequest = MailTemplate & {
  sessionId: string
  kind: MessageKind
  /** `version` that `getTemplateOverride` returned when the organiser began to edit the subject and text. */
  version: string
}

/**
 * Saves a session's own subject and text for a mail kind. A field that equals the default is stored as empty. Refuses with
 * `changed-meanwhile` when another text was saved since `version` was read.
 */
export async function saveTemplateOverride(
  { sessionId, kind, version, ...input }: SaveRequest,
  { now, organiserId }: Actor,
): Promise<Result<null, TemplateOverrideRefusal>> {
  return await db().$transaction(async (tx) => {
    if (!(await lockRow(tx, 'Session', sessionId))) return refuse('unknown-session')
    const where = { sessionId_kind: { sessionId, kind } }
    const current = await tx.templateOverride.findUnique({ where })
    const defaults = getDefaultTemplate(kind)
    const override = {
      subject: input.subject === defaults.subject ? '' : input.subject,
      text: input.text === defaults.text ? '' : input.text,
    }
    const isUnchanged = override.subject === (current?.subject ?? '') && override.text === (current?.text ?? '')
    if (isUnchanged) return ok(null)
    if (versionOf(current) !== version) return refuse('changed-meanwhile')

    if (!override.subject && !override.text) await tx.templateOverride.deleteMany({ where: { sessionId, kind } })
    else {
      const data = { ...override, updatedAt: now }
      await tx.templateOverride.upsert({ where, create: { sessionId, kind, ...data }, update: data })
    }
    const entry = { action: 'templateOverrideSaved', subjectType: 'session', subjectId: sessionId } as const
    await auditAsOrganiser(tx, { now, organiserId }, entry)
    return ok(null)
  })
}

/** Copies the template overrides of session `from` to session `to`, which must have none yet. */
export async function copyTemplateOverrides(
  tx: Transaction,
  { from, to, now }: { from: string; to: string; now: Date },
) {
  const select = { kind: true, subject: true, text: true } as const
  const found = await tx.templateOverride.findMany({ where: { sessionId: from }, select })
  await tx.templateOverride.createMany({ data: found.map((row) => ({ ...row, sessionId: to, updatedAt: now })) })
}
