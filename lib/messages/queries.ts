import { db } from '@/lib/platform/db'

const unsent = { sentAt: null, failedAt: null, droppedAt: null }

/**
 * Since when the oldest message that still has to go out has been waiting: from its due moment, or from its first attempt
 * once it was tried. Null when nothing waits; in the future when only planned messages do.
 */
export async function oldestUnsentAt(): Promise<Date | null> {
  const [fresh, tried] = await Promise.all([
    db().message.aggregate({ where: { ...unsent, firstAttemptAt: null }, _min: { dueAt: true } }),
    db().message.aggregate({ where: unsent, _min: { firstAttemptAt: true } }),
  ])
  const instants = [fresh._min.dueAt, tried._min.firstAttemptAt].filter((at) => at !== null)
  return instants.length > 0 ? new Date(Math.min(...instants.map((at) => at.getTime()))) : null
}

/** Since when and why no mail goes out (a PauseReason of rules.ts), or null when it does. */
export function mailPause(): Promise<{ since: Date; reason: string } | null> {
  return db().mailPause.findUnique({ where: { id: 1 }, select: { since: true, reason: true } })
}
