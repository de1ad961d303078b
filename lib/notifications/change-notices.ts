import type { Transaction } from '@/lib/db/client'
import { cancelSuperseded } from '@/lib/outbox/cancel'
import { enqueueMessages, type NewMessage } from '@/lib/outbox/enqueue'
import { listRecipients } from './audience'
import { isAwaitingLink, isUnsent, lastNotifiedState, type NotifiedMail, readNotifiedMails } from './notified-state'
import { isSameStartAndEnd, type StartAndEnd } from './session-times'

/** Returns the start of the dedupe key of release mails; the id of the participant follows. */
export const releaseKey = (sessionId: string, number: number) => `release:${sessionId}:${number}`

type Release = { number: number; onlineLink: string; agenda: string }

type Change = {
  sessionId: string
  /** The session's calendarSequence after the change. */
  sequence: number
  previousTimes: StartAndEnd
  newTimes: StartAndEnd
  /** The release that corrects an earlier one. */
  correction?: Release
  /** `pending` notifies only participants whose notice of an earlier change was not sent yet. */
  to: 'all' | 'pending'
  /** Number of participants that the organiser saw. */
  expected?: number
  now: Date
}

/**
 * Enqueues change notices in the transaction that makes the change. Cancels unsent notices of earlier changes.
 * A notice tells a participant what differs from their last notified state; without a difference there is none.
 * Participants without link and agenda get the release mail instead. Waitlisted participants are told of times only.
 * Stores a cancelled message for an unnotified participant, to record what they last knew.
 * Returns the number of enqueued mails. Returns `null` and does nothing when the number of participants differs from
 * `expected`. The caller has locked the session.
 */
export async function enqueueChangeNotices(
  tx: Transaction,
  { to, expected, ...change }: Change,
): Promise<number | null> {
  const { sessionId, sequence, correction } = change
  const keyPrefix = `changed:${sessionId}:${sequence}`
  const recipients = await listRecipients(tx, { sessionId, keyPrefix, to: { includeWaitlisted: true } })
  const affected = correction ? recipients.filter(({ waitlistedAt }) => waitlistedAt === null) : recipients
  if (expected !== undefined && affected.length !== expected) return null

  const pendingRecipients = await cancelSuperseded(tx, {
    sessionId,
    kinds: correction ? ['sessionChanged', 'release'] : ['sessionChanged'],
    now: change.now,
  })
  const storedReleases = await tx.release.findMany({ where: { sessionId }, orderBy: { number: 'asc' } })
  const releases = correction
    ? [...storedReleases.filter(({ number }) => number < correction.number), correction]
    : storedReleases
  const mailsByRegistration = new Map<string | null, NotifiedMail[]>()
  for (const mail of await readNotifiedMails(tx, sessionId)) {
    mailsByRegistration.set(mail.registrationId, [...(mailsByRegistration.get(mail.registrationId) ?? []), mail])
    if (mail.kind === 'sessionChanged' && isUnsent(mail)) pendingRecipients.add(mail.registrationId)
  }
  const notices = recipients.flatMap(({ id, waitlistedAt }) => {
    const mails = mailsByRegistration.get(id) ?? []
    return noticesFor(mails, { ...change, releases, registrationId: id, hasSeat: waitlistedAt === null })
  })
  const isNotified = ({ registrationId }: NewMessage) => to === 'all' || pendingRecipients.has(registrationId)
  const unnotified = notices.filter((mail) => !isNotified(mail))
  const cancelled = { cancelledAt: change.now, cancelReason: 'notNotified' } as const
  await enqueueMessages(
    tx,
    unnotified.map((mail) => ({ ...mail, ...cancelled })),
  )
  return await enqueueMessages(tx, notices.filter(isNotified))
}

type Recipient = { releases: Release[]; registrationId: string; hasSeat: boolean }

/** Returns the notices that a participant with these earlier mails still needs. */
function noticesFor(
  mails: NotifiedMail[],
  { sessionId, sequence, previousTimes, newTimes, correction, now, ...to }: Omit<Change, 'to' | 'expected'> & Recipient,
): NewMessage[] {
  const { releases, registrationId, hasSeat } = to
  const newest = releases.at(-1)
  const lastNotified = lastNotifiedState(mails)
  const knownTimes = lastNotified.times ?? previousTimes
  const knownRelease =
    releases.find(({ number }) => number === lastNotified.release) ?? releases.at(correction ? -2 : -1)
  const awaitsLink = isAwaitingLink(mails)

  const isRescheduled = !isSameStartAndEnd(knownTimes, newTimes)
  const knowsLink = hasSeat && !awaitsLink
  const linkChanged = knowsLink && knownRelease?.onlineLink !== newest?.onlineLink
  const agendaChanged = knowsLink && knownRelease?.agenda !== newest?.agenda
  const isCorrected = linkChanged || agendaChanged
  const base = { sessionId, registrationId, dueAt: now, now }
  const changed: NewMessage = {
    ...base,
    kind: 'sessionChanged',
    dedupeKey: `changed:${sessionId}:${sequence}:${registrationId}`,
    releaseNumber: isCorrected ? newest?.number : undefined,
    details: {
      sequence,
      ...(isRescheduled && {
        before: { startsAt: knownTimes.startsAt.toISOString(), endsAt: knownTimes.endsAt.toISOString() },
      }),
      ...(isCorrected && { releaseBefore: knownRelease?.number, linkChanged, agendaChanged }),
    },
  }
  if (!correction || !hasSeat || !awaitsLink) return isRescheduled || isCorrected ? [changed] : []
  const { number } = correction
  const dedupeKey = `${releaseKey(sessionId, number)}:${registrationId}`
  const released: NewMessage = { ...base, kind: 'release', dedupeKey, releaseNumber: number }
  return isRescheduled ? [released, changed] : [released]
}
