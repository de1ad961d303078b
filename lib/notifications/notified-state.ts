import type { Transaction } from '@/lib/db/client'
import { parseDetails } from '@/lib/outbox/message-details'
import { kindsStatingSessionTimes } from './kinds/registry'
import { previousTimes, type StartAndEnd } from './session-times'

/** Returns all messages of a session, sent or not, whose mail states the session times. */
export const readNotifiedMails = (tx: Transaction, sessionId: string) =>
  tx.message.findMany({
    where: { sessionId, kind: { in: [...kindsStatingSessionTimes] } },
    include: { content: { select: { renderedSequence: true } } },
  })

export type NotifiedMail = Awaited<ReturnType<typeof readNotifiedMails>>[number]

export const isUnsent = ({ sentAt, failedAt, cancelledAt }: NotifiedMail) => !sentAt && !failedAt && !cancelledAt
/** Returns whether the receiver may know the content of the mail: it was sent, may have arrived, or is being sent. */
const wasNotified = ({ sentAt, maybeDuplicate, claimToken, content }: NotifiedMail) =>
  Boolean(sentAt || maybeDuplicate || (claimToken && content))

/**
 * Returns the outdated facts that a participant still believes, given all mails to them: the session times, and the number
 * of the release (meeting link and agenda). A fact is absent when the participant knows the current one.
 */
export function lastNotifiedState(mails: NotifiedMail[]): { times?: StartAndEnd; release?: number } {
  const notifiedSequence = Math.max(
    -1,
    ...mails.filter(wasNotified).map(({ content }) => content?.renderedSequence ?? -1),
  )
  const undelivered = mails
    .filter((mail) => mail.kind === 'sessionChanged' && !wasNotified(mail))
    .map(({ details }) => parseDetails(details))
    .map((details) => ({ ...details, sequence: details.sequence ?? Number.MAX_SAFE_INTEGER }))
    .filter(({ sequence }) => sequence > notifiedSequence)
    .sort((one, other) => one.sequence - other.sequence)
  return {
    times: undelivered.map(previousTimes).find((times) => times !== null) ?? undefined,
    release: undelivered.find(({ releaseBefore }) => releaseBefore !== undefined)?.releaseBefore,
  }
}

/** Returns whether a participant with these mails has no meeting link yet, although a release mail was enqueued. */
export function isAwaitingLink(mails: NotifiedMail[]): boolean {
  const bringsLink = ({ kind, details }: NotifiedMail) =>
    kind === 'release' || (kind === 'sessionChanged' && parseDetails(details).releaseBefore !== undefined)
  return mails.some(({ kind }) => kind === 'release') && !mails.some((mail) => wasNotified(mail) && bringsLink(mail))
}
