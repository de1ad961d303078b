import type { MessageCancelReason } from '@/prisma/generated/enums'

export type { MessageCancelReason, MessageKind } from '@/prisma/generated/enums'

/** Cancel reasons of mail that was not sent in time, for instance during an SMTP outage. */
export const missedCancelReasons: readonly MessageCancelReason[] = ['expired', 'sessionOver']
