import { addDays, addMonths } from '@/lib/platform/time'

/** How long an installation keeps things: the settings. */
export type KeepTerms = { needsDays: number; namesMonths: number; trailMonths: number }

type Over = {
  endsAt: Date
  /** Of the kennissessie. */
  cancelledAt: Date | null
  /** Of one sign-up, for its own terms. */
  offTheListAt?: Date | null
}

/** When the terms begin: at the end of the kennissessie, or when it was cancelled or somebody went off the list before that. */
export function keptSince({ endsAt, cancelledAt, offTheListAt }: Over): Date {
  const ends = [endsAt, cancelledAt, offTheListAt].flatMap((at) => at?.getTime() ?? [])
  return new Date(Math.min(...ends))
}

/** From when on needs, telephone numbers and notes are erased. */
export const needsEraseAt = (over: Over, { needsDays }: KeepTerms) => addDays(keptSince(over), needsDays)

/** From when on names, addresses and mails are erased. */
export const namesEraseAt = (over: Over, { namesMonths }: KeepTerms) => addMonths(keptSince(over), namesMonths)

/** Who was invited and did not come is forgotten so many days after the link stopped working. */
export const invitationKeepDays = 28

/** From when on the account of an organiser is erased: never as long as they have access, or an invitation that works. */
export function accountEraseAt(
  { acceptedAt, endedAt, linkExpiresAt }: { acceptedAt: Date | null; endedAt: Date | null; linkExpiresAt: Date | null },
  { trailMonths }: Pick<KeepTerms, 'trailMonths'>,
): Date | null {
  if (endedAt) return addMonths(endedAt, trailMonths)
  return acceptedAt || !linkExpiresAt ? null : addDays(linkExpiresAt, invitationKeepDays)
}
