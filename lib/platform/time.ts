/** The time zone of every date on screen and in mail, whatever the machine's time zone. No other file names it. */
export const timeZone = 'Europe/Amsterdam'

const dutchFormat = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('nl-NL', { timeZone, ...options })
const calendarTileFormat = dutchFormat({ weekday: 'short', day: 'numeric', month: 'short' })
// Swedish formats a date as "2022-11-08 15:00:00".
const wallClockFormat = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })

/** A date and time on a Dutch clock. Months are 1 to 12. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number }

export function wallTime(at: Date): WallTime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = wallClockFormat.format(at).split(/\D/).map(Number)
  return { year, month, day, hour, minute }
}

/** Returns how many minutes the Dutch clock is ahead of UTC: 60 in winter, 120 in summer. */
function offsetMinutes(at: Date): number {
  const { year, month, day, hour, minute } = wallTime(at)
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000 - Math.floor(at.getTime() / 60_000)
}

/** Formats a date as "dinsdag 8 november 2022". */
export const longDate = dutchFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format

/** Formats a date as "november 2022". */
export const monthAndYear = dutchFormat({ month: 'long', year: 'numeric' }).format

/** Formats a date as "dinsdag 8 november". */
export const dayAndMonth = dutchFormat({ weekday: 'long', day: 'numeric', month: 'long' }).format

const shortDate = dutchFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format

/** Formats a Dutch time as "15.00". */
export const clockTime = (at: Date) => isoTime(at).replace(':', '.')

/** Formats Dutch times as "15.00 tot 16.30 uur". */
export const timeRange = (startsAt: Date, endsAt: Date) => `${clockTime(startsAt)} tot ${clockTime(endsAt)} uur`

/** Formats a Dutch date and time as "maandag 17 oktober 2022, 14.00 uur". */
export const dateAndTime = (at: Date) => `${longDate(at)}, ${clockTime(at)} uur`

/** Formats a deadline: "tot maandag 31 oktober 2022, 12.00 uur". Midnight gives "tot en met" with the day before. */
export const formatDeadline = (at: Date) =>
  isMidnight(at) ? `tot en met ${longDate(lastDayBefore(at))}` : `tot ${dateAndTime(at)}`

/** Formats a Dutch date and time as "8 nov 2022, 15.00", for tables. */
export const shortDateTime = (at: Date) => `${shortDate(at)}, ${clockTime(at)}`

/** Formats a Dutch date as "2022-11-08". */
export const isoDate = (at: Date) => wallClockFormat.format(at).slice(0, 10)

/** Formats a Dutch time as "15:00", for `<input type="time">`. */
export const isoTime = (at: Date) => wallClockFormat.format(at).slice(11, 16)

/** Formats a Dutch time with its offset as "2022-11-08T15:00+01:00", for `<time datetime>`. */
export function isoLocal(at: Date): string {
  const offset = String(offsetMinutes(at) / 60).padStart(2, '0')
  return `${isoDate(at)}T${isoTime(at)}+${offset}:00`
}

/** Returns the Dutch parts of a date in the Netherlands: { weekday: 'di', day: '8', month: 'nov' }. */
export function calendarTile(at: Date): { weekday: string; day: string; month: string } {
  const parts = Object.fromEntries(calendarTileFormat.formatToParts(at).map((part) => [part.type, part.value]))
  return { weekday: parts.weekday ?? '', day: parts.day ?? '', month: (parts.month ?? '').replace('.', '') }
}

/**
 * Returns the instant of a Dutch wall time. For a time that occurs twice (last Sunday of October), returns the first. For a
 * time that the clock skips (last Sunday of March), returns the instant at which it shows an hour later.
 */
export function amsterdamInstant({ year, month, day, hour, minute }: WallTime): Date {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute)
  const inSummer = new Date(asUtc - 120 * 60_000)
  return offsetMinutes(inSummer) === 120 ? inSummer : new Date(asUtc - 60 * 60_000)
}

/** Returns whether a Dutch clock ever shows this time. False for 30 February, and for 02:30 on the last Sunday of March. */
export function wallTimeExists(wall: WallTime): boolean {
  const shown = wallTime(amsterdamInstant(wall))
  return (Object.keys(shown) as (keyof WallTime)[]).every((part) => shown[part] === wall[part])
}

export const addMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

/** Returns the instant `days` days later at the same Dutch wall time; a clock change adds or removes an hour. */
export function addDays(at: Date, days: number): Date {
  const { year, month, day, hour, minute } = wallTime(at)
  // Date.UTC and amsterdamInstant accept a day beyond the month.
  return amsterdamInstant({ year, month, day: day + days, hour, minute })
}

/** Returns the instant with the same Dutch wall time `months` later; 31 January gives the last day of February. */
export function addMonths(at: Date, months: number): Date {
  const { year, month, day, hour, minute } = wallTime(at)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const [toYear, toMonth] = [first.getUTCFullYear(), first.getUTCMonth() + 1]
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate()
  return amsterdamInstant({ year: toYear, month: toMonth, day: Math.min(day, lastDay), hour, minute })
}

/** Returns the midnight at which the Dutch day before the day of `at` starts. A time on 1 November gives 31 October. */
export const lastDayBefore = (at: Date) => addDays(startOfDay(at), -1)

/** Returns the day of the week in the Netherlands, from 0 (Sunday) to 6. */
export function weekday(at: Date): number {
  const { year, month, day } = wallTime(at)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

/** Returns the midnight at which the Dutch day of `at` starts. */
export const startOfDay = (at: Date) => amsterdamInstant({ ...wallTime(at), hour: 0, minute: 0 })

/** Returns whether a Dutch day starts at this instant. */
export const isMidnight = (at: Date) => startOfDay(at).getTime() === at.getTime()
