import { purgeAuditLog } from '@/lib/audit/commands'
import { db, type Prisma } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { purgeExpiredLogins, purgeFormerOrganisers } from '@/lib/organisers/retention'
import { runAll } from '@/lib/platform/run-all'
import { addDays, addMonths } from '@/lib/platform/time'
import { clearMails, erasedCustomMessage, hasContent, isFinished, purgeMailFiles } from './mail-content'
import { purgeRegistrations } from './purge-registrations'
import { namesPurgeAt, type RetentionPeriods } from './rules'

/** `mailDir` is the folder to which a site without SMTP server writes its mails as `.eml` files. */
type PurgeContext = { periods: RetentionPeriods; mailDir: string; now: Date }

/** The steps that erase data after its retention period, in order. Exported for a test that leaves out one of them. */
export const purgeSteps = {
  needs: ({ periods, now }: PurgeContext) => purgeRegistrations('needs', periods, now),
  names: ({ periods, now }: PurgeContext) => purgeRegistrations('names', periods, now),
  sessionTexts: purgeSessionTexts,
  expired: purgeExpired,
  auditLog: ({ periods, now }: PurgeContext) => purgeAuditLog(now, periods.auditLogMonths),
  files: ({ mailDir }: PurgeContext) => purgeMailFiles(mailDir),
}

/**
 * Erases all personal data whose retention period ended at `now`. Idempotent: each step selects rows that still hold
 * personal data, so an interrupted run resumes. Concurrent runs wait for each other on the lock of the session.
 */
export async function runPurgeJob(context: PurgeContext): Promise<void> {
  await runAll(Object.values(purgeSteps), (step) => step(context))
}

const erasedText = 'Tekst gewist'
const isExplained: Prisma.TriageRoundWhereInput = { explanation: { notIn: ['', erasedText] } }

/** Blanks custom messages, triage explanations and mails to organisers of sessions whose `names` retention ended. */
async function purgeSessionTexts({ periods, now }: PurgeContext): Promise<void> {
  const isOver = { OR: [{ endsAt: { lt: now } }, { cancelledAt: { lt: now } }] }
  const hasTexts: Prisma.SessionWhereInput = {
    OR: [
      { customMessages: { some: { subject: { not: erasedCustomMessage.subject } } } },
      { customMessageDrafts: { some: {} } },
      { triageRounds: { some: isExplained } },
      { messages: { some: { registrationId: null, ...hasContent } } },
    ],
  }
  const select = { id: true, endsAt: true, cancelledAt: true }
  const sessions = await db().session.findMany({ where: { AND: [isOver, hasTexts] }, select })
  for (const session of sessions.filter((each) => namesPurgeAt(each, periods) <= now)) {
    const sessionId = session.id
    await db().$transaction(async (tx) => {
      await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
      // The session may have been rescheduled meanwhile.
      if (namesPurgeAt(await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select }), periods) > now) return
      // Unfinished mails wait for a later run.
      await tx.customMessage.updateMany({
        where: { sessionId, messages: { every: isFinished } },
        data: erasedCustomMessage,
      })
      await tx.customMessageDraft.deleteMany({ where: { sessionId } })
      await tx.triageRound.updateMany({ where: { sessionId, ...isExplained }, data: { explanation: erasedText } })
      await clearMails(tx, { sessionId, registrationId: null, ...isFinished }, now)
    })
  }
}

/**
 * Erases expired logins, rate limits, link recovery requests, e-mail changes, pending sign-ups, account mails and former
 * organisers.
 */
async function purgeExpired({ periods: { namesMonths, auditLogMonths }, now }: PurgeContext): Promise<void> {
  await purgeExpiredLogins(now)
  // The worker answers and deletes a request within seconds; this removes requests that it could not answer.
  await db().linkRecoveryRequest.deleteMany({ where: { requestedAt: { lte: addDays(now, -1) } } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: now } } })
  await db().pendingRegistration.deleteMany({ where: { expiresAt: { lte: now } } })
  await db().emailChangeRequest.deleteMany({ where: { confirmedAt: null, expiresAt: { lte: now } } })
  const oldAccountMails = { sessionId: null, createdAt: { lte: addMonths(now, -namesMonths) } }
  await db().$transaction(async (tx) => {
    // An unconfirmed address may belong to a stranger. Includes the mail of a request that a later request replaced.
    const unconfirmed = await tx.$queryRaw<{ id: string }[]>`
      SELECT m."id" FROM "Message" m JOIN "MessageContent" c USING ("id")
      WHERE m."kind" = 'emailChangeConfirm' AND c."toAddress" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "EmailChangeRequest" q WHERE q."id"::text = m."details"->>'emailChangeRequestId')`
    const mailsToUnconfirmed = { id: { in: unconfirmed.map(({ id }) => id) } }
    await clearMails(tx, { OR: [mailsToUnconfirmed, oldAccountMails], AND: isFinished }, now)
  })
  await purgeFormerOrganisers(auditLogMonths, now)
}
