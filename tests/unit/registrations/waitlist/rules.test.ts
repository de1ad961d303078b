import { describe, expect, test } from 'vitest'
import { fewSeatsLeftInWords, isSessionFull, seatAvailabilityInWords } from '@/components/session/seats-copy'
import {
  availableSeats,
  freeSeats,
  hasFreeSeat,
  offerExpiry,
  offersToMake,
  type Seats,
} from '@/lib/registrations/waitlist/rules'
import { capacitySchema } from '@/lib/registrations/waitlist/schema'

const seats = (different: Partial<Seats>): Seats => ({
  capacity: 10,
  taken: 8,
  offered: 0,
  waitlisted: 0,
  ...different,
})

describe('seats', () => {
  test.each([
    ['some are free', {}, { free: 2, hasSeat: true, offers: 0, left: 2 }],
    ['all are taken', { taken: 10 }, { free: 0, hasSeat: false, offers: 0, left: 0 }],
    ['one is offered', { taken: 9, offered: 1 }, { free: 0, hasSeat: false, offers: 0, left: 0 }],
    ['participants wait for the free seats', { waitlisted: 5 }, { free: 2, hasSeat: false, offers: 2, left: 0 }],
    ['fewer participants wait than seats are free', { waitlisted: 1 }, { free: 2, hasSeat: false, offers: 1, left: 0 }],
    [
      'more seats are taken than there are',
      { taken: 12, waitlisted: 1 },
      { free: -2, hasSeat: false, offers: 0, left: 0 },
    ],
    [
      'there is no limit',
      { capacity: null, waitlisted: 3 },
      { free: Number.POSITIVE_INFINITY, hasSeat: false, offers: 3, left: 0 },
    ],
  ])('are counted when %s', (_, different, { free, hasSeat, offers, left }) => {
    const counts = seats(different)
    expect(freeSeats(counts)).toBe(free)
    expect(hasFreeSeat(counts)).toBe(hasSeat)
    expect(offersToMake(counts)).toBe(offers)
    expect(availableSeats(counts)).toBe(left)
  })

  test('are offered for two days but never beyond the closing of registration', () => {
    const closes = { cancelledAt: null, registrationClosesAt: new Date('2022-10-31T23:00:00Z') }
    expect(offerExpiry(closes, new Date('2022-10-01T08:00:00Z'))).toEqual(new Date('2022-10-03T08:00:00Z'))
    expect(offerExpiry(closes, new Date('2022-10-31T08:00:00Z'))).toEqual(closes.registrationClosesAt)
  })
})

test.each([
  [null, '', '', false],
  [seats({ capacity: 2000 }), '', '2.000. Er is nog plaats.', false],
  [seats({ capacity: 28 }), 'Nog 20 plaatsen vrij.', '28. Nog 20 plaatsen vrij.', false],
  [seats({ capacity: 9 }), 'Nog 1 plaats vrij.', '9. Nog 1 plaats vrij.', false],
  [seats({ capacity: 8 }), '', '8, allemaal bezet', true],
  [seats({ waitlisted: 1 }), '', '10, allemaal bezet', true],
])('seat copy for visitors describes %o', (counts, few, all, full) => {
  expect(fewSeatsLeftInWords({ seats: counts })).toBe(few)
  expect(seatAvailabilityInWords({ seats: counts })).toBe(all)
  expect(isSessionFull({ seats: counts })).toBe(full)
})

describe('capacitySchema', () => {
  const parse = (capacity: unknown) => {
    const parsed = capacitySchema.safeParse({ capacity })
    return parsed.success ? parsed.data.capacity : parsed.error.issues[0]?.message
  }
  test.each([
    ['', null],
    ['   ', null],
    ['40', 40],
    [' 1.500 ', 1500],
    ['100000', 100_000],
    ['007', 7],
    ['0', 'too-few'],
    ['100001', 'too-many'],
    ['9'.repeat(12), 'too-many'],
    ['9'.repeat(400), 'not-a-number'],
    ['-4', 'not-a-number'],
    ['4,5', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['veel', 'not-a-number'],
    ['４０', 'not-a-number'],
    [undefined, 'not-a-number'],
  ])('parses %j as %j', (typed, result) => expect(parse(typed)).toBe(result))
})
