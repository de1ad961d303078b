import { addMonths } from '@/lib/platform/time'

/** Everything from before this instant is erased; the setting says how many months are kept. */
export const trailStart = (now: Date, keepMonths: number) => addMonths(now, -keepMonths)
