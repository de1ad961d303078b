import { db } from '@/lib/platform/db'
import { countRecipients } from './recipients'
import { messageState } from './rules'

const unsent = { sentAt: null, failedAt: null, droppedAt: null }

/**
 * Since when the oldest message that still has to go out has been waiting: from its due moment, or from its first attempt
 * once it was tried. Null when nothing waits; in the future when only planned messages do.
 */
export async function getOldestUnsentAt(): Promise<Date | null> {
  const [fresh, tried] = await Promise.all([
    db().message.aggregate({ where: { ...unsent, firstAttemptAt: null }, _min: { dueAt: true } }),
    db().message.aggregate({ where: unsent, _min: { firstAttemptAt: true } }),
  ])
  const instants = [fresh._min.dueAt, tried._min.firstAttemptAt].filter((at) => at !== null)
  return instants.length > 0 ? new Date(Math.min(...instants.map((at) => at.getTime()))) : null
}

/** Since when and why no mail goes out (a PauseReason of rules.ts), or null when it does. */
export function getMailPause(): Promise<{ since: Date; reason: string } | null> {
  return db().mailPause.findUnique({ where: { id: 1 }, select: { since: true, reason: true } })
}

/** The mails about one sign-up (its id, a UUID) in their order, and what became of each. */
export async function listMessages(registrationId: string) {
  const messages = await db().message.findMany({
    where: { registrationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, dueAt: true, attempts: true, sentAt: true, failedAt: true, droppedAt: true },
  })
  return messages.map((message) => ({ id: message.id, kind: message.kind, ...messageState(message) }))
}

/** How many people get a mail that goes to everybody who is signed up (id of the session, a UUID). */
export const getRecipientCount = (sessionId: string) => countRecipients(sessionId)

/** How far the mails about a release have come. `left` are still to be sent; the rest failed or was no longer needed. */
export async function getReleaseProgress(sessionId: string, releaseNumber: number) {
  const about = { sessionId, releaseNumber }
  const [total, sent, left] = await Promise.all([
    db().message.count({ where: about }),
    db().message.count({ where: { ...about, sentAt: { not: null } } }),
    db().message.count({ where: { ...about, ...unsent } }),
  ])
  return { total, sent, left }
}
