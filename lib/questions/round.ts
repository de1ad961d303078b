import { randomUUID } from 'node:crypto'
import type { By } from '@/lib/audit/commands'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { auditRound, holdRound } from './held'
import { listQuestionPlaces } from './queries'
import { countRound } from './rules'
import type { CloseRefusal } from './schema'

/** `expected`: how many open promises the organiser was told there are. */
type Close = { sessionId: string; why: string; expected: number }

/**
 * Closes the vragenronde: from then on nothing in it changes. With questions in time that are not chosen and not answered it
 * takes a word why, which is kept. Closed twice is closed, with the word that was given first.
 */
export async function closeRound({ sessionId, why, expected }: Close, by: By): Promise<Result<null, CloseRefusal>> {
  return await db().$transaction(async (tx) => {
    const round = await holdRound(tx, sessionId)
    if (!round) return { ok: false, reason: 'unknown-session' }
    if (round.closingId) return { ok: true, value: null }
    const { openPromises } = countRound(await listQuestionPlaces(sessionId, tx))
    if (openPromises !== expected) return { ok: false, reason: 'promises-changed' }
    if (openPromises > 0 && !why) return { ok: false, reason: 'why-missing' }
    await tx.triageClosing.create({
      data: {
        id: randomUUID(),
        sessionId,
        openPromises,
        why: openPromises > 0 ? why : null,
        closedAt: by.now,
        closedBy: by.organiserId,
      },
    })
    await auditRound(tx, openPromises > 0 ? 'round.closed-with-promises-open' : 'round.closed', sessionId, by)
    return { ok: true, value: null }
  })
}

/** Opens the vragenronde again that was closed by this closing; opened twice is opened. */
export async function reopenRound(
  { sessionId, closingId }: { sessionId: string; closingId: string },
  by: By,
): Promise<Result<null, CloseRefusal>> {
  return await db().$transaction(async (tx) => {
    const round = await holdRound(tx, sessionId)
    if (!round) return { ok: false, reason: 'unknown-session' }
    if (round.closingId && round.closingId !== closingId) return { ok: false, reason: 'changed-meanwhile' }
    if (!round.closingId) return { ok: true, value: null }
    await tx.triageClosing.update({
      where: { id: closingId },
      data: { reopenedAt: by.now, reopenedBy: by.organiserId },
    })
    await auditRound(tx, 'round.reopened', sessionId, by)
    return { ok: true, value: null }
  })
}
