import ical, {
  escape as escapeText,
  foldLines,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { oneLine } from '@/lib/platform/text'
import { timeZone, wallTime } from '@/lib/platform/time'

type CalendarFile = {
  /** UID of the calendar entry, the same in every file for a registration: a later file then replaces the entry. */
  uid: string
  sequence: number
  title: string
  startsAt: Date
  endsAt: Date
  contact: { name: string; address: string }
  /** Public page of the session. The calendar file holds no personal link, because calendars are shared. */
  url: string
  stampedAt: Date
  cancelled?: boolean
}

const howToJoin =
  'De link om mee te doen krijg je per mail. Vind je die straks niet? Laat hem opnieuw mailen op de pagina van de kennissessie.'

/**
 * Returns the calendar file (RFC 5545) that adds a session or, if `cancelled`, removes it. Equal input gives equal bytes.
 *
 * METHOD:PUBLISH without attendees is a file to import. REQUEST would make it an invitation: Outlook then shows the
 * entry instead of our mail, and every "accept" mails the contact. RFC 5546, section 3.2.1 asks for an organizer in a
 * published file, but calendar apps offer to answer an organizer. The contact is in CONTACT instead.
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
    description: `${file.cancelled ? 'Deze afspraak vervalt.' : howToJoin}\n\nMeer over deze kennissessie: ${file.url}`,
    url: file.url,
    status: file.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: file.cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  })
  const { name, address } = file.contact
  // ical-generator writes no CONTACT, and no line end after the last line.
  const contact = foldLines(`CONTACT:${escapeText(oneLine(`${name}, ${address}`), false)}`)
  const content = calendar.toString().replace(/^END:VEVENT$/m, () => `${contact}\r\nEND:VEVENT`)
  return { content: `${content.trimEnd()}\r\n`, method }
}

// In the newest tz data Amsterdam is an alias of Brussels, so the library's block is named Brussels. The times in the
// file refer to Amsterdam, so this function restores that name. The rules are equal.
function dutchTimeZone(): string {
  const [block = ''] = tzlib_get_ical_block(timeZone)
  return block.replace(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${timeZone}`)
}

/**
 * A date whose getters return Dutch wall time. ical-generator would write a plain Date in the time zone of the machine. It
 * uses the getters of a date with `internal`, `tzComponents` and `withTimeZone`, as the date-fns libraries make.
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
