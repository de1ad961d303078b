import { addMonths } from '@/lib/platform/time'

/** Returns the instant before which audit entries are purged. */
export const auditLogCutoff = (now: Date, retentionMonths: number) => addMonths(now, -retentionMonths)
