import type { Transaction } from '@/lib/db/client'
import type { MessageDetails } from '@/lib/outbox/message-details'
import type { MailKind } from './kinds/mail-kind'

/** Returns `null` when a newer request replaced it or the participant withdrew it. */
export async function readEmailChangeRequest(
  tx: Transaction,
  receiver: MailKind['emailChange'],
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
    to: receiver === 'requestedAddress' ? email : oldEmail,
    expiresAt,
    owner: { id, tokenVersion },
    /** False once the address was changed: the link then opens nothing. */
    isUsable: registration.tokenVersion === tokenVersion,
  }
}
