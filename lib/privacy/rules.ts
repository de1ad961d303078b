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
