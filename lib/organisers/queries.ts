import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { organiserState } from './rules'

/** Finds one of the organisers. Returns `null` on a new installation, which has no organiser yet. */
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
  return organisers
    .map((organiser) => ({ ...organiser, state: organiserState(organiser, now) }))
    .sort(
      (one, other) =>
        Number(one.state === 'ended') - Number(other.state === 'ended') ||
        one.name.localeCompare(other.name, 'nl') ||
        (one.id < other.id ? -1 : 1),
    )
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

/** Returns the names of at most ten admins. An organiser who needs more access can ask them. */
export async function listAdminNames(): Promise<string[]> {
  const where = { role: 'admin', ...canLogIn } as const
  const admins = await db().organiser.findMany({ where, orderBy: { name: 'asc' }, take: 10, select: { name: true } })
  return admins.map(({ name }) => name)
}
