import { auditBy, type By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { queueToAll } from './commands'
import { stoppable } from './listed'
import { countRecipients, toSelection } from './recipients'
import type { LetterInput, LetterRefusal } from './schema'

type Press = LetterInput & {
  sessionId: string
  /** Made with the form (a UUID): the same form sent twice is one letter. */
  letterId: string
  /** How many people the organiser saw that would get it. */
  expected: number
}

/**
 * Sends what an organiser wrote to everybody it is for: the letter, the messages and the entry in the trail in one
 * transaction. Refuses when the number of people is another than the organiser saw, so that it never goes to more.
 */
export async function sendLetter(
  { sessionId, letterId, expected, to, subject, text }: Press,
  { now, organiserId }: By,
): Promise<Result<null, LetterRefusal>> {
  return await db().$transaction(async (tx) => {
    // Nobody signs up in between: a sign-up refers to this row.
    if (!(await holdRow(tx, 'Session', sessionId))) return { ok: false, reason: 'unknown-session' }
    if (await tx.letter.findFirst({ where: { id: letterId, sessionId } })) return { ok: true, value: null }
    const selection = toSelection(to)
    const recipients = await countRecipients(sessionId, selection, tx)
    if (recipients === 0) return { ok: false, reason: 'nobody' }
    if (recipients !== expected) return { ok: false, reason: 'recipients-changed' }

    await tx.letter.create({
      data: { id: letterId, sessionId, subject, text, selection: to, createdAt: now, createdBy: organiserId },
    })
    const message = { kind: 'letter', keyStart: `letter:${letterId}`, letterId, dueAt: now, now } as const
    await queueToAll(tx, { ...message, sessionId, to: selection })
    await auditLetter(tx, 'letter.sent', { now, organiserId, letterId })
    return { ok: true, value: null }
  })
}

/** Stops what did not go out yet of a letter; gives how many mails that were. One that is on its way still arrives. */
export async function stopLetter(
  { sessionId, letterId }: { sessionId: string; letterId: string },
  { now, organiserId }: By,
): Promise<number> {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { sessionId, letterId, ...stoppable },
      data: { droppedAt: now, dropReason: 'stopped' },
    })
    if (count > 0) await auditLetter(tx, 'letter.stopped', { now, organiserId, letterId })
    return count
  })
}

function auditLetter(tx: Transaction, action: string, { letterId, ...by }: By & { letterId: string }) {
  return auditBy(tx, by, { action, subjectType: 'letter', subjectId: letterId })
}
