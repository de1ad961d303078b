import { db } from '@/lib/db/client'
import { purgeExpiredLogins, purgeFormerOrganisers } from '@/lib/organisers/retention'
import { addDays, addMonths } from '@/lib/platform/time'
import { clearMails, isFinished, listUnconfirmedAddressMails } from './mail-content'
import type { RetentionPeriods } from './rules'

/** Erases what expired by itself: logins, rate limits, link requests, unconfirmed addresses, account mails and accounts. */
export async function purgeExpired({ namesMonths, auditLogMonths }: RetentionPeriods, now: Date): Promise<void> {
  await purgeExpiredLogins(now)
  // The worker answers and deletes a request within seconds; this removes those it could not answer.
  await db().linkRecoveryRequest.deleteMany({ where: { requestedAt: { lte: addDays(now, -1) } } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: now } } })
  await purgeUnconfirmedEmailChanges(now)
  const oldAccountMails = { sessionId: null, createdAt: { lte: addMonths(now, -namesMonths) }, ...isFinished }
  await db().$transaction((tx) => clearMails(tx, oldAccountMails, now))
  await purgeFormerOrganisers(auditLogMonths, now)
}

/** An unconfirmed address may belong to a stranger. Also clears the mail of a request that a later one replaced. */
async function purgeUnconfirmedEmailChanges(now: Date): Promise<void> {
  await db().emailChangeRequest.deleteMany({ where: { confirmedAt: null, expiresAt: { lte: now } } })
  await db().$transaction(async (tx) =>
    clearMails(tx, { id: { in: await listUnconfirmedAddressMails(tx) }, ...isFinished }, now),
  )
}
