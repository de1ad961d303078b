import { audit } from '@/lib/audit/commands'
import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { eraseForRerender } from '@/lib/outbox/message-locks'
import { runAll } from '@/lib/platform/run-all'
import { clearMails, erasedCustomMessage, hasContent, isTransferNotice, quotesParticipant } from './mail-content'
import { readKnownIdentities, redactPermanentTexts } from './redact-texts'
import { namesPurgeAt, needsPurgeAt, type RetentionPeriods } from './rules'

type PurgeStep = 'needs' | 'names'

// Dutch placeholder that replaces the name, so that no screen needs code for erased registrations.
const erasedName = 'Naam gewist'

/** Number of registrations per transaction. It limits how long a session is locked. */
const batchSize = 500

/** Erases the data of `step` for all registrations whose retention period for it ended, in one transaction per batch. */
export async function purgeRegistrations(step: PurgeStep, periods: RetentionPeriods, now: Date): Promise<void> {
  await runAll([...(await listDue(db(), step, periods, now))], async ([sessionId, ids]) => {
    for (let offset = 0; offset < ids.length; offset += batchSize) {
      const batch = { sessionId, ids: ids.slice(offset, offset + batchSize) }
      await db().$transaction((tx) => purgeBatch(tx, step, batch, periods, now), { timeout: 60_000 })
    }
  })
}

const hasTriageNote: Prisma.TriageWhereInput = { note: { not: '' } }
const hasTriageTexts: Prisma.TriageWhereInput = {
  OR: [{ clarification: { not: '' } }, { resultText: { not: '' } }, { textAtDecision: { not: null } }],
}

// Filters for registrations that still hold personal data, so that an interrupted run resumes.
const hasData: Record<PurgeStep, Prisma.RegistrationWhereInput[]> = {
  needs: [
    { needs: { not: null } },
    { phone: { not: null } },
    { notes: { some: {} } },
    { changes: { some: {} } },
    { emailChangeRequests: { some: {} } },
    { messages: { some: quotesParticipant } },
    { answers: { some: { triage: hasTriageNote } } },
  ],
  names: [{ erasedAt: null }, { messages: { some: hasContent } }, { answers: { some: { triage: hasTriageTexts } } }],
}

const purgeAt = { needs: needsPurgeAt, names: namesPurgeAt }

/** Maps session ids to the ids of registrations whose data of `step` must be erased at `now`. `ids` limits the search. */
async function listDue(tx: Transaction, step: PurgeStep, periods: RetentionPeriods, now: Date, ids?: string[]) {
  const before = { lt: now }
  const isOver = { OR: [{ cancelledAt: before }, { session: { OR: [{ endsAt: before }, { cancelledAt: before }] } }] }
  const registrations = await tx.registration.findMany({
    where: { ...(ids && { id: { in: ids } }), AND: [isOver, { OR: hasData[step] }] },
    orderBy: [{ sessionId: 'asc' }, { id: 'asc' }],
    select: { id: true, sessionId: true, cancelledAt: true, session: { select: { endsAt: true, cancelledAt: true } } },
  })
  const due = new Map<string, string[]>()
  for (const { id, sessionId, cancelledAt, session } of registrations) {
    const isDue = purgeAt[step]({ ...session, registrationCancelledAt: cancelledAt }, periods) <= now
    if (isDue) due.set(sessionId, [...(due.get(sessionId) ?? []), id])
  }
  return due
}

async function purgeBatch(
  tx: Transaction,
  step: PurgeStep,
  { sessionId, ids }: { sessionId: string; ids: string[] },
  periods: RetentionPeriods,
  now: Date,
): Promise<void> {
  // The session is locked first, as in every command. It may have been rescheduled since the list was made.
  await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
  const due = (await listDue(tx, step, periods, now, ids)).get(sessionId) ?? []
  // A worker cannot claim a locked mail. Registrations of which a mail is being sent wait for a later run.
  const mails = await tx.$queryRaw<{ registrationId: string; claimedUntil: Date | null }[]>`
    SELECT "registrationId", "claimedUntil" FROM "Message" WHERE "registrationId" = ANY(${due}::uuid[])
    ORDER BY "id" FOR UPDATE`
  const claimed = mails.filter(({ claimedUntil }) => claimedUntil && claimedUntil > now)
  const withClaimedMail = new Set(claimed.map(({ registrationId }) => registrationId))
  const ready = due.filter((id) => !withClaimedMail.has(id))
  if (ready.length === 0) return
  // Registrations that are anonymous already are not counted again.
  const counted = { id: { in: ready }, ...(step === 'names' && { erasedAt: null }) }
  const count = await tx.registration.count({ where: counted })
  if (step === 'needs') await purgeNeeds(tx, sessionId, ready)
  else await purgeNames(tx, sessionId, ready, now)
  if (count === 0) return
  const entry = { action: `${step}Purged`, subjectType: 'session', subjectId: sessionId, details: { count } } as const
  await audit(tx, { at: now, actor: 'system', ...entry })
}

/** Erases needs, phones, notes and recorded changes. First redacts former names, which only the recorded changes hold. */
async function purgeNeeds(tx: Transaction, sessionId: string, ids: string[]): Promise<void> {
  await redactPermanentTexts(tx, sessionId, await readKnownIdentities(tx, ids, 'former'))
  await tx.registration.updateMany({
    where: { id: { in: ids }, OR: [{ needs: { not: null } }, { phone: { not: null } }] },
    data: { needs: null, phone: null, version: { increment: 1 } },
  })
  await deleteNotesAndChanges(tx, ids)
  // Unsent mails wait for a later run.
  const where = { message: { registrationId: { in: ids }, ...quotesParticipant } }
  await tx.messageContent.updateMany({ where, data: { html: null, text: null } })
}

/** Makes registrations anonymous. Keeps municipality, redacted answers and statistics, and blanks the other texts. */
async function purgeNames(tx: Transaction, sessionId: string, ids: string[], now: Date): Promise<void> {
  const identities = await readKnownIdentities(tx, ids, 'all')
  await redactPermanentTexts(tx, sessionId, identities)
  // Mails to transferees name the transferor and repeat the answers. An unsent mail is rendered again.
  const transfereeIds = identities.flatMap(({ transferredToIds }) => transferredToIds)
  await eraseForRerender(tx, { registrationId: { in: transfereeIds }, OR: [isTransferNotice, quotesParticipant] })
  await tx.$executeRaw`
    UPDATE "Registration" SET "name" = ${erasedName}, "email" = '', "normalizedEmail" = 'erased:' || "id", "role" = '',
      "phone" = NULL, "needs" = NULL, "idempotencyKey" = '', "tokenVersion" = "tokenVersion" + 1, "version" = "version" + 1,
      "erasedAt" = ${now.toISOString()}::timestamptz
    WHERE "id" = ANY(${ids}::uuid[]) AND "erasedAt" IS NULL`
  await tx.triage.updateMany({
    where: { answer: { registrationId: { in: ids } }, ...hasTriageTexts },
    data: { clarification: '', resultText: '', textAtDecision: null, version: { increment: 1 } },
  })
  await deleteNotesAndChanges(tx, ids)
  await clearMails(tx, { registrationId: { in: ids } }, now)
  // A message to one person is about that person, whose term can end before that of the session's other messages.
  await tx.customMessage.updateMany({ where: { registrationId: { in: ids } }, data: erasedCustomMessage })
  await tx.customMessageDraft.deleteMany({ where: { registrationId: { in: ids } } })
}

async function deleteNotesAndChanges(tx: Transaction, ids: string[]): Promise<void> {
  const where = { registrationId: { in: ids } }
  await tx.registrationNote.deleteMany({ where })
  await tx.registrationChange.deleteMany({ where })
  await tx.emailChangeRequest.deleteMany({ where })
  await tx.pendingRegistration.deleteMany({ where })
  const data = { note: '', version: { increment: 1 } }
  await tx.triage.updateMany({ where: { answer: where, ...hasTriageNote }, data })
}
