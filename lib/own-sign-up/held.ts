import type { Transaction } from '@/lib/platform/db'
import { readPersonalToken } from '@/lib/platform/personal-token'
import { holdRow } from '@/lib/platform/row-lock'
import { holdPlaces } from '@/lib/registrations/places'
import { own } from './queries'

/**
 * The sign-up behind a personal link, which nobody else can change until the transaction ends; null when the link is not ours
 * or no longer works. `withRound`: nobody decides in the vragenronde meanwhile either.
 */
export async function holdOwn(tx: Transaction, token: string, { withRound = false } = {}) {
  const owner = readPersonalToken('manage', token)
  const where = owner && (await tx.registration.findUnique({ where: { id: owner.id }, select: { sessionId: true } }))
  if (!where) return null
  // First the session, as everybody else does: the other way round two could wait for each other.
  if (withRound) await holdRow(tx, 'Session', where.sessionId, 'NO KEY UPDATE')
  await holdPlaces(tx, where.sessionId)
  await holdRow(tx, 'Registration', owner.id)
  return await tx.registration.findFirst({
    where: owner,
    include: { answers: { select: { questionId: true, text: true } }, session: { select: own.session.select } },
  })
}
