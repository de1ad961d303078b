import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { acceptPendingInvitation, mailAccountLink, pendingInvitation } from './account-links'
import { recordOrganiserChange } from './account-notifications'
import { forgetAttempts } from './attempts'
import { setPassword } from './auth'
import { changeAsAdmin } from './locks'
import type { AcceptInvitationInput, InviteInput } from './schema'

type InvitationResult = Result<null, 'not-allowed' | 'changed-meanwhile'>

/** Invites an organiser by mail. Refuses with `exists` if an organiser has this address, even an invited or former one. */
export function invite(
  { name, email, role }: InviteInput,
  actor: Actor,
): Promise<Result<{ id: string }, 'not-allowed' | 'exists'>> {
  return changeAsAdmin(actor, async (tx) => {
    const id = randomUUID()
    const { count } = await tx.organiser.createMany({
      data: [{ id, name, email, role, createdAt: actor.now, updatedAt: actor.now }],
      skipDuplicates: true,
    })
    if (count === 0) return refuse('exists')
    await mailInvitation(tx, id, actor)
    await recordOrganiserChange(tx, 'organiserInvited', actor, id)
    return ok({ id })
  })
}

/** Mails a new link and revokes the former one. Refuses with `changed-meanwhile` if the invitation is not pending. */
export function resendInvitation(id: string, actor: Actor): Promise<InvitationResult> {
  return changeAsAdmin(actor, async (tx) => {
    if (!(await mailInvitation(tx, id, actor))) return refuse('changed-meanwhile')
    await recordOrganiserChange(tx, 'invitationResent', actor, id)
    return ok(null)
  })
}

/** Deletes an invitation and its mails. Refuses with `changed-meanwhile` if the invitation is not pending. */
export function withdrawInvitation(id: string, actor: Actor): Promise<InvitationResult> {
  return changeAsAdmin(actor, async (tx) => {
    const { count } = await tx.organiser.deleteMany({ where: { id, ...pendingInvitation } })
    if (count === 0) return refuse('changed-meanwhile')
    await recordOrganiserChange(tx, 'invitationWithdrawn', actor, id)
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
  const organiser = await db().$transaction(async (tx) => {
    const accepted = await acceptPendingInvitation(tx, owner, { now, name })
    if (accepted) await setPassword(tx, accepted.id, passwordHash, now)
    return accepted
  })
  if (!organiser) return refuse('dead-link')
  await forgetAttempts(organiser)
  return ok({ email: organiser.email })
}

const mailInvitation = (tx: Transaction, id: string, { now, organiserId: invitedBy }: Actor) =>
  mailAccountLink(tx, 'invitation', { id }, { now, invitedBy })
