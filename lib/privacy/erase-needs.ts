import { repeatingKinds } from '@/lib/messages/schema'
import type { Transaction } from '@/lib/platform/db'
import { eraseFromTexts } from './erase-texts'
import { readNamed } from './named'

/**
 * Erases what these people (ids of sign-ups to this session) need to take part, their telephone numbers wherever they stand,
 * the notes about them, what they changed, and what was written in the mails that repeat what they filled in.
 */
export async function eraseNeeds(tx: Transaction, sessionId: string, ids: string[]): Promise<void> {
  const these = { registrationId: { in: ids } }
  await eraseFromTexts(tx, sessionId, await readNamed(tx, ids, 'former'))
  await tx.registration.updateMany({
    where: { id: { in: ids }, OR: [{ needs: { not: null } }, { phone: { not: null } }] },
    data: { needs: null, phone: null, version: { increment: 1 } },
  })
  await tx.registrationNote.deleteMany({ where: these })
  await tx.registrationChange.deleteMany({ where: these })
  await tx.addressRequest.deleteMany({ where: these })
  await tx.message.updateMany({
    where: {
      ...these,
      kind: { in: [...repeatingKinds] },
      // What still has to go out is erased once it has.
      OR: [{ sentAt: { not: null } }, { failedAt: { not: null } }, { droppedAt: { not: null } }],
    },
    data: { html: null, text: null },
  })
}
