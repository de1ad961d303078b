import type { Transaction } from '@/lib/db/client'

/** Lets no seat offer outlast registration: an offer that expires later now expires at `registrationClosesAt`. */
export async function shortenOffers(
  tx: Transaction,
  { sessionId, registrationClosesAt }: { sessionId: string; registrationClosesAt: Date },
): Promise<void> {
  await tx.registration.updateMany({
    where: { sessionId, cancelledAt: null, offerExpiresAt: { gt: registrationClosesAt } },
    data: { offerExpiresAt: registrationClosesAt },
  })
}
