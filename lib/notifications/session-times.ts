import type { MessageDetails } from '@/lib/outbox/message-details'

export type StartAndEnd = { startsAt: Date; endsAt: Date }

export const isSameStartAndEnd = (one: StartAndEnd, other: StartAndEnd) =>
  one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()

/** Returns the former session times from the details of a notice about rescheduling, or `null` for any other message. */
export const previousTimes = ({ before }: MessageDetails): StartAndEnd | null =>
  before ? { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) } : null
