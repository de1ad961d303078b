import type { Transaction } from '@/lib/db/client'
import { auditOrganiserChange } from './locks'

/** Filter on organisers with an invitation that is not accepted yet. */
export const pendingInvitation = { acceptedAt: null, endedAt: null } as const

/** Update that makes the mailed link of an organiser stop working. */
export const revokedLink = { tokenVersion: { increment: 1 }, tokenExpiresAt: null } as const

/** Accepts the pending invitation of an organiser, with an audit entry. Returns `null` if there is none that still works. */
export async function acceptPendingInvitation(
  tx: Transaction,
  invitation: { id: string; tokenVersion: number } | { email: string },
  { now, name }: { now: Date; name?: string },
): Promise<{ id: string; email: string } | null> {
  const [organiser] = await tx.organiser.updateManyAndReturn({
    where: { ...invitation, ...pendingInvitation, tokenExpiresAt: { gt: now } },
    data: { ...(name && { name }), acceptedAt: now, ...revokedLink },
    select: { id: true, email: true },
  })
  if (!organiser) return null
  await auditOrganiserChange(tx, 'invitationAccepted', { now, organiserId: organiser.id })
  return organiser
}
