import type { Transaction } from '@/lib/db/client'
import type { EmailChangeKind, MessageDetails } from './schema'

/** What a mail about another address tells of its request; null when another came after it, or none is wanted any more. */
export async function readEmailChangeRequest(
  tx: Transaction,
  kind: EmailChangeKind,
  { emailChangeRequestId }: MessageDetails,
) {
  const request = emailChangeRequestId
    ? await tx.emailChangeRequest.findUnique({
        where: { id: emailChangeRequestId },
        select: {
          id: true,
          email: true,
          oldEmail: true,
          tokenVersion: true,
          expiresAt: true,
          registration: { select: { tokenVersion: true } },
        },
      })
    : null
  if (!request) return null
  const { id, email, oldEmail, tokenVersion, expiresAt, registration } = request
  return {
    to: kind === 'emailChangeConfirm' ? email : oldEmail,
    expiresAt,
    owner: { id, tokenVersion },
    /** Once the address was changed its link opens nothing. */
    isUsable: registration.tokenVersion === tokenVersion,
  }
}
