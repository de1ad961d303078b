import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { By } from '@/lib/audit/commands'
import { queueMessage } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { readPersonalToken } from '@/lib/platform/personal-token'
import type { Result } from '@/lib/platform/result'
import { auditOrganiser, isAdmin, takeTurn } from './held'
import { setPassword } from './password'
import { invitationHours, linkEnd } from './rules'
import type { AcceptInput, InviteInput } from './schema'

/** Who was invited and did not come yet. */
const waiting = { acceptedAt: null, endedAt: null } as const

/** Invites somebody by mail. Refuses an address that an organiser has, whatever their state. */
export async function invite(
  { name, email, role }: InviteInput,
  { now, organiserId }: By,
): Promise<Result<{ id: string }, 'not-allowed' | 'exists'>> {
  return await db().$transaction(async (tx) => {
    await takeTurn(tx)
    if (!(await isAdmin(tx, organiserId))) return { ok: false, reason: 'not-allowed' }
    const id = randomUUID()
    const { count } = await tx.organiser.createMany({
      data: [{ id, name, email, role, createdAt: now, updatedAt: now }],
      skipDuplicates: true,
    })
    if (count === 0) return { ok: false, reason: 'exists' }
    await sendLink(tx, id, { now, organiserId })
    await auditOrganiser(tx, 'organiser.invited', { now, organiserId }, id)
    return { ok: true, value: { id } }
  })
}

/** A new link for who was invited: the one of before is dead. Refuses when they came meanwhile, or it was taken back. */
export async function inviteAgain(
  id: string,
  { now, organiserId }: By,
): Promise<Result<null, 'not-allowed' | 'changed-meanwhile'>> {
  return await db().$transaction(async (tx) => {
    await takeTurn(tx)
    if (!(await isAdmin(tx, organiserId))) return { ok: false, reason: 'not-allowed' }
    if ((await tx.organiser.count({ where: { id, ...waiting } })) === 0)
      return { ok: false, reason: 'changed-meanwhile' }
    await sendLink(tx, id, { now, organiserId })
    await auditOrganiser(tx, 'organiser.invited-again', { now, organiserId }, id)
    return { ok: true, value: null }
  })
}

/** Takes an invitation back, with its mail when that did not go out yet. Refuses when they came meanwhile. */
export async function withdrawInvitation(
  id: string,
  { now, organiserId }: By,
): Promise<Result<null, 'not-allowed' | 'changed-meanwhile'>> {
  return await db().$transaction(async (tx) => {
    await takeTurn(tx)
    if (!(await isAdmin(tx, organiserId))) return { ok: false, reason: 'not-allowed' }
    const { count } = await tx.organiser.deleteMany({ where: { id, ...waiting } })
    if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
    await auditOrganiser(tx, 'organiser.invitation-withdrawn', { now, organiserId }, id)
    return { ok: true, value: null }
  })
}

/** Makes the account of whose invitation this is, once. Refuses a link that is not ours, too old, used or taken back. */
export async function acceptInvitation(
  { token, name, password }: AcceptInput & { token: string },
  { now }: { now: Date },
): Promise<Result<{ email: string }, 'dead-link'>> {
  const owner = readPersonalToken('invitation', token)
  if (!owner) return { ok: false, reason: 'dead-link' }
  const hash = await hashPassword(password)
  return await db().$transaction(async (tx) => {
    const [organiser] = await tx.organiser.updateManyAndReturn({
      where: { ...owner, ...waiting, linkExpiresAt: { gt: now } },
      data: { name, acceptedAt: now, linkVersion: { increment: 1 }, linkExpiresAt: null },
      select: { id: true, email: true },
    })
    if (!organiser) return { ok: false, reason: 'dead-link' }
    await setPassword(tx, organiser.id, hash, now)
    await auditOrganiser(tx, 'organiser.accepted', { now, organiserId: organiser.id })
    return { ok: true, value: { email: organiser.email } }
  })
}

async function sendLink(tx: Transaction, id: string, { now, organiserId: invitedBy }: By): Promise<void> {
  const linkExpiresAt = linkEnd(now, invitationHours)
  const { linkVersion } = await tx.organiser.update({
    where: { id },
    data: { linkVersion: { increment: 1 }, linkExpiresAt },
    select: { linkVersion: true },
  })
  await queueMessage(tx, {
    kind: 'invitation',
    dedupeKey: `invitation:${id}:${linkVersion}`,
    registrationId: null,
    organiserId: id,
    details: { invitedBy, linkVersion, linkExpiresAt: linkExpiresAt.toISOString() },
    dueAt: now,
    expiresAt: linkExpiresAt,
    now,
  })
}
