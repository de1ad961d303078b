import type { By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { mayLogIn } from '@/lib/platform/organiser-access'
import type { Result } from '@/lib/platform/result'
import { auditOrganiser, endLogins, isAdmin, takeTurn } from './held'
import { tellAccountChanged } from './news'
import type { Role } from './schema'

export type AccessRefusal = 'not-allowed' | 'changed-meanwhile' | 'last-admin'
type Outcome = Result<null, AccessRefusal>

/** Gives another role, at once everywhere. Never takes it from the last admin. */
export function changeRole({ id, role }: { id: string; role: Role }, by: By): Promise<Outcome> {
  return inTurn(by, (tx) => setRole(tx, { id, role }, by))
}

/** Ends somebody's access at once everywhere: every login goes in the same transaction. Never that of the last admin. */
export function endAccess(id: string, by: By): Promise<Outcome> {
  return inTurn(by, (tx) => end(tx, id, by))
}

/** Lets somebody whose access ended log in again, with the password of before. No login of then comes back to life. */
export function restoreAccess(id: string, by: By): Promise<Outcome> {
  return inTurn(by, async (tx) => {
    const { count } = await tx.organiser.updateMany({
      where: { id, acceptedAt: { not: null }, endedAt: { not: null } },
      data: { endedAt: null },
    })
    if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
    await endLogins(tx, id)
    await auditOrganiser(tx, 'organiser.restored', by, id)
    return { ok: true, value: null }
  })
}

/** For a colleague who lost phone and recovery codes: logging in asks for the password only, and they hear it by mail. */
export function resetTwoStep(id: string, by: By): Promise<Outcome> {
  return inTurn(by, async (tx) => {
    const { count } = await tx.organiser.updateMany({
      where: { id, twoFactorEnabled: true },
      data: { twoFactorEnabled: false },
    })
    if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
    await tx.twoFactor.deleteMany({ where: { userId: id } })
    await auditOrganiser(tx, 'organiser.two-step-reset', by, id)
    await tellAccountChanged(tx, id, 'two-step-reset', by.now)
    return { ok: true, value: null }
  })
}

/** Without a turn two admins can end each other at the same moment: each still sees the other. */
async function inTurn(by: By, change: (tx: Transaction) => Promise<Outcome>): Promise<Outcome> {
  return await db().$transaction(async (tx) => {
    await takeTurn(tx)
    return await asAdmin(tx, by, change)
  })
}

/** The part of a change that needs its turn; called without one only by the test that shows why. */
export async function asAdmin(
  tx: Transaction,
  { organiserId }: By,
  change: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  return (await isAdmin(tx, organiserId)) ? await change(tx) : { ok: false, reason: 'not-allowed' }
}

async function setRole(tx: Transaction, { id, role }: { id: string; role: Role }, by: By): Promise<Outcome> {
  if (role !== 'admin' && (await isLastAdmin(tx, id))) return { ok: false, reason: 'last-admin' }
  const { count } = await tx.organiser.updateMany({
    where: { id, role: { not: role }, endedAt: null },
    data: { role },
  })
  if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
  await auditOrganiser(tx, role === 'admin' ? 'organiser.made-admin' : 'organiser.made-staff', by, id)
  return { ok: true, value: null }
}

export async function end(tx: Transaction, id: string, by: By): Promise<Outcome> {
  if (await isLastAdmin(tx, id)) return { ok: false, reason: 'last-admin' }
  const { count } = await tx.organiser.updateMany({
    where: { id, ...mayLogIn },
    data: { endedAt: by.now, linkVersion: { increment: 1 }, linkExpiresAt: null },
  })
  if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
  await endLogins(tx, id)
  await auditOrganiser(tx, 'organiser.ended', by, id)
  return { ok: true, value: null }
}

async function isLastAdmin(tx: Transaction, id: string): Promise<boolean> {
  if (!(await isAdmin(tx, id))) return false
  return (await tx.organiser.count({ where: { id: { not: id }, role: 'admin', ...mayLogIn } })) === 0
}
