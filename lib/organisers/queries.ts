import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { organiserState } from './rules'

/** Somebody who may log in, or null when nobody can yet. */
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

/** Everybody who may log in, was invited or could log in once: by name, those whose access ended last. */
export async function listOrganisers(now: Date) {
  const organisers = await db().organiser.findMany({ select: listFields })
  const byName = organisers.sort(
    (one, other) => one.name.localeCompare(other.name, 'nl') || (one.id < other.id ? -1 : 1),
  )
  return byName
    .map((organiser) => ({ ...organiser, state: organiserState(organiser, now) }))
    .sort((one, other) => Number(one.state === 'ended') - Number(other.state === 'ended'))
}

export type OrganiserView = Awaited<ReturnType<typeof listOrganisers>>[number]

/** One of them with what became of the mail that invited them, or null. */
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

/** The names of those who can give access: whom to ask. */
export async function listAdminNames(): Promise<string[]> {
  const where = { role: 'admin', ...canLogIn } as const
  const admins = await db().organiser.findMany({ where, orderBy: { name: 'asc' }, take: 10, select: { name: true } })
  return admins.map(({ name }) => name)
}

/** Whom an invitation is for, or null when the link is not ours or does not work any more. */
export async function getInvitation(token: string, now: Date): Promise<{ name: string; email: string } | null> {
  const owner = verifyPersonalToken('invitation', token)
  if (!owner) return null
  return await db().organiser.findFirst({
    where: { ...owner, acceptedAt: null, endedAt: null, tokenExpiresAt: { gt: now } },
    select: { name: true, email: true },
  })
}

/** Whose link for a new password this is, or null when it is not ours or does not work any more. */
export async function getPasswordResetLink(token: string, now: Date): Promise<{ email: string } | null> {
  const owner = verifyPersonalToken('new-password', token)
  if (!owner) return null
  return await db().organiser.findFirst({
    where: { ...owner, acceptedAt: { not: null }, endedAt: null, tokenExpiresAt: { gt: now } },
    select: { email: true },
  })
}

/** What the account page shows about logging in: whether there is a password, and how many recovery codes are left. */
export async function hasPassword(organiserId: string): Promise<boolean> {
  const where = { userId: organiserId, providerId: 'credential', password: { not: null } }
  return (await db().account.count({ where })) > 0
}
