import { db } from '@/lib/platform/db'
import { mayLogIn } from '@/lib/platform/organiser-access'
import { mailsToPlan, planned, plannedKey, thatTakesPlace, toWhom } from './plan'
import type { PlannedMail, PlannedSession } from './planned'
import { listRecipients } from './recipients'

/** A mail that goes out as soon as something is saved, and to how many people. */
export type DueAtOnce = { kind: PlannedMail['kind']; recipients: number }

/**
 * What other settings or other moments would send at once at `now`, because its moment has come already: each mail that is
 * not on its way as things stand, or goes to others then, with how many people get it who have none yet. Empty when that is
 * nobody.
 */
export async function listDueAtOnce(
  sessionId: string,
  changes: Partial<PlannedSession>,
  now: Date,
): Promise<DueAtOnce[]> {
  const standing = await db().session.findFirst({ where: { ...thatTakesPlace, id: sessionId }, select: planned })
  if (!standing) return []
  const asked = { ...standing, ...changes }
  const already = mailsToPlan(standing, now).map((mail) => plannedKey(standing, mail))
  const fresh = mailsToPlan(asked, now).filter(
    (mail) =>
      !already.includes(plannedKey(asked, mail)) || (mail.kind === 'thanks' && asked.thanksTo !== standing.thanksTo),
  )
  const due = await Promise.all(
    fresh.map(async (mail) => ({ kind: mail.kind, recipients: await countUntold(asked, mail) })),
  )
  return due.filter(({ recipients }) => recipients > 0)
}

async function countUntold(session: PlannedSession & { id: string }, mail: PlannedMail): Promise<number> {
  const keyStart = plannedKey(session, mail)
  if (mail.kind === 'question-deadline') {
    return await db().organiser.count({
      where: { ...mayLogIn, messages: { none: { dedupeKey: { startsWith: `${keyStart}:` } } } },
    })
  }
  const recipients = await listRecipients(db(), { sessionId: session.id, keyStart, to: toWhom(session, mail) })
  return recipients.length
}
