import { audit } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { readPersonalToken } from '@/lib/platform/personal-token'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { eraseFromTexts } from './erase-texts'
import { eraseMailFiles } from './mail-files'
import { readNamed } from './named'

type Where = { now: Date /** Where mails are kept as files. */; mailDir: string }

/**
 * Erases somebody's sign-up by their own link, wholly and for good. Pressed twice is done once: what is gone already counts as
 * erased. Refuses a link that is not ours, or an older one of somebody who is there.
 */
export async function eraseOwn(token: string, { now, mailDir }: Where): Promise<Result<null, 'unknown-link'>> {
  const owner = readPersonalToken('manage', token)
  if (!owner) return { ok: false, reason: 'unknown-link' }
  const isTheirs = await db().$transaction(async (tx) => {
    const found = await tx.registration.findUnique({ where: { id: owner.id }, select: { sessionId: true } })
    if (!found) return true
    return (await eraseIn(tx, found.sessionId, owner, { now, actor: 'participant' })) > 0
  })
  if (!isTheirs) return { ok: false, reason: 'unknown-link' }
  await eraseMailFiles(mailDir)
  return { ok: true, value: null }
}

/** The same for these sign-ups (ids, UUIDs) at somebody's request, by an organiser. Gives how many there were. */
export async function eraseSignUps(
  ids: string[],
  { organiserId, now, mailDir }: Where & { organiserId: string },
): Promise<number> {
  const found = await db().registration.findMany({ where: { id: { in: ids } }, select: { id: true, sessionId: true } })
  let erased = 0
  for (const { id, sessionId } of found) {
    const by = { now, actor: `organiser:${organiserId}` }
    erased += await db().$transaction((tx) => eraseIn(tx, sessionId, { id }, by))
  }
  await eraseMailFiles(mailDir)
  return erased
}

/**
 * Takes the row away with all that hangs on it, its name out of what others wrote, and its steps out of the trail, which keeps
 * one entry without anybody. The place is free from then on: the caller offers it.
 */
async function eraseIn(
  tx: Transaction,
  sessionId: string,
  which: { id: string; linkVersion?: number },
  { now, actor }: { now: Date; actor: string },
): Promise<number> {
  // First the session, as everybody else does. Nobody signs up, moves or decides meanwhile.
  await holdRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  await holdRow(tx, 'Registration', which.id)
  const found = await tx.registration.findFirst({
    where: { ...which, erasedAt: null },
    select: {
      id: true,
      handedOverToId: true,
      answers: { select: { id: true } },
      messages: { select: { id: true } },
    },
  })
  if (!found) return 0
  const { id } = found
  await eraseFromTexts(tx, sessionId, await readNamed(tx, [id], 'all'))
  const subjects = [id, ...found.answers.map((answer) => answer.id), ...found.messages.map((message) => message.id)]
  await tx.auditEntry.deleteMany({ where: { subjectId: { in: subjects } } })
  // Who gave their place to this one wrote the answers that went on from here.
  await tx.registration.updateMany({ where: { handedOverToId: id }, data: { handedOverToId: found.handedOverToId } })
  await tx.registration.delete({ where: { id } })
  // A theme lives as long as a question has it.
  await tx.theme.deleteMany({ where: { sessionId, triages: { none: {} } } })
  await audit(tx, { at: now, actor, action: 'registration.erased', subjectType: 'session', subjectId: sessionId })
  return 1
}
