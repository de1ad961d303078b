import type { Transaction } from '@/lib/db/client'
import { kindsQuotingParticipant } from '@/lib/notifications/kinds/registry'
import { eraseBodies } from '@/lib/outbox/erase'
import { readKnownIdentities } from './known-identities'
import { redactTexts } from './redact-texts'

/**
 * Erases what these people (ids of sign-ups to this session) need to take part, their telephone numbers wherever they stand,
 * the notes about them, what they changed, and what was written in the mails that repeat what they filled in.
 */
export async function purgeNeeds(tx: Transaction, sessionId: string, ids: string[]): Promise<void> {
  const ofRegistrations = { registrationId: { in: ids } }
  await redactTexts(tx, sessionId, await readKnownIdentities(tx, ids, 'former'))
  await tx.registration.updateMany({
    where: { id: { in: ids }, OR: [{ needs: { not: null } }, { phone: { not: null } }] },
    data: { needs: null, phone: null, version: { increment: 1 } },
  })
  await tx.registrationNote.deleteMany({ where: ofRegistrations })
  await tx.registrationChange.deleteMany({ where: ofRegistrations })
  await tx.emailChangeRequest.deleteMany({ where: ofRegistrations })
  // What still has to go out is erased once it has.
  await eraseBodies(tx, { ...ofRegistrations, kind: { in: [...kindsQuotingParticipant] } })
}
