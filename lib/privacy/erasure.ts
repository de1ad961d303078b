import { type AuditActor, audit } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import type { Result } from '@/lib/platform/result'
import { readKnownIdentities } from './known-identities'
import { purgeMailFiles } from './purge-mail-files'
import { redactTexts } from './redact-texts'

type ErasureContext = { now: Date /** Where mails are kept as files. */; mailDir: string }

/**
 * Erases somebody's sign-up by their own link, wholly and for good. Pressed twice is done once: what is gone already counts as
 * erased. Refuses a link that is not ours, or an older one of somebody who is there.
 */
export async function eraseOwnRegistration(
  token: string,
  { now, mailDir }: ErasureContext,
): Promise<Result<null, 'unknown-link'>> {
  const owner = verifyPersonalToken('manage', token)
  if (!owner) return { ok: false, reason: 'unknown-link' }
  const isKnownLink = await db().$transaction(async (tx) => {
    const found = await tx.registration.findUnique({ where: { id: owner.id }, select: { sessionId: true } })
    if (!found) return true
    return (await eraseRegistration(tx, found.sessionId, owner, { now, actor: 'participant' })) > 0
  })
  if (!isKnownLink) return { ok: false, reason: 'unknown-link' }
  await purgeMailFiles(mailDir)
  return { ok: true, value: null }
}

/** The same for these sign-ups (ids, UUIDs) at somebody's request, by an organiser. Gives how many there were. */
export async function eraseRegistrations(
  ids: string[],
  { organiserId, now, mailDir }: ErasureContext & { organiserId: string },
): Promise<number> {
  const registrations = await db().registration.findMany({
    where: { id: { in: ids } },
    select: { id: true, sessionId: true },
  })
  let erased = 0
  for (const { id, sessionId } of registrations) {
    const context = { now, actor: { organiserId } }
    erased += await db().$transaction((tx) => eraseRegistration(tx, sessionId, { id }, context))
  }
  await purgeMailFiles(mailDir)
  return erased
}

/**
 * Takes the row away with all that hangs on it, its name out of what others wrote, and its steps out of the trail, which keeps
 * one entry without anybody. The place is free from then on: the caller offers it.
 */
async function eraseRegistration(
  tx: Transaction,
  sessionId: string,
  target: { id: string; tokenVersion?: number },
  { now, actor }: { now: Date; actor: AuditActor },
): Promise<number> {
  // First the session, as everybody else does. Nobody signs up, moves or decides meanwhile.
  await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  await lockRow(tx, 'Registration', target.id)
  const registration = await tx.registration.findFirst({
    where: { ...target, erasedAt: null },
    select: {
      id: true,
      transferredToId: true,
      answers: { select: { id: true } },
      messages: { select: { id: true } },
    },
  })
  if (!registration) return 0
  const { id } = registration
  await redactTexts(tx, sessionId, await readKnownIdentities(tx, [id], 'all'))
  const auditSubjectIds = [
    id,
    ...registration.answers.map((answer) => answer.id),
    ...registration.messages.map((message) => message.id),
  ]
  await tx.auditEntry.deleteMany({ where: { subjectId: { in: auditSubjectIds } } })
  // Who gave their place to this one wrote the answers that went on from here.
  await tx.registration.updateMany({
    where: { transferredToId: id },
    data: { transferredToId: registration.transferredToId },
  })
  await tx.registration.delete({ where: { id } })
  // A theme lives as long as a question has it.
  await tx.theme.deleteMany({ where: { sessionId, triages: { none: {} } } })
  await audit(tx, { at: now, actor, action: 'registrationErased', subjectType: 'session', subjectId: sessionId })
  return 1
}
