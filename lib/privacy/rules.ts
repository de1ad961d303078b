import { addDays, addMonths } from '@/lib/platform/time'

/** How long an installation keeps things: the settings. */
export type RetentionPeriods = { needsDays: number; namesMonths: number; auditLogMonths: number }

type RetentionDates = {
  endsAt: Date
  /** Of the kennissessie. */
  cancelledAt: Date | null
  /** Of one sign-up, for its own terms. */
  registrationCancelledAt?: Date | null
}

/** When the terms begin: at the end of the kennissessie, or when it was cancelled or somebody went off the list before that. */
export function retentionStart({ endsAt, cancelledAt, registrationCancelledAt }: RetentionDates): Date {
  const candidates = [endsAt, cancelledAt, registrationCancelledAt].flatMap((at) => at?.getTime() ?? [])
  return new Date(Math.min(...candidates))
}

/** From when on needs, telephone numbers and notes are erased. */
export const needsPurgeAt = (dates: RetentionDates, { needsDays }: RetentionPeriods) =>
  addDays(retentionStart(dates), needsDays)

/** From when on names, addresses and mails are erased. */
export const namesPurgeAt = (dates: RetentionDates, { namesMonths }: RetentionPeriods) =>
  addMonths(retentionStart(dates), namesMonths)

/** Who was invited and did not come is forgotten so many days after the link stopped working. */
export const invitationRetentionDays = 28

/** From when on the account of an organiser is erased: never as long as they have access, or an invitation that works. */
export function accountPurgeAt(
  {
    acceptedAt,
    endedAt,
    tokenExpiresAt,
  }: { acceptedAt: Date | null; endedAt: Date | null; tokenExpiresAt: Date | null },
  { auditLogMonths }: Pick<RetentionPeriods, 'auditLogMonths'>,
): Date | null {
  if (endedAt) return addMonths(endedAt, auditLogMonths)
  return acceptedAt || !tokenExpiresAt ? null : addDays(tokenExpiresAt, invitationRetentionDays)
}
