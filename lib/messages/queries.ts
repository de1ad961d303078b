import { db } from '@/lib/platform/db'
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
