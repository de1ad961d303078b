import type { MessageDetails } from '@/lib/outbox/message-details'

export type StartAndEnd = { startsAt: Date; endsAt: Date }

export const isSameStartAndEnd = (one: StartAndEnd, other: StartAndEnd) =>
  one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()

/** The session times that a change notice replaces; `null` when the session was not rescheduled. */
export const previousTimes = ({ before }: MessageDetails): StartAndEnd | null =>
  before ? { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) } : null
