import type { Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { lockSeats } from '../waitlist/seats'
import { ownRegistrationSelect } from './queries'

/**
 * The sign-up behind a personal link, which nobody else can change until the transaction ends; null when the link is not ours
 * or no longer works. `lockTriageRound`: nobody decides in the vragenronde meanwhile either.
 */
export async function lockOwnRegistration(tx: Transaction, token: string, { lockTriageRound = false } = {}) {
  const owner = verifyPersonalToken('manage', token)
  const registration =
    owner && (await tx.registration.findUnique({ where: { id: owner.id }, select: { sessionId: true } }))
  if (!registration) return null
  // First the session, as everybody else does: the other way round two could wait for each other.
  if (lockTriageRound) await lockRow(tx, 'Session', registration.sessionId, 'NO KEY UPDATE')
  await lockSeats(tx, registration.sessionId)
  await lockRow(tx, 'Registration', owner.id)
  return await tx.registration.findFirst({
    where: owner,
    include: {
      answers: { select: { questionId: true, text: true } },
      session: { select: ownRegistrationSelect.session.select },
    },
  })
}
