import { purgeAuditLog } from '@/lib/audit/commands'
import { purgeMailFiles } from './mail-content'
import { purgeExpired } from './purge-expired'
import { purgeRegistrations, runAll } from './purge-registrations'
import { purgeSessionTexts } from './purge-session-texts'
import type { RetentionPeriods } from './rules'

/** `mailDir` holds the mails that are stored as files. */
type PurgeContext = { periods: RetentionPeriods; mailDir: string; now: Date }

/** Exported for the test that leaves out one step at a time. */
export const purgeSteps = {
  needs: ({ periods, now }: PurgeContext) => purgeRegistrations('needs', periods, now),
  names: ({ periods, now }: PurgeContext) => purgeRegistrations('names', periods, now),
  sessionTexts: ({ periods, now }: PurgeContext) => purgeSessionTexts(periods, now),
  expired: ({ periods, now }: PurgeContext) => purgeExpired(periods, now),
  auditLog: ({ periods, now }: PurgeContext) => purgeAuditLog(now, periods.auditLogMonths),
  files: ({ mailDir }: PurgeContext) => purgeMailFiles(mailDir),
}

/**
 * Erases everything whose retention period ended at `now`. Idempotent: each step selects rows that still hold personal data,
 * so an interrupted run resumes. Concurrent runs wait for each other on the lock of the session.
 */
export async function runPurgeJob(context: PurgeContext): Promise<void> {
  await runAll(Object.values(purgeSteps), (step) => step(context))
}
