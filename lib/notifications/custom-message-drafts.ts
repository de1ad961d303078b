import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { type CustomMessageInput, customMessageAudienceSchema, unrestrictedAudience } from './schema'

type DraftOwner = { sessionId: string; organiserId: string }

/** Stores what an organiser is writing. Each organiser has one draft per session. */
export async function saveCustomMessageDraft(
  { sessionId, to, subject, text }: CustomMessageInput & { sessionId: string },
  { now, organiserId }: Actor,
): Promise<void> {
  const draft = { subject, text, selection: to, updatedAt: now }
  await db().$transaction(async (tx) => {
    // Waits for an erasure, which redacts the drafts of the session.
    if (!(await lockRow(tx, 'Session', sessionId))) return
    await tx.customMessageDraft.upsert({
      where: { sessionId_organiserId: { sessionId, organiserId } },
      create: { sessionId, organiserId, ...draft },
      update: draft,
    })
  })
}

/** Returns the draft of an organiser for a session, or `null`. */
export async function findCustomMessageDraft({ sessionId, organiserId }: DraftOwner) {
  const draft = await db().customMessageDraft.findUnique({
    where: { sessionId_organiserId: { sessionId, organiserId } },
  })
  if (!draft) return null
  const { data: to = unrestrictedAudience } = customMessageAudienceSchema.safeParse(draft.selection)
  return { subject: draft.subject, text: draft.text, to, updatedAt: draft.updatedAt }
}

export async function discardCustomMessageDraft({ sessionId, organiserId }: DraftOwner): Promise<void> {
  await db().customMessageDraft.deleteMany({ where: { sessionId, organiserId } })
}
