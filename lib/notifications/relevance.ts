import type { Prisma } from '@/lib/db/client'
import type { RegistrationStatus } from '@/lib/db/scopes'
import type { MessageCancelReason, MessageKind } from '@/lib/outbox/schema'
import { mailKinds } from './kinds/registry'

type RecipientStatus = Pick<Prisma.RegistrationModel, 'cancelledAt' | 'waitlistedAt' | 'offerExpiresAt'>

type RelevanceInput = {
  message: Pick<Prisma.MessageModel, 'kind' | 'expiresAt' | 'releaseNumber' | 'organiserId'>
  registration: (RecipientStatus & { erasedAt?: Date | null }) | null
  /** When the mail's custom message was written and the statuses it was sent to; `null` for any other mail. */
  customMessage: { createdAt: Date; statuses: RegistrationStatus[] } | null
  /** The session of the mail; `null` for a mail about an organiser's own account. */
  session: { cancelledAt: Date | null; endsAt: Date; latestRelease: number | null } | null
  /** When a scheduled mail, such as a reminder, may be sent: computed from the current session times. */
  window?: { dueAt: Date; expiresAt: Date } | null
  /** For a change notice: the change's number, the highest in the receiver's notices, and whether the change was undone. */
  change?: { sequence: number; latest: number; isUndone: boolean } | null
  /** True when the single-use link in the mail no longer works, because it was replaced or withdrawn. */
  linkSuperseded?: boolean
  /** True when the receiving organiser may no longer log in. */
  accessEnded?: boolean
  now: Date
}

/** Returns why a message must not be sent, or `null` when it may be sent. The outbox asks this before each attempt. */
export function sendRefusal(input: RelevanceInput): MessageCancelReason | null {
  const { message, registration, customMessage, session, window, change, now } = input
  const { audience, afterSession, afterCancellation, schedule } = mailKinds[message.kind]
  if (message.expiresAt && message.expiresAt <= now) return 'expired'
  if (input.linkSuperseded) return 'linkSuperseded'
  if (!session) return null
  if (input.accessEnded) return 'accessEnded'
  if (message.kind === 'test') return null
  if (message.organiserId) return session.cancelledAt ? 'sessionCancelled' : null
  if (!registration) return 'registrationGone'
  if (registration.erasedAt) return 'erased'
  if (audience === 'anyone') return null
  const refusal =
    audience === 'chosen'
      ? chosenStatusRefusal(registration, customMessage?.statuses ?? ['signed-up'])
      : recipientRefusal(registration, message.kind)
  if (refusal) return refusal
  if (afterCancellation) return null
  // An organiser who writes a custom message after the cancellation knows of it.
  if (session.cancelledAt && !(customMessage && customMessage.createdAt > session.cancelledAt))
    return 'sessionCancelled'
  if (schedule?.release === 'before' && session.latestRelease) return 'alreadyReleased'
  // A reminder says "morgen", which is wrong after the session moved to a later day.
  if (window && now < window.dueAt) return 'sessionMoved'
  if (window && now >= window.expiresAt) return 'expired'
  if (change && (change.isUndone || change.sequence < change.latest)) return 'superseded'
  if (afterSession) return null
  if (message.releaseNumber && message.releaseNumber < (session.latestRelease ?? 0)) return 'releaseSuperseded'
  return session.endsAt <= now ? 'sessionOver' : null
}

/**
 * Returns why a participant must not get a custom message to `statuses`, or `null` when their status is one of these.
 * `offered` and `waitlisted` count as the same status.
 */
function chosenStatusRefusal(
  { cancelledAt, waitlistedAt }: RecipientStatus,
  statuses: RegistrationStatus[],
): MessageCancelReason | null {
  if (cancelledAt) return statuses.includes('cancelled') ? null : 'registrationCancelled'
  if (statuses.every((status) => status === 'cancelled')) return 'registrationRestored'
  if (!waitlistedAt) return statuses.includes('signed-up') ? null : 'hasSeat'
  return statuses.includes('waitlisted') || statuses.includes('offered') ? null : 'noSeat'
}

function recipientRefusal(
  { cancelledAt, waitlistedAt, offerExpiresAt }: RecipientStatus,
  kind: MessageKind,
): MessageCancelReason | null {
  const { audience } = mailKinds[kind]
  if (audience === 'cancelled') return cancelledAt ? null : 'registrationRestored'
  if (cancelledAt) return 'registrationCancelled'
  if (audience === 'registered') return null
  const isForWaitlist = audience === 'waitlisted' || audience === 'offered'
  if (!waitlistedAt) return isForWaitlist ? 'hasSeat' : null
  if (!isForWaitlist) return 'noSeat'
  return (audience === 'offered') === (offerExpiresAt !== null) ? null : 'superseded'
}
