import { standingOf } from './rules'
import type { OwnCancelRefusal, OwnStanding } from './schema-own'

type Moments = { cancelledAt: Date | null; waitingSince: Date | null; offerExpiresAt: Date | null }

/** How a sign-up stands at `now`, told to whose it is. Who cancelled reads that, whatever became of the kennissessie. */
export function ownStandingOf(
  { session, ...moments }: Moments & { session: { cancelledAt: Date | null; endsAt: Date } },
  now: Date,
): OwnStanding {
  const standing = standingOf(moments)
  if (standing === 'cancelled') return standing
  if (session.cancelledAt) return 'session-cancelled'
  return now >= session.endsAt ? 'session-over' : standing
}

/** Why somebody cannot cancel any more, or null when they can. Done twice is done once: that is no refusal. */
export function whyNotCancel(standing: OwnStanding): OwnCancelRefusal | null {
  return standing === 'session-cancelled' || standing === 'session-over' ? standing : null
}
