import type { MessageDetails } from '@/lib/outbox/message-details'

export type StartAndEnd = { startsAt: Date; endsAt: Date }

export const isSameStartAndEnd = (one: StartAndEnd, other: StartAndEnd) =>
  one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()

/** Returns the session times before the reschedule that a notice is about, or `null` if it is about another change. */
export const previousTimes = ({ before }: MessageDetails): StartAndEnd | null =>
  before ? { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) } : null
