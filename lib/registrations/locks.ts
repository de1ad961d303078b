import type { Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { lockSeats } from './waitlist/seats'

/** `blocksTriage` also locks the session's triage round. */
type LockOptions = { blocksTriage?: boolean }

/**
 * Locks a registration until the transaction ends. Returns `false` when it does not exist.
 * Every command locks the session before the registration; the reverse order could deadlock.
 */
export async function lockRegistrationRow(
  tx: Transaction,
  id: string,
  { blocksTriage = false }: LockOptions = {},
): Promise<boolean> {
  const registration = await tx.registration.findUnique({ where: { id }, select: { sessionId: true } })
  if (!registration) return false
  if (blocksTriage) await lockRow(tx, 'Session', registration.sessionId, 'NO KEY UPDATE')
  await lockSeats(tx, registration.sessionId)
  return await lockRow(tx, 'Registration', id)
}

/** Locks and returns a registration with its answers. Returns `null` when it is erased or belongs to another session. */
export async function lockRegistration(
  tx: Transaction,
  { sessionId, id }: { sessionId: string; id: string },
  options?: LockOptions,
) {
  await lockRegistrationRow(tx, id, options)
  return await tx.registration.findFirst({
    where: { id, sessionId, erasedAt: null },
    include: { answers: { select: { questionId: true, text: true } } },
  })
}

export type LockedRegistration = NonNullable<Awaited<ReturnType<typeof lockRegistration>>>
