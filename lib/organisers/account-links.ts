import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { sign, verify } from '@/lib/platform/tokens'
import { recordOrganiserChange } from './account-notifications'
import { invitationHours, linkExpiry, passwordResetHours } from './rules'

/** Filter on `Organiser` for those who have not accepted their invitation yet, even if it has expired. */
export const pendingInvitation = { acceptedAt: null, endedAt: null } as const

/** Update of an `Organiser` that revokes the invitation or password reset link mailed to that organiser. */
export const revokedLink = { tokenVersion: { increment: 1 }, tokenExpiresAt: null } as const

/**
 * Maps each kind of mailed link to its settings. `where` matches the organisers who may get the link. A new invitation
 * revokes the former one. A new reset link does not revoke former ones, because a stranger can request it: each works until
 * it expires or one of them is used.
 */
const links = {
  invitation: { purpose: 'invitation', where: pendingInvitation, hours: invitationHours, revokesFormer: true },
  passwordReset: { purpose: 'new-password', where: canLogIn, hours: passwordResetHours, revokesFormer: false },
} as const
type LinkKind = keyof typeof links

/** Mails a link of `kind`. Returns the organiser's id, or `null` if no such organiser may get this link. */
export async function mailAccountLink(
  tx: Transaction,
  kind: LinkKind,
  organiser: { id: string } | { email: string },
  { now, invitedBy }: { now: Date; invitedBy?: string },
): Promise<string | null> {
  const { where, hours, revokesFormer } = links[kind]
  const expiresAt = linkExpiry(now, hours)
  const [owner] = await tx.organiser.updateManyAndReturn({
    where: { ...organiser, ...where },
    data: { ...(revokesFormer && revokedLink), tokenExpiresAt: expiresAt },
    select: { id: true, tokenVersion: true },
  })
  if (!owner) return null
  const { id, tokenVersion } = owner
  await enqueueMessage(tx, {
    kind,
    dedupeKey: `account-link:${randomUUID()}`,
    registrationId: null,
    organiserId: id,
    details: {
      ...(invitedBy && { invitedBy }),
      ...(!revokesFormer && { linkHoldsExpiry: true }),
      tokenVersion,
      tokenExpiresAt: expiresAt.toISOString(),
    },
    dueAt: now,
    expiresAt,
    now,
  })
  return id
}

/** Returns a filter on `Organiser` that matches the receiver of a link while it works, or `null` for a forged or expired token. */
export function linkOwnerFilter(kind: LinkKind, token: string, now: Date) {
  const owner = verifyPersonalToken(links[kind].purpose, token)
  if (!owner || (owner.expiresAt && owner.expiresAt <= now)) return null
  const { id, tokenVersion } = owner
  return { id, tokenVersion, ...links[kind].where, tokenExpiresAt: { gt: now } }
}

/** Returns the organiser to whom a link was mailed, or `null` if the link is forged, expired or superseded. */
export async function findLinkOwner(kind: LinkKind, token: string, now: Date) {
  const where = linkOwnerFilter(kind, token, now)
  return where && (await db().organiser.findFirst({ where, select: { name: true, email: true } }))
}

/** Accepts an invitation and writes an audit entry. Returns `null` if no such invitation is pending, or it has expired. */
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
  await recordOrganiserChange(tx, 'invitationAccepted', { now, organiserId: organiser.id })
  return organiser
}

const firstOrganiserPayload = 'first-organiser'

/** Returns the link to the page that creates the first organiser. The link works until there is an organiser. */
export const firstOrganiserLink = () =>
  `${siteUrl()}${routes.firstOrganiserSetup(sign('first-organiser', firstOrganiserPayload))}`

/** Returns whether `key` is the signed key in `firstOrganiserLink`. */
export const isFirstOrganiserKey = (key: string) => verify('first-organiser', key) === firstOrganiserPayload
