import { addDays, addMonths } from '@/lib/platform/time'

/** How long data is kept: the settings KEEP_NEEDS_DAYS, KEEP_NAMES_MONTHS and KEEP_TRAIL_MONTHS. */
export type RetentionPeriods = { needsDays: number; namesMonths: number; auditLogMonths: number }

/** Dates that can start a retention period. `registrationCancelledAt` is of the registration, the others of its session. */
type RetentionDates = { endsAt: Date; cancelledAt: Date | null; registrationCancelledAt?: Date | null }

/** Returns when retention starts: at the end of the session, or when session or registration was cancelled before that. */
export function retentionStart({ endsAt, cancelledAt, registrationCancelledAt }: RetentionDates): Date {
  const candidates = [endsAt, cancelledAt, registrationCancelledAt].flatMap((at) => at?.getTime() ?? [])
  return new Date(Math.min(...candidates))
}

export const needsPurgeAt = (dates: RetentionDates, { needsDays }: Pick<RetentionPeriods, 'needsDays'>) =>
  addDays(retentionStart(dates), needsDays)

export const namesPurgeAt = (dates: RetentionDates, { namesMonths }: Pick<RetentionPeriods, 'namesMonths'>) =>
  addMonths(retentionStart(dates), namesMonths)
