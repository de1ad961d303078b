import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { type CustomMessageInput, storedAudienceSchema, unrestrictedAudience } from './schema'

/** Identifies a draft of a custom message. `registrationId` is its only recipient, or `null` if there can be several. */
type DraftOwner = { sessionId: string; organiserId: string; registrationId?: string | null }

/** Stores a custom message that an organiser is writing. Each organiser has one draft per session and one per recipient. */
export async function saveCustomMessageDraft(
  { sessionId, registrationId = null, to, subject, text }: CustomMessageInput & Omit<DraftOwner, 'organiserId'>,
  { now, organiserId }: Actor,
): Promise<void> {
  const owner = { sessionId, organiserId, registrationId }
  const draft = { subject, text, selection: to, updatedAt: now }
  await db().$transaction(async (tx) => {
    // Waits for an erasure, which redacts the drafts of the session, and for the same form sent twice.
    if (!(await lockRow(tx, 'Session', sessionId))) return
    if (registrationId && !(await tx.registration.findUnique({ where: { id: registrationId, sessionId } }))) return
    const { count } = await tx.customMessageDraft.updateMany({ where: owner, data: draft })
    if (count === 0) await tx.customMessageDraft.create({ data: { ...owner, ...draft } })
  })
}

/** Returns an organiser's draft of a custom message to one person or, without `registrationId`, to several; else `null`. */
export async function findCustomMessageDraft({ sessionId, organiserId, registrationId = null }: DraftOwner) {
  const draft = await db().customMessageDraft.findFirst({ where: { sessionId, organiserId, registrationId } })
  if (!draft) return null
  const { data: to = unrestrictedAudience } = storedAudienceSchema.safeParse(draft.selection)
  return { subject: draft.subject, text: draft.text, to, updatedAt: draft.updatedAt }
}

export async function discardCustomMessageDraft({ sessionId, organiserId, registrationId = null }: DraftOwner) {
  await db().customMessageDraft.deleteMany({ where: { sessionId, organiserId, registrationId } })
}
