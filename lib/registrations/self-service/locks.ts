import type { Transaction } from '@/lib/db/client'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { lockRegistrationRow } from '../locks'
import { ownRegistrationSelect } from './queries'

/**
 * Locks and returns the registration of a personal link, or `null` when the link is forged or outdated.
 * `blocksTriage` also locks the session's triage round.
 */
export async function lockOwnRegistration(tx: Transaction, token: string, options?: { blocksTriage: boolean }) {
  const owner = verifyPersonalToken('manage', token)
  if (!owner || !(await lockRegistrationRow(tx, owner.id, options))) return null
  return await tx.registration.findFirst({
    where: owner,
    include: {
      answers: { select: { questionId: true, text: true } },
      session: { select: ownRegistrationSelect.session.select },
    },
  })
}

export type OwnRegistration = NonNullable<Awaited<ReturnType<typeof lockOwnRegistration>>>
