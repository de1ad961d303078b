import { addDays, addMonths } from '@/lib/platform/time'

/** Settings KEEP_NEEDS_DAYS, KEEP_NAMES_MONTHS and KEEP_TRAIL_MONTHS. */
export type RetentionPeriods = { needsDays: number; namesMonths: number; auditLogMonths: number }

/** `endsAt` and `cancelledAt` are of the session, `registrationCancelledAt` is of one registration. */
type RetentionDates = { endsAt: Date; cancelledAt: Date | null; registrationCancelledAt?: Date | null }

/** Returns when the retention periods start: when the session ends, or when it or the registration was cancelled before. */
export function retentionStart({ endsAt, cancelledAt, registrationCancelledAt }: RetentionDates): Date {
  const candidates = [endsAt, cancelledAt, registrationCancelledAt].flatMap((at) => at?.getTime() ?? [])
  return new Date(Math.min(...candidates))
}

export const needsPurgeAt = (dates: RetentionDates, { needsDays }: Pick<RetentionPeriods, 'needsDays'>) =>
  addDays(retentionStart(dates), needsDays)

export const namesPurgeAt = (dates: RetentionDates, { namesMonths }: Pick<RetentionPeriods, 'namesMonths'>) =>
  addMonths(retentionStart(dates), namesMonths)
