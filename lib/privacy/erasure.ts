import { type AuditActor, audit } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { purgeMailFiles } from './mail-content'
import { readKnownIdentities, redactAllTexts } from './redact-texts'

/** `mailDir` is the folder to which a site without SMTP server writes its mails as `.eml` files. */
type ErasureContext = { now: Date; mailDir: string }

/**
 * Erases the registration of a self-service `token`. Succeeds as well if the registration was deleted before. Refuses with
 * `unknown-link` if the token is forged or a newer one replaced it, or if the registration is anonymous already.
 */
export async function eraseOwnRegistration(
  token: string,
  { now, mailDir }: ErasureContext,
): Promise<Result<null, 'unknown-link'>> {
  const owner = verifyPersonalToken('manage', token)
  if (!owner || (await eraseRegistration(owner, now, 'participant')) === 'no-match') return refuse('unknown-link')
  await purgeMailFiles(mailDir)
  return ok(null)
}

/** Erases registrations (ids) for a person who asked an organiser to do so. Returns how many it erased. */
export async function eraseRegistrations(ids: string[], context: ErasureContext & { organiserId: string }) {
  const { organiserId, now, mailDir } = context
  let erased = 0
  for (const id of ids) if ((await eraseRegistration({ id }, now, { organiserId })) === 'erased') erased += 1
  await purgeMailFiles(mailDir)
  return erased
}

/**
 * Deletes a registration with all rows that refer to it, and redacts the person from the session's other texts. One
 * anonymous audit entry replaces the entries about it. The worker offers the freed seat. Returns `gone` if the registration
 * does not exist, and `no-match` if its token version is not `tokenVersion` or it is anonymous.
 */
async function eraseRegistration(target: { id: string; tokenVersion?: number }, now: Date, actor: AuditActor) {
  const { id } = target
  return await db().$transaction(async (tx): Promise<'erased' | 'gone' | 'no-match'> => {
    const found = await tx.registration.findUnique({ where: { id }, select: { sessionId: true } })
    if (!found) return 'gone'
    const { sessionId } = found
    // The session is locked first, as in every command.
    await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
    await lockRow(tx, 'Registration', id)
    const registration = await tx.registration.findFirst({
      where: { ...target, erasedAt: null },
      select: {
        transferredToId: true,
        answers: { select: { id: true } },
        messages: { select: { id: true } },
        customMessages: { select: { id: true } },
      },
    })
    if (!registration) return 'no-match'
    const { transferredToId, answers, messages, customMessages } = registration
    await redactAllTexts(tx, sessionId, await readKnownIdentities(tx, [id], 'all'))
    const auditSubjectIds = [id, ...[...answers, ...messages, ...customMessages].map((subject) => subject.id)]
    await tx.auditEntry.deleteMany({ where: { subjectId: { in: auditSubjectIds } } })
    // Links an earlier transferor to the registration that received the answers from this one.
    await tx.registration.updateMany({ where: { transferredToId: id }, data: { transferredToId } })
    await tx.registration.delete({ where: { id } })
    // A theme exists only while it has questions.
    await tx.theme.deleteMany({ where: { sessionId, triages: { none: {} } } })
    await audit(tx, { at: now, actor, action: 'registrationErased', subjectType: 'session', subjectId: sessionId })
    return 'erased'
  })
}
