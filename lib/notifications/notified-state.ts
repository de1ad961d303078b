import type { Prisma, Transaction } from '@/lib/db/client'
import { parseDetails } from '@/lib/outbox/message-details'
import { kindsStatingSessionTimes } from './kinds/registry'
import { previousTimes, type StartAndEnd } from './session-times'

const notifiedFields = {
  kind: true,
  registrationId: true,
  details: true,
  content: { select: { renderedSequence: true } },
  claimToken: true,
  maybeDuplicate: true,
  sentAt: true,
  failedAt: true,
  cancelledAt: true,
} as const
export type NotifiedMail = Prisma.MessageGetPayload<{ select: typeof notifiedFields }>

/** All mails of a session that told its participants how things stand, or were to. */
export const readNotifiedMails = (tx: Transaction, sessionId: string): Promise<NotifiedMail[]> =>
  tx.message.findMany({ where: { sessionId, kind: { in: [...kindsStatingSessionTimes] } }, select: notifiedFields })

export const isUnsent = ({ sentAt, failedAt, cancelledAt }: NotifiedMail) => !sentAt && !failedAt && !cancelledAt
/** It arrived, may have arrived, or is on its way. */
const wasNotified = ({ sentAt, maybeDuplicate, claimToken, content }: NotifiedMail) =>
  Boolean(sentAt || maybeDuplicate || (claimToken && content))

/**
 * What somebody knew before the oldest change that they have not heard of, by its own mail or by a later one that went out;
 * empty when they have heard all.
 */
export function lastNotifiedState(mails: NotifiedMail[]): { moments?: StartAndEnd; release?: number } {
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
    moments: undelivered.map(previousTimes).find((times) => times !== null),
    release: undelivered.find(({ releaseBefore }) => releaseBefore !== undefined)?.releaseBefore,
  }
}

/** Whether somebody was to get link and agenda and heard neither those nor a correction of them. */
export function isAwaitingLink(mails: NotifiedMail[]): boolean {
  const bringsLink = (mail: NotifiedMail) =>
    mail.kind === 'release' || (mail.kind === 'sessionChanged' && isCorrection(mail))
  return mails.some(({ kind }) => kind === 'release') && !mails.some((mail) => wasNotified(mail) && bringsLink(mail))
}

const isCorrection = ({ details }: NotifiedMail) => parseDetails(details).releaseBefore !== undefined
