import { addMonths } from '@/lib/platform/time'

/** Everything from before this instant is erased; the setting says how many months are kept. */
export const auditLogCutoff = (now: Date, retentionMonths: number) => addMonths(now, -retentionMonths)
