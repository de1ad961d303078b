import { repeatingKinds } from '@/lib/messages/schema'
import type { Transaction } from '@/lib/platform/db'
import { eraseFromTexts } from './erase-texts'
import type { Named } from './find-in-text'

/**
 * Erases what these people (ids of sign-ups to this session) need to take part, their telephone numbers wherever they stand,
 * the notes about them, what they changed, and what was written in the mails that repeat what they filled in.
 */
export async function eraseNeeds(tx: Transaction, sessionId: string, ids: string[]): Promise<void> {
  const these = { registrationId: { in: ids } }
  await eraseFromTexts(tx, sessionId, await readNumbers(tx, ids))
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

/** Their numbers, and what they were called and reached by before they changed it: nobody knows that after this. */
async function readNumbers(tx: Transaction, ids: string[]): Promise<Named[]> {
  const people = await tx.registration.findMany({
    where: {
      id: { in: ids },
      OR: [{ phone: { not: null } }, { changes: { some: {} } }, { addressRequests: { some: {} } }],
    },
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      changes: { select: { field: true, before: true, after: true } },
      addressRequests: { select: { email: true, oldEmail: true } },
    },
  })
  return people.map(({ id, name, email, phone, changes, addressRequests }) => {
    const were = (field: string) =>
      changes.filter((change) => change.field === field).flatMap(({ before, after }) => [before, after])
    const addresses = addressRequests.flatMap((request) => [request.email, request.oldEmail])
    return {
      registrationId: id,
      names: were('name').filter((each) => each && each !== name),
      emails: [...were('email'), ...addresses].filter((each) => each && each !== email),
      phones: [...were('phone'), phone ?? ''].filter(Boolean),
      thorough: false,
    }
  })
}
