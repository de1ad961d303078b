import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { timeZone, wallTime } from '@/lib/platform/time'

type CalendarFile = {
  /** Stays the same for a registration, so that a later file changes this entry and makes no second one. */
  uid: string
  sequence: number
  title: string
  startsAt: Date
  endsAt: Date
  contact: { name: string; address: string }
  /** Open to everybody: calendars are shared, so no personal link goes in. */
  url: string
  stampedAt: Date
  cancelled?: boolean
}

/**
 * The calendar file of a session, RFC 5545, the same bytes for the same input.
 *
 * METHOD:PUBLISH and no attendee: a file that people put in their calendar themselves. REQUEST would make it an invitation:
 * Outlook then shows the entry in place of our mail, and every "accept" sends a mail to the contact. RFC 5546, 3.2.1 wants
 * an organizer in what is published; without an attendee nobody answers to it.
 */
export function sessionCalendar(file: CalendarFile): { content: string; method: 'PUBLISH' | 'CANCEL' } {
  const method = file.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
  const calendar = ical({
    prodId: { company: 'Aanschuif', product: 'Kennissessies', language: 'NL' },
    method,
    timezone: { name: null, generator: dutchTimeZone },
  })
  calendar.createEvent({
    id: file.uid,
    sequence: file.sequence,
    stamp: file.stampedAt,
    start: new DutchDate(file.startsAt),
    end: new DutchDate(file.endsAt),
    timezone: timeZone,
    summary: oneLine(file.title),
    location: 'Online',
    description: `${file.cancelled ? 'Deze afspraak vervalt.' : 'De link om mee te doen krijg je per mail.'}\n\nMeer over deze kennissessie: ${file.url}`,
    url: file.url,
    organizer: { name: withoutQuotes(oneLine(file.contact.name)), email: file.contact.address },
    status: file.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: file.cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  })
  return { content: calendar.toString(), method }
}

// The library follows the newest tz data, in which Amsterdam is another name for Brussels: same rules, and the block then
// carries a name that no time in the file refers to.
function dutchTimeZone(): string {
  const [block = ''] = tzlib_get_ical_block(timeZone)
  return block.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${timeZone}`)
}

/**
 * ical-generator writes a Date with a zone as the clock of this machine shows it, unless the date says it knows its zone
 * (as those of date-fns do). This one does, and answers with the time on a Dutch wall.
 */
class DutchDate extends Date {
  readonly internal: Date
  readonly tzComponents: () => string[]
  readonly withTimeZone: () => DutchDate

  constructor(at: Date) {
    super(at)
    const { year, month, day, hour, minute } = wallTime(at)
    this.internal = at
    this.tzComponents = () => []
    this.withTimeZone = () => this
    this.getFullYear = () => year
    this.getMonth = () => month - 1
    this.getDate = () => day
    this.getHours = () => hour
    this.getMinutes = () => minute
  }
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
const withoutQuotes = (text: string) => text.replaceAll('"', "'")
