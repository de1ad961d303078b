import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { withoutErrorCode } from '@/lib/outbox/bounces/failure-reason'
import { organiserState } from './rules'

/** Returns the id of an arbitrary organiser, or `null` on a new installation, which has no organiser yet. */
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

/** Returns all organisers with their state, sorted by name; organisers with ended access come last. */
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

/** Returns an organiser with the delivery state of their last invitation mail, or `null` if the id is unknown. */
export async function getOrganiser(id: string, now: Date) {
  const [organiser, invitation] = await Promise.all([
    db().organiser.findUnique({ where: { id }, select: listFields }),
    db().message.findFirst({
      where: { organiserId: id, kind: 'invitation' },
      orderBy: { createdAt: 'desc' },
      select: { sentAt: true, failedAt: true, lastError: true },
    }),
  ])
  const lastError = withoutErrorCode(invitation?.lastError ?? null)
  return (
    organiser && {
      ...organiser,
      state: organiserState(organiser, now),
      invitation: invitation && { ...invitation, lastError },
    }
  )
}

/** Returns the names of at most ten admins, whom an organiser can ask for more access. */
export async function listAdminNames(): Promise<string[]> {
  const where = { role: 'admin', ...canLogIn } as const
  const admins = await db().organiser.findMany({ where, orderBy: { name: 'asc' }, take: 10, select: { name: true } })
  return admins.map(({ name }) => name)
}
