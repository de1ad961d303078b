import type { Prisma } from '@/lib/platform/db'
import { missedReasons } from './rules'

/** Neither sent nor ended otherwise. */
export const unsent = { sentAt: null, failedAt: null, droppedAt: null }

/** The same, and nobody is sending it at this moment: it can be stopped. */
export const stoppable = { ...unsent, claimToken: null }

/**
 * The states that a list can be asked for. `waiting` counts the ones that are tried again too, and `failed` what should have
 * gone out and did not in time.
 */
export const listedStates = ['waiting', 'sent', 'failed', 'dropped', 'double'] as const
export type ListedState = (typeof listedStates)[number]

const missed = { dropReason: { in: [...missedReasons] } }

const inState: Record<ListedState, Prisma.MessageWhereInput> = {
  waiting: unsent,
  sent: { sentAt: { not: null } },
  failed: { OR: [{ failedAt: { not: null } }, missed] },
  dropped: { droppedAt: { not: null }, NOT: missed },
  double: { maybeDuplicate: true },
}

/** Which mails about a kennissessie (its id, a UUID) a list shows: in one state, of one kind, to whom. */
export type ListedMail = { sessionId: string; show?: ListedState | null; kind?: string | null; search?: string }

/** The same as a condition. */
export const whereListed = ({ sessionId, show, kind, search }: ListedMail): Prisma.MessageWhereInput => ({
  sessionId,
  ...(show && inState[show]),
  ...(kind && { kind }),
  ...(search && toWhom(search)),
})

/** To whom: part of a name or address, whatever its case. */
function toWhom(search: string): Prisma.MessageWhereInput {
  const like = { contains: search.replace(/[%_\\]/g, '\\$&'), mode: 'insensitive' } as const
  const either = [{ name: like }, { email: like }]
  return { OR: [{ registration: { OR: either } }, { organiser: { OR: either } }] }
}
