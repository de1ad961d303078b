import type { Prisma } from '@/lib/db/client'
import { type MessageKind, missedCancelReasons } from './schema'

/** Neither sent nor ended otherwise. */
export const unsentWhere = { sentAt: null, failedAt: null, cancelledAt: null }

/** The same, and nobody is sending it at this moment: it can be stopped. */
export const cancellableWhere = { ...unsentWhere, claimToken: null }

/**
 * The states that a list can be asked for. `waiting` counts the ones that are tried again too, and `failed` what should have
 * gone out and did not in time.
 */
export const messageFilterStates = ['waiting', 'sent', 'failed', 'cancelled', 'double'] as const
export type MessageFilterState = (typeof messageFilterStates)[number]

const missedWhere = { cancelReason: { in: [...missedCancelReasons] } }

const whereByState: Record<MessageFilterState, Prisma.MessageWhereInput> = {
  waiting: unsentWhere,
  sent: { sentAt: { not: null } },
  failed: { OR: [{ failedAt: { not: null } }, missedWhere] },
  cancelled: { cancelledAt: { not: null }, NOT: missedWhere },
  double: { maybeDuplicate: true },
}

/** Which mails about a kennissessie (its id, a UUID) a list shows: in one state, of one kind, to whom. */
export type MessageFilter = {
  sessionId: string
  show?: MessageFilterState | null
  kind?: MessageKind | null
  search?: string
}

/** The same as a condition. */
export const messageFilterWhere = ({ sessionId, show, kind, search }: MessageFilter): Prisma.MessageWhereInput => ({
  sessionId,
  ...(show && whereByState[show]),
  ...(kind && { kind }),
  ...(search && recipientSearchWhere(search)),
})

/** To whom: part of a name or address, whatever its case. */
function recipientSearchWhere(search: string): Prisma.MessageWhereInput {
  const pattern = { contains: search.replace(/[%_\\]/g, '\\$&'), mode: 'insensitive' } as const
  const nameOrEmail = [{ name: pattern }, { email: pattern }]
  return { OR: [{ registration: { OR: nameOrEmail } }, { organiser: { OR: nameOrEmail } }] }
}
