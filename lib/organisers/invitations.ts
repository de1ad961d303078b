import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { acceptPendingInvitation, pendingInvitation } from './account-links'
import { enqueueAccountLink } from './account-notifications'
import { hashPassword, setPassword } from './auth-adapter'
import { auditOrganiserChange, changeAsAdmin } from './locks'
import { invitationHours, linkExpiry } from './rules'
import type { AcceptInvitationInput, InviteInput } from './schema'

type InvitationResult = Result<null, 'not-allowed' | 'changed-meanwhile'>

/** Invites an organiser by mail. Refuses with `exists` if an organiser has this address, in any state. */
export function invite(
  { name, email, role }: InviteInput,
  actor: Actor,
): Promise<Result<{ id: string }, 'not-allowed' | 'exists'>> {
  return changeAsAdmin<{ id: string }, 'exists'>(actor, async (tx) => {
    const id = randomUUID()
    const { count } = await tx.organiser.createMany({
      data: [{ id, name, email, role, createdAt: actor.now, updatedAt: actor.now }],
      skipDuplicates: true,
    })
    if (count === 0) return refuse('exists')
    await enqueueInvitation(tx, id, actor)
    await auditOrganiserChange(tx, 'organiserInvited', actor, id)
    return ok({ id })
  })
}

/** Mails a new link; the former link stops working. Refuses with `changed-meanwhile` if the invitation is not pending. */
export function resendInvitation(id: string, actor: Actor): Promise<InvitationResult> {
  return changeAsAdmin<null, 'changed-meanwhile'>(actor, async (tx) => {
    if ((await tx.organiser.count({ where: { id, ...pendingInvitation } })) === 0) return refuse('changed-meanwhile')
    await enqueueInvitation(tx, id, actor)
    await auditOrganiserChange(tx, 'invitationResent', actor, id)
    return ok(null)
  })
}

/** Deletes an invitation and its mails. Refuses with `changed-meanwhile` if the invitation is not pending. */
export function withdrawInvitation(id: string, actor: Actor): Promise<InvitationResult> {
  return changeAsAdmin<null, 'changed-meanwhile'>(actor, async (tx) => {
    const { count } = await tx.organiser.deleteMany({ where: { id, ...pendingInvitation } })
    if (count === 0) return refuse('changed-meanwhile')
    await auditOrganiserChange(tx, 'invitationWithdrawn', actor, id)
    return ok(null)
  })
}

/** Accepts an invitation with a name and password. Refuses with `dead-link` if the link is forged, expired or superseded. */
export async function acceptInvitation(
  { token, name, password }: AcceptInvitationInput & { token: string },
  { now }: { now: Date },
): Promise<Result<{ email: string }, 'dead-link'>> {
  const owner = verifyPersonalToken('invitation', token)
  if (!owner) return refuse('dead-link')
  const passwordHash = await hashPassword(password)
  return await db().$transaction(async (tx) => {
    const organiser = await acceptPendingInvitation(tx, owner, { now, name })
    if (!organiser) return refuse('dead-link')
    await setPassword(tx, organiser.id, passwordHash, now)
    return ok({ email: organiser.email })
  })
}

async function enqueueInvitation(tx: Transaction, id: string, { now, organiserId: invitedBy }: Actor): Promise<void> {
  const tokenExpiresAt = linkExpiry(now, invitationHours)
  const { tokenVersion } = await tx.organiser.update({
    where: { id },
    data: { tokenVersion: { increment: 1 }, tokenExpiresAt },
    select: { tokenVersion: true },
  })
  await enqueueAccountLink(tx, 'invitation', { id, tokenVersion, tokenExpiresAt, invitedBy, now })
}
