import type { Transaction } from '@/lib/platform/db'
import { type QueuedMessage, queueMessages } from './commands'
import { type Heard, isUnsent, lastHeard, readHeard, waitsForLink } from './heard'
import { listRecipients } from './recipients'
import { changedKey, type Moments, notTold, releaseKey, sameMoments } from './rules'
import type { MessageKind } from './schema'

type Release = { number: number; onlineLink: string; agenda: string }

type Change = {
  sessionId: string
  /** The session's calendarSequence after it. */
  sequence: number
  was: Moments
  is: Moments
  /** The release that corrects an earlier one, if that is the change. */
  correction?: Release
  /** Whom to tell: everybody, or only who was promised a mail about an earlier change that did not go out yet. */
  to: 'all' | 'promised'
  /** How many people the organiser was told it concerns. */
  expected?: number
  now: Date
}

/**
 * Tells participants of a change, in the transaction that makes it. Mails about earlier changes that did not go out are
 * dropped, and the new one tells it too: to each person what differs from what they last heard, and nothing to whom nothing
 * differs any more. Who still waits for link and agenda gets those, as they are now; who waits for a place hears of another
 * moment, and nothing of link and agenda. Gives how many mails were queued, or null, with nothing done, when other than
 * `expected` people are signed up. Of who is not told it is kept what they knew, as a mail that was never to go out: a later
 * change begins there. The caller holds the row of the session.
 */
export async function queueChange(tx: Transaction, { to, expected, ...change }: Change): Promise<number | null> {
  const { sessionId, sequence, correction } = change
  const keyStart = changedKey(sessionId, sequence)
  const people = await listRecipients(tx, { sessionId, keyStart, to: { alsoWaiting: true } })
  const concerned = correction ? people.filter(({ waitingSince }) => waitingSince === null) : people
  if (expected !== undefined && concerned.length !== expected) return null

  const promised = await dropOvertaken(tx, change)
  const stored = await tx.release.findMany({ where: { sessionId }, orderBy: { number: 'asc' } })
  const releases = correction ? [...stored.filter(({ number }) => number < correction.number), correction] : stored
  const heardBy = new Map<string | null, Heard[]>()
  for (const mail of await readHeard(tx, sessionId)) {
    heardBy.set(mail.registrationId, [...(heardBy.get(mail.registrationId) ?? []), mail])
    if (mail.kind === 'changed' && isUnsent(mail)) promised.add(mail.registrationId)
  }
  const news = people.flatMap(({ id, waitingSince }) => {
    const mails = heardBy.get(id) ?? []
    return newsFor(mails, { ...change, releases, registrationId: id, hasPlace: waitingSince === null })
  })
  const isTold = ({ registrationId }: QueuedMessage) => to === 'all' || promised.has(registrationId)
  const untold = news.filter((mail) => !isTold(mail))
  await queueMessages(
    tx,
    untold.map((mail) => ({ ...mail, droppedAt: change.now, dropReason: notTold })),
  )
  return await queueMessages(tx, news.filter(isTold))
}

/**
 * Drops what is not true any more: mails that nobody holds, or that are not written yet (whoever holds one then finds that
 * it was overtaken before it could go out). What may have arrived is not taken back. Gives whom they were to.
 */
async function dropOvertaken(tx: Transaction, { sessionId, correction, now }: Omit<Change, 'to' | 'expected'>) {
  const kinds: MessageKind[] = correction ? ['changed', 'release'] : ['changed']
  const dropped = await tx.$queryRaw<{ registrationId: string | null }[]>`
    UPDATE "Message" SET "droppedAt" = ${now.toISOString()}::timestamptz, "dropReason" = 'overtaken',
      "dedupeKey" = 'dropped:' || "id" || ':' || "dedupeKey", "claimToken" = NULL, "claimedUntil" = NULL
    WHERE "sessionId" = ${sessionId}::uuid AND "kind" = ANY(${kinds})
      AND "sentAt" IS NULL AND "failedAt" IS NULL AND "droppedAt" IS NULL AND NOT "maybeDuplicate"
      AND ("claimToken" IS NULL OR "frozenAt" IS NULL)
    RETURNING "registrationId"`
  return new Set(dropped.map(({ registrationId }) => registrationId))
}

type ToOne = Omit<Change, 'to' | 'expected'> & { releases: Release[]; registrationId: string; hasPlace: boolean }

/** What one person, who got or was to get these mails, still has to hear. */
function newsFor(mails: Heard[], { releases, was, is, correction, ...to }: ToOne): QueuedMessage[] {
  const { sessionId, registrationId, hasPlace, sequence, now } = to
  const newest = releases.at(-1)
  const last = lastHeard(mails)
  const moments = last.moments ?? was
  const release = releases.find(({ number }) => number === last.release) ?? releases.at(correction ? -2 : -1)
  const waits = waitsForLink(mails)

  const moved = !sameMoments(moments, is)
  const knowsLink = hasPlace && !waits
  const linkChanged = knowsLink && release?.onlineLink !== newest?.onlineLink
  const agendaChanged = knowsLink && release?.agenda !== newest?.agenda
  const corrected = linkChanged || agendaChanged
  const base = { sessionId, registrationId, dueAt: now, now }
  const changed: QueuedMessage = {
    ...base,
    kind: 'changed',
    dedupeKey: `${changedKey(sessionId, sequence)}:${registrationId}`,
    releaseNumber: corrected ? newest?.number : undefined,
    details: {
      sequence,
      ...(moved && { before: { startsAt: moments.startsAt.toISOString(), endsAt: moments.endsAt.toISOString() } }),
      ...(corrected && { releaseBefore: release?.number, linkChanged, agendaChanged }),
    },
  }
  const link = correction && hasPlace && waits ? [linkOf(correction, base)] : []
  return moved || corrected ? [...link, changed] : link
}

type Base = { sessionId: string; registrationId: string; dueAt: Date; now: Date }
const linkOf = ({ number }: Release, base: Base): QueuedMessage => ({
  ...base,
  kind: 'release',
  dedupeKey: `${releaseKey(base.sessionId, number)}:${base.registrationId}`,
  releaseNumber: number,
})
