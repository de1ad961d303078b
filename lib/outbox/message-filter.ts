import type { Prisma } from '@/lib/db/client'
import { type MessageKind, missedCancelReasons } from './schema'

/** Matches messages that were not sent, did not fail and were not cancelled. */
export const unsentWhere = { sentAt: null, failedAt: null, cancelledAt: null }

/** Matches unsent messages that no worker is sending, so that they can be cancelled. */
export const cancellableWhere = { ...unsentWhere, claimToken: null }

/** Matches a resend that counts for the original. A resend that was cancelled and freed its dedupe key does not. */
export const effectiveResendWhere = { dedupeKey: { not: null } }

const missedWhere = { cancelReason: { in: [...missedCancelReasons] } }

const whereByState = {
  waiting: unsentWhere,
  sent: { sentAt: { not: null } },
  failed: { OR: [{ failedAt: { not: null } }, missedWhere] },
  cancelled: { cancelledAt: { not: null }, NOT: missedWhere },
  double: { maybeDuplicate: true },
} satisfies Record<string, Prisma.MessageWhereInput>

/** States by which a list is filtered. `waiting` includes retries; `failed` includes mail that missed its moment. */
export type MessageFilterState = keyof typeof whereByState
export const messageFilterStates = Object.keys(whereByState) as MessageFilterState[]

/** Selects messages of a session by state, kind and receiver. */
export type MessageFilter = {
  sessionId: string
  show?: MessageFilterState | null
  kind?: MessageKind | null
  search?: string
}

export const messageFilterWhere = ({ sessionId, show, kind, search }: MessageFilter): Prisma.MessageWhereInput => ({
  sessionId,
  ...(show && whereByState[show]),
  ...(kind && { kind }),
  ...(search && recipientSearchWhere(search)),
})

/** Matches messages by a part of the receiver's name or address, ignoring case. */
function recipientSearchWhere(search: string): Prisma.MessageWhereInput {
  const pattern = { contains: search.replace(/[%_\\]/g, '\\$&'), mode: 'insensitive' } as const
  const nameOrEmail = [{ name: pattern }, { email: pattern }]
  return { OR: [{ registration: { OR: nameOrEmail } }, { organiser: { OR: nameOrEmail } }] }
}
