import type { Prisma, Transaction } from '@/lib/platform/db'
import type { Moments } from './rules'
import { type MessageKind, messageDetailsSchema } from './schema'

/** The mails that say when the session is: who got one knows it as it was then. */
const tellingKinds: MessageKind[] = [
  'confirmation',
  'waiting-list',
  'place-offered',
  'already-registered',
  'release',
  'changed',
  'reminder-week',
  'reminder-day',
  'reminder-hour',
]

const told = {
  kind: true,
  registrationId: true,
  details: true,
  frozenAt: true,
  frozenSequence: true,
  claimToken: true,
  maybeDuplicate: true,
  sentAt: true,
  failedAt: true,
  droppedAt: true,
} as const
export type Heard = Prisma.MessageGetPayload<{ select: typeof told }>

/** All mails of a session that told its participants how things stand, or were to. */
export const readHeard = (tx: Transaction, sessionId: string): Promise<Heard[]> =>
  tx.message.findMany({ where: { sessionId, kind: { in: tellingKinds } }, select: told })

export const isUnsent = ({ sentAt, failedAt, droppedAt }: Heard) => !sentAt && !failedAt && !droppedAt
/** It arrived, may have arrived, or is on its way. */
const isHeard = ({ sentAt, maybeDuplicate, claimToken, frozenAt }: Heard) =>
  Boolean(sentAt || maybeDuplicate || (claimToken && frozenAt))

/**
 * What somebody knew before the oldest change that they have not heard of, by its own mail or by a later one that went out;
 * empty when they have heard all.
 */
export function lastHeard(mails: Heard[]): { moments?: Moments; release?: number } {
  const heardUpTo = Math.max(-1, ...mails.filter(isHeard).map(({ frozenSequence }) => frozenSequence ?? -1))
  const unheard = mails
    .filter((mail) => mail.kind === 'changed' && !isHeard(mail))
    .map(({ details }) => messageDetailsSchema.parse(details ?? {}))
    .map((details) => ({ ...details, sequence: details.sequence ?? Number.MAX_SAFE_INTEGER }))
    .filter(({ sequence }) => sequence > heardUpTo)
    .sort((one, other) => one.sequence - other.sequence)
  const before = unheard.find((details) => details.before)?.before
  return {
    moments: before && { startsAt: new Date(before.startsAt), endsAt: new Date(before.endsAt) },
    release: unheard.find(({ releaseBefore }) => releaseBefore !== undefined)?.releaseBefore,
  }
}

/** Whether somebody was to get link and agenda and heard neither those nor a correction of them. */
export function waitsForLink(mails: Heard[]): boolean {
  const hasHeard = (mail: Heard) => mail.kind === 'release' || (mail.kind === 'changed' && isCorrection(mail))
  return mails.some(({ kind }) => kind === 'release') && !mails.some((mail) => isHeard(mail) && hasHeard(mail))
}

const isCorrection = ({ details }: Heard) => messageDetailsSchema.parse(details ?? {}).releaseBefore !== undefined
