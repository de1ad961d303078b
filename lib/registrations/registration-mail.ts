import type { Transaction } from '@/lib/db/client'
import { enqueueMessage, type NewMessage } from '@/lib/outbox/enqueue'

type Recipient = { id: string; sessionId: string }

/** Enqueues a mail about a registration, due at once. Returns `false` when its dedupe key is taken. */
export const enqueueRegistrationMail = (
  tx: Transaction,
  { id: registrationId, sessionId }: Recipient,
  mail: Pick<NewMessage, 'kind' | 'dedupeKey' | 'details' | 'expiresAt' | 'now'>,
) => enqueueMessage(tx, { ...mail, sessionId, registrationId, dueAt: mail.now })

const dedupePrefixes = {
  confirmation: 'confirmation',
  waitlisted: 'waiting-list',
  seatOffered: 'place-offered',
} as const

/** `dedupeSuffix` makes the dedupe key of a later mail differ from that of the first. */
type StatusMail = Pick<NewMessage, 'details' | 'now'> & { dedupeSuffix?: string }

/** Enqueues the mail about a seat, an offered seat or the waitlist. Returns `false` when its dedupe key is taken. */
export function enqueueStatusMail(
  tx: Transaction,
  registration: Recipient & { waitlistedAt: Date | null; offerExpiresAt?: Date | null },
  { dedupeSuffix, ...mail }: StatusMail,
): Promise<boolean> {
  const kindWithoutSeat = registration.offerExpiresAt ? 'seatOffered' : 'waitlisted'
  const kind = registration.waitlistedAt ? kindWithoutSeat : 'confirmation'
  const dedupeKey = [dedupePrefixes[kind], registration.id, dedupeSuffix].filter(Boolean).join(':')
  const expiresAt = registration.offerExpiresAt ?? undefined
  return enqueueRegistrationMail(tx, registration, { ...mail, kind, dedupeKey, expiresAt })
}
