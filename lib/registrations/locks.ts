import type { Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { lockSeats } from './waitlist/seats'

/** Options of a registration lock. `blocksTriage` also excludes concurrent changes of the session and its triage rounds. */
type LockOptions = { blocksTriage?: boolean }

/** Locks a session, then its registration `id`: the reverse could deadlock. Returns `false` if there is no registration. */
export async function lockRegistrationRow(tx: Transaction, id: string, options: LockOptions = {}): Promise<boolean> {
  const registration = await tx.registration.findUnique({ where: { id }, select: { sessionId: true } })
  if (!registration) return false
  if (options.blocksTriage) await lockRow(tx, 'Session', registration.sessionId, 'NO KEY UPDATE')
  await lockSeats(tx, registration.sessionId)
  return await lockRow(tx, 'Registration', id)
}

const withSession = {
  answers: { select: { questionId: true, text: true } },
  session: { include: { triageRounds: { where: { reopenedAt: null } } } },
} as const

/** Locks and returns a registration. Returns `null` when its personal data were erased or it is not in this session. */
export async function lockRegistration(
  tx: Transaction,
  { sessionId, id }: { sessionId: string; id: string },
  options?: LockOptions,
) {
  await lockRegistrationRow(tx, id, options)
  return await tx.registration.findFirst({ where: { id, sessionId, erasedAt: null }, include: withSession })
}

export type LockedRegistration = NonNullable<Awaited<ReturnType<typeof lockRegistration>>>

/** Locks and returns the registration of the personal link `token`. Returns `null` when the link is forged or outdated. */
export async function lockOwnRegistration(tx: Transaction, token: string, options?: LockOptions) {
  const owner = verifyPersonalToken('manage', token)
  if (!owner || !(await lockRegistrationRow(tx, owner.id, options))) return null
  return await tx.registration.findFirst({ where: owner, include: withSession })
}
