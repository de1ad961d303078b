import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import type { Result } from '@/lib/platform/result'
import { auditOrganiserChange, isActiveAdmin, lockOrganiserChanges } from './locks'
import { setPassword } from './password'
import { invitationHours, linkExpiry } from './rules'
import type { AcceptInvitationInput, InviteInput } from './schema'

/** Who was invited and did not come yet. */
const pendingInvitation = { acceptedAt: null, endedAt: null } as const

/** Invites somebody by mail. Refuses an address that an organiser has, whatever their state. */
export async function invite(
  { name, email, role }: InviteInput,
  { now, organiserId }: Actor,
): Promise<Result<{ id: string }, 'not-allowed' | 'exists'>> {
  return await db().$transaction(async (tx) => {
    await lockOrganiserChanges(tx)
    if (!(await isActiveAdmin(tx, organiserId))) return { ok: false, reason: 'not-allowed' }
    const id = randomUUID()
    const { count } = await tx.organiser.createMany({
      data: [{ id, name, email, role, createdAt: now, updatedAt: now }],
      skipDuplicates: true,
    })
    if (count === 0) return { ok: false, reason: 'exists' }
    await enqueueInvitation(tx, id, { now, organiserId })
    await auditOrganiserChange(tx, 'organiserInvited', { now, organiserId }, id)
    return { ok: true, value: { id } }
  })
}

/** A new link for who was invited: the one of before is dead. Refuses when they came meanwhile, or it was taken back. */
export async function resendInvitation(
  id: string,
  { now, organiserId }: Actor,
): Promise<Result<null, 'not-allowed' | 'changed-meanwhile'>> {
  return await db().$transaction(async (tx) => {
    await lockOrganiserChanges(tx)
    if (!(await isActiveAdmin(tx, organiserId))) return { ok: false, reason: 'not-allowed' }
    if ((await tx.organiser.count({ where: { id, ...pendingInvitation } })) === 0)
      return { ok: false, reason: 'changed-meanwhile' }
    await enqueueInvitation(tx, id, { now, organiserId })
    await auditOrganiserChange(tx, 'invitationResent', { now, organiserId }, id)
    return { ok: true, value: null }
  })
}

/** Takes an invitation back, with its mail when that did not go out yet. Refuses when they came meanwhile. */
export async function withdrawInvitation(
  id: string,
  { now, organiserId }: Actor,
): Promise<Result<null, 'not-allowed' | 'changed-meanwhile'>> {
  return await db().$transaction(async (tx) => {
    await lockOrganiserChanges(tx)
    if (!(await isActiveAdmin(tx, organiserId))) return { ok: false, reason: 'not-allowed' }
    const { count } = await tx.organiser.deleteMany({ where: { id, ...pendingInvitation } })
    if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
    await auditOrganiserChange(tx, 'invitationWithdrawn', { now, organiserId }, id)
    return { ok: true, value: null }
  })
}

/** Makes the account of whose invitation this is, once. Refuses a link that is not ours, too old, used or taken back. */
export async function acceptInvitation(
  { token, name, password }: AcceptInvitationInput & { token: string },
  { now }: { now: Date },
): Promise<Result<{ email: string }, 'dead-link'>> {
  const owner = verifyPersonalToken('invitation', token)
  if (!owner) return { ok: false, reason: 'dead-link' }
  const passwordHash = await hashPassword(password)
  return await db().$transaction(async (tx) => {
    const [organiser] = await tx.organiser.updateManyAndReturn({
      where: { ...owner, ...pendingInvitation, tokenExpiresAt: { gt: now } },
      data: { name, acceptedAt: now, tokenVersion: { increment: 1 }, tokenExpiresAt: null },
      select: { id: true, email: true },
    })
    if (!organiser) return { ok: false, reason: 'dead-link' }
    await setPassword(tx, organiser.id, passwordHash, now)
    await auditOrganiserChange(tx, 'invitationAccepted', { now, organiserId: organiser.id })
    return { ok: true, value: { email: organiser.email } }
  })
}

async function enqueueInvitation(tx: Transaction, id: string, { now, organiserId: invitedBy }: Actor): Promise<void> {
  const tokenExpiresAt = linkExpiry(now, invitationHours)
  const { tokenVersion } = await tx.organiser.update({
    where: { id },
    data: { tokenVersion: { increment: 1 }, tokenExpiresAt },
    select: { tokenVersion: true },
  })
  await enqueueMessage(tx, {
    kind: 'invitation',
    dedupeKey: `invitation:${id}:${tokenVersion}`,
    registrationId: null,
    organiserId: id,
    details: { invitedBy, tokenVersion, tokenExpiresAt: tokenExpiresAt.toISOString() },
    dueAt: now,
    expiresAt: tokenExpiresAt,
    now,
  })
}
