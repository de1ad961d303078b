import type { Transaction } from '@/lib/db/client'
import { enqueueMessage, type NewMessage } from '@/lib/outbox/enqueue'

type Recipient = { id: string; sessionId: string }

/** Enqueues a mail about a registration, to be sent now. Returns `false` if a mail with the same dedupe key exists. */
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

/** Mail about the status of a registration. `dedupeSuffix` gives a later mail of the same kind its own dedupe key. */
type StatusMail = Pick<NewMessage, 'details' | 'now'> & { dedupeSuffix?: string }

type StatusOfMail = { waitlistedAt: Date | null; offerExpiresAt?: Date | null }

/** Returns the kind of mail for a registration with a seat, with an offered seat or on the waitlist. */
export function statusMailKind({ waitlistedAt, offerExpiresAt }: StatusOfMail): keyof typeof dedupePrefixes {
  if (!waitlistedAt) return 'confirmation'
  return offerExpiresAt ? 'seatOffered' : 'waitlisted'
}

/** Enqueues the mail about a seat, offered seat or waitlist. Returns `false` if a mail with the same dedupe key exists. */
export function enqueueStatusMail(
  tx: Transaction,
  registration: Recipient & StatusOfMail,
  { dedupeSuffix, ...mail }: StatusMail,
): Promise<boolean> {
  const kind = statusMailKind(registration)
  const dedupeKey = [dedupePrefixes[kind], registration.id, dedupeSuffix].filter(Boolean).join(':')
  const expiresAt = registration.offerExpiresAt ?? undefined
  return enqueueRegistrationMail(tx, registration, { ...mail, kind, dedupeKey, expiresAt })
}
