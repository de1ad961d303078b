import type { Transaction } from '@/lib/db/client'
import { cancelSuperseded } from '@/lib/outbox/cancel'
import { enqueueMessages, type NewMessage } from '@/lib/outbox/enqueue'
import { listRecipients, registeredStatuses } from './audience'
import { dedupeKeyFor, mailingKeys } from './dedupe-keys'
import { isAwaitingLink, isUnsent, lastNotifiedState, type NotifiedMail, readNotifiedMails } from './notified-state'
import { isSameStartAndEnd, type StartAndEnd } from './session-times'

type Release = { number: number; onlineLink: string; agenda: string }

type Change = {
  sessionId: string
  /** The session's calendarSequence after this change. It numbers the changes of the session. */
  sequence: number
  previousTimes: StartAndEnd
  newTimes: StartAndEnd
  /** The new release (meeting link and agenda), if the change corrects what was released before. */
  correction?: Release
  /** Whom to notify: all participants, or (`pending`) those whose mail about an earlier change or release is unsent. */
  to: 'all' | 'pending'
  /** Number of participants to notify that the organiser saw before saving the change. Saving fails if it differs now. */
  expected?: number
  now: Date
}

/**
 * Enqueues notices about a change of a session, in the transaction that makes the change. Cancels unsent notices of earlier
 * changes. A notice names the differences from the last mail that the participant got; without differences none is sent. A
 * participant who is not in the audience `to` gets no mail now: a cancelled notice is stored, and the next notice names this
 * change too. Returns the number of enqueued mails, or `null` with nothing changed when the number of participants to notify
 * differs from `expected`. The caller must hold the lock on the session.
 */
export async function enqueueChangeNotices(
  tx: Transaction,
  { to, expected, ...change }: Change,
): Promise<number | null> {
  const { sessionId, sequence, correction } = change
  const mailingKey = mailingKeys.changeNotice(sessionId, sequence)
  const recipients = await listRecipients(tx, { sessionId, mailingKey, to: { statuses: registeredStatuses } })
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

/**
 * Returns the mails that one participant needs about a change of the session, given the earlier messages to them (`mails`).
 * If the change corrects a release (link and agenda) that never reached them, they get the release mail.
 */
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
    dedupeKey: dedupeKeyFor(mailingKeys.changeNotice(sessionId, sequence), registrationId),
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
  const dedupeKey = dedupeKeyFor(mailingKeys.release(sessionId, number), registrationId)
  const released: NewMessage = { ...base, kind: 'release', dedupeKey, releaseNumber: number }
  return isRescheduled ? [released, changed] : [released]
}
