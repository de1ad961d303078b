import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { sessionCalendar } from '@/lib/notifications/rendering/calendar'
import { amsterdamInstant } from '@/lib/platform/time'
import { unsafeCharacters } from '@/tests/support/hostile-input/unsafe-text'

const input = {
  uid: 'registration@example.nl',
  sequence: 3,
  title: 'Kennissessie: beleid; "samen", <nu> & \\ later 🎉',
  startsAt: new Date('2022-11-08T14:00:00Z'),
  endsAt: new Date('2022-11-08T15:30:00Z'),
  contact: { name: 'Sam "S" Voorbeeld', address: 'contact@example.nl' },
  url: 'https://aanmelden.example.nl/sessies/voorbeeld',
  stampedAt: new Date('2022-10-01T08:00:00Z'),
}

function parse(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  const vevent = calendar.getFirstSubcomponent('vevent')
  if (!zone || !vevent) throw new Error('no zone or no event')
  const timezone = new ICAL.Timezone(zone)
  const event = new ICAL.Event(vevent)
  const instant = (property: 'dtstart' | 'dtend') => {
    const time = vevent.getFirstPropertyValue(property) as ICAL.Time
    time.zone = timezone
    return time.toJSDate()
  }
  const zoneOf = (property: string) => vevent.getFirstProperty(property)?.getParameter('tzid')
  return { calendar, zone, vevent, event, instant, zoneOf }
}

describe('the calendar file', () => {
  const { content, method } = sessionCalendar(input)
  const parsed = parse(content)

  test('has method PUBLISH, and neither an organizer to answer nor attendees', () => {
    expect(method).toBe('PUBLISH')
    expect(parsed.calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(parsed.vevent.getAllProperties('attendee')).toEqual([])
    expect(parsed.vevent.getAllProperties('organizer')).toEqual([])
  })

  test.each([
    'Sam "S" Voorbeeld',
    "Voorbeeld ^n ^' ^^; de, \\n",
    'Sam\r\nATTENDEE:mailto:x@example.nl',
    'Een heel lange naam van een contactpersoon bij een instituut met een lange naam, afdeling kennissessies',
  ])('names the contact %j, whose characters stay as they are', (name) => {
    const contact = { name, address: 'contact@example.nl' }
    for (const cancelled of [false, true]) {
      const { vevent } = parse(sessionCalendar({ ...input, contact, cancelled }).content)
      const expected = `${name.replace('\r\n', ' ')}, contact@example.nl`
      expect(vevent.getAllProperties('contact').map((property) => property.getFirstValue())).toEqual([expected])
      expect(vevent.getAllProperties('attendee')).toEqual([])
    }
  })

  test('holds UID, SEQUENCE, DTSTAMP, summary and location', () => {
    expect(parsed.event.uid).toBe(input.uid)
    expect(parsed.event.sequence).toBe(3)
    expect((parsed.vevent.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate()).toEqual(input.stampedAt)
    expect(parsed.event.summary).toBe(input.title)
    expect(parsed.event.location).toBe('Online')
    expect(parsed.event.description).toContain('Laat hem opnieuw mailen op de pagina van de kennissessie.')
    expect(parsed.event.description).toContain(input.url)
  })

  test('uses one name for the time zone in its definition and in its times', () => {
    expect(parsed.zone.getFirstPropertyValue('tzid')).toBe('Europe/Amsterdam')
    expect([parsed.zoneOf('dtstart'), parsed.zoneOf('dtend')]).toEqual(['Europe/Amsterdam', 'Europe/Amsterdam'])
    expect(content).toContain('DTSTART;TZID=Europe/Amsterdam:20221108T150000')
  })

  test('has equal bytes for equal input, in lines of at most 75 bytes that end in CRLF', () => {
    expect(sessionCalendar({ ...input }).content).toBe(content)
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(content).toMatch(/END:VCALENDAR\r\n$/)
    const longest = Math.max(...content.split('\r\n').map((line) => Buffer.byteLength(line)))
    expect(longest).toBeLessThanOrEqual(75)
  })

  test.each(unsafeCharacters)('holds no character %j of a title or name', (unsafe) => {
    const title = `Een${unsafe}twee`
    const { content } = sessionCalendar({ ...input, title, contact: { ...input.contact, name: title } })
    expect(parse(content).event.summary).toMatch(/^Een ?twee$/)
    expect(content.replaceAll('\r\n', '')).not.toContain(unsafe)
  })

  test('puts a title with line ends on one line', () => {
    const { content } = sessionCalendar({ ...input, title: 'Een\r\nATTENDEE:mailto:x@example.nl\u0000' })
    expect(parse(content).event.summary).toBe('Een ATTENDEE:mailto:x@example.nl')
  })
})

describe('the times of a calendar file, read with its own time zone', () => {
  // Both sides of both changes of the clock, in 2022 and in 2027.
  test.each([
    { year: 2022, month: 3, day: 26, hour: 15, minute: 0 },
    { year: 2022, month: 3, day: 27, hour: 1, minute: 59 },
    { year: 2022, month: 3, day: 27, hour: 3, minute: 0 },
    { year: 2022, month: 3, day: 28, hour: 15, minute: 0 },
    { year: 2022, month: 10, day: 29, hour: 15, minute: 0 },
    { year: 2022, month: 10, day: 30, hour: 1, minute: 59 },
    { year: 2022, month: 10, day: 30, hour: 3, minute: 0 },
    { year: 2022, month: 10, day: 31, hour: 15, minute: 0 },
    { year: 2027, month: 3, day: 27, hour: 15, minute: 0 },
    { year: 2027, month: 3, day: 28, hour: 15, minute: 0 },
    { year: 2027, month: 10, day: 30, hour: 15, minute: 0 },
    { year: 2027, month: 10, day: 31, hour: 15, minute: 0 },
  ])('$year-$month-$day $hour:$minute', (wall) => {
    const startsAt = amsterdamInstant(wall)
    const endsAt = new Date(startsAt.getTime() + 90 * 60_000)
    const { instant, vevent } = parse(sessionCalendar({ ...input, startsAt, endsAt }).content)
    const start = vevent.getFirstPropertyValue('dtstart') as ICAL.Time
    expect({ hour: start.hour, minute: start.minute, day: start.day }).toEqual({
      hour: wall.hour,
      minute: wall.minute,
      day: wall.day,
    })
    expect(instant('dtstart')).toEqual(startsAt)
    expect(instant('dtend')).toEqual(endsAt)
  })
})
