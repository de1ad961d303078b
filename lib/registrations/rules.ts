import type { TakePartRefusal } from './schema'

/** The address as it is compared: case and spaces aside, so that one person is not signed up twice. */
export function emailKey(email: string): string {
  return email.replace(/\s+/g, '').toLowerCase()
}

/** Somebody who signs up again hears so by mail, but not more often than this. */
export const hoursBetweenAlreadyRegisteredMails = 1

/** Whether that mail may go out at `now`, given when the last one was written. */
export function mayMailAlreadyRegistered(lastMailAt: Date | null, now: Date): boolean {
  return !lastMailAt || now.getTime() - lastMailAt.getTime() >= hoursBetweenAlreadyRegisteredMails * 60 * 60 * 1000
}

type Participation = {
  cancelledAt: Date | null
  session: { endsAt: Date; cancelledAt: Date | null }
  released: boolean
}

/** Why somebody cannot go to the meeting at `now`, or null when they can. Null for a participant: their link is unknown. */
export function whyNotTakePart(found: Participation | null, now: Date): TakePartRefusal | null {
  if (!found) return 'unknown-link'
  if (found.session.cancelledAt) return 'session-cancelled'
  if (found.cancelledAt) return 'registration-cancelled'
  if (found.session.endsAt <= now) return 'session-over'
  return found.released ? null : 'not-released'
}

/** How long before the start pressing the button means that somebody has come. */
const earlyMs = 60 * 60 * 1000

/** Whether pressing the button at `now` means taking part. */
export function countsAsTakingPart({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() - earlyMs && now < endsAt
}
