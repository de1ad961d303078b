import { addDays, amsterdamInstant, startOfDay, wallTime } from '@/lib/platform/time'

const morningHour = 10

/** Ten o'clock Dutch time on the day of this instant. */
export const atMorningHour = (day: Date) => amsterdamInstant({ ...wallTime(day), hour: morningHour, minute: 0 })

export const endOfDay = (at: Date) => addDays(startOfDay(at), 1)
