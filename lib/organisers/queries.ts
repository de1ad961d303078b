import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { pendingInvitation } from './account-links'
import { findPasswordHash } from './auth-adapter'
import { organiserState } from './rules'

/** Returns `null` on a new installation, which has no organiser yet. */
export function findAnyOrganiser(): Promise<{ id: string } | null> {
  return db().organiser.findFirst({ select: { id: true } })
}

const listFields = {
  id: true,
  name: true,
  email: true,
  role: true,
  acceptedAt: true,
  endedAt: true,
  tokenExpiresAt: true,
  lastLoginAt: true,
  twoFactorEnabled: true,
} as const

/** Lists all organisers with their state, sorted by name; those with ended access come last. */
export async function listOrganisers(now: Date) {
  const organisers = await db().organiser.findMany({ select: listFields })
  const byName = organisers.sort(
    (one, other) => one.name.localeCompare(other.name, 'nl') || (one.id < other.id ? -1 : 1),
  )
  return byName
    .map((organiser) => ({ ...organiser, state: organiserState(organiser, now) }))
    .sort((one, other) => Number(one.state === 'ended') - Number(other.state === 'ended'))
}

/** Reads an organiser with the delivery state of the last invitation mail. Returns `null` if the id is unknown. */
export async function getOrganiser(id: string, now: Date) {
  const [organiser, invitation] = await Promise.all([
    db().organiser.findUnique({ where: { id }, select: listFields }),
    db().message.findFirst({
      where: { organiserId: id, kind: 'invitation' },
      orderBy: { createdAt: 'desc' },
      select: { sentAt: true, failedAt: true, lastError: true },
    }),
  ])
  return organiser && { ...organiser, state: organiserState(organiser, now), invitation }
}

/** Names of at most ten admins, for an organiser who lacks access. */
export async function listAdminNames(): Promise<string[]> {
  const where = { role: 'admin', ...canLogIn } as const
  const admins = await db().organiser.findMany({ where, orderBy: { name: 'asc' }, take: 10, select: { name: true } })
  return admins.map(({ name }) => name)
}

/** Reads the invitation behind a link. Returns `null` if the link is forged, expired or superseded. */
export async function getInvitation(token: string, now: Date): Promise<{ name: string; email: string } | null> {
  const owner = verifyPersonalToken('invitation', token)
  if (!owner) return null
  return await db().organiser.findFirst({
    where: { ...owner, ...pendingInvitation, tokenExpiresAt: { gt: now } },
    select: { name: true, email: true },
  })
}

/** Reads the account behind a password reset link. Returns `null` if the link is forged, expired or superseded. */
export async function getPasswordResetLink(token: string, now: Date): Promise<{ email: string } | null> {
  const owner = verifyPersonalToken('new-password', token)
  if (!owner) return null
  return await db().organiser.findFirst({
    where: { ...owner, ...canLogIn, tokenExpiresAt: { gt: now } },
    select: { email: true },
  })
}

/** False for an organiser who only logs in with Microsoft. */
export async function hasPassword(organiserId: string): Promise<boolean> {
  return (await findPasswordHash(organiserId)) !== null
}
