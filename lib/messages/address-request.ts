import type { Transaction } from '@/lib/platform/db'
import type { AddressKind, MessageDetails } from './schema'

/** What a mail about another address tells of its request; null when another came after it, or none is wanted any more. */
export async function readAddressRequest(tx: Transaction, kind: AddressKind, { addressRequestId }: MessageDetails) {
  const request = addressRequestId
    ? await tx.addressRequest.findUnique({
        where: { id: addressRequestId },
        select: {
          id: true,
          email: true,
          oldEmail: true,
          linkVersion: true,
          expiresAt: true,
          registration: { select: { linkVersion: true } },
        },
      })
    : null
  if (!request) return null
  const { id, email, oldEmail, linkVersion, expiresAt, registration } = request
  return {
    to: kind === 'address-confirm' ? email : oldEmail,
    expiresAt,
    owner: { id, linkVersion },
    /** Once the address was changed its link opens nothing. */
    works: registration.linkVersion === linkVersion,
  }
}
