import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { recordOrganiserChange } from './account-notifications'
import { endLogins } from './auth'
import { summarizeUserAgent } from './user-agent'

/** Returns the logins of an organiser that have not expired, latest first. `browser` is empty if it is not known. */
export async function listLogins(organiserId: string, now: Date) {
  const logins = await db().login.findMany({
    where: { userId: organiserId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, createdAt: true, userAgent: true },
  })
  return logins.map(({ userAgent, ...login }) => ({ ...login, browser: summarizeUserAgent(userAgent ?? '') }))
}

/** Ends every login of the actor, also the current one. */
export async function logOutEverywhere(actor: Actor): Promise<void> {
  await db().$transaction(async (tx) => {
    await endLogins(tx, actor.organiserId)
    await recordOrganiserChange(tx, 'loggedOutEverywhere', actor)
  })
}
