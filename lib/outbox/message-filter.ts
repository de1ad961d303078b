import { db, type Prisma } from '@/lib/db/client'
import { createWordFinder } from '@/lib/platform/search-text'
import { type MessageKind, missedCancelReasons } from './schema'

/** Filter for messages that were not sent, did not fail and were not cancelled. */
export const unsentWhere = { sentAt: null, failedAt: null, cancelledAt: null }

/** Filter for unsent messages that can be cancelled, because no worker is sending them. */
export const cancellableWhere = { ...unsentWhere, claimToken: null }

/** Filter for resends that make a message count as resent: not those cancelled with their dedupe key removed. */
export const effectiveResendWhere = { dedupeKey: { not: null } }

const missedWhere = { cancelReason: { in: [...missedCancelReasons] } }

export const whereByState = {
  waiting: unsentWhere,
  sent: { sentAt: { not: null } },
  failed: { OR: [{ failedAt: { not: null } }, missedWhere] },
  cancelled: { cancelledAt: { not: null }, NOT: missedWhere },
  double: { maybeDuplicate: true },
} satisfies Record<string, Prisma.MessageWhereInput>

/** State to filter messages by. `failed` includes mail not sent in time. `double` is mail that may have arrived twice. */
export type MessageFilterState = keyof typeof whereByState
export const messageFilterStates = Object.keys(whereByState) as MessageFilterState[]

/** A filter of a session's messages by state, kind, and (`search`) a part of the receiver's name or address. */
export type MessageFilter = {
  sessionId: string
  show?: MessageFilterState | null
  kind?: MessageKind | null
  search?: string
}

export const messageFilterWhere = async ({ sessionId, show, kind, search }: MessageFilter) =>
  ({
    sessionId,
    ...(show && whereByState[show]),
    ...(kind && { kind }),
    ...(search && (await recipientSearchWhere(sessionId, search))),
  }) satisfies Prisma.MessageWhereInput

/** Returns a filter for messages whose receiver has `search` in name or address, ignoring accents and capitals. */
async function recipientSearchWhere(sessionId: string, search: string) {
  const findWords = createWordFinder([search])
  const select = { id: true, name: true, email: true } as const
  const [registrations, organisers] = await Promise.all([
    db().registration.findMany({ where: { sessionId }, select }),
    db().organiser.findMany({ select }),
  ])
  const matching = (people: { id: string; name: string; email: string }[]) => {
    const found = people.filter(({ name, email }) => findWords(`${name}\n${email}`)[0])
    return { in: found.map(({ id }) => id) }
  }
  return { OR: [{ registrationId: matching(registrations) }, { organiserId: matching(organisers) }] }
}
