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

describe('the places', () => {
  test.each([
    ['some are free', {}, { free: 2, room: true, offers: 0, left: 2 }],
    ['all are taken', { taken: 10 }, { free: 0, room: false, offers: 0, left: 0 }],
    ['one is kept for somebody', { taken: 9, offered: 1 }, { free: 0, room: false, offers: 0, left: 0 }],
    ['others wait for what is free', { waitlisted: 5 }, { free: 2, room: false, offers: 2, left: 0 }],
    ['fewer wait than are free', { waitlisted: 1 }, { free: 2, room: false, offers: 1, left: 0 }],
    ['there are fewer than are taken', { taken: 12, waitlisted: 1 }, { free: -2, room: false, offers: 0, left: 0 }],
    [
      'there is no limit',
      { capacity: null, waitlisted: 3 },
      { free: Number.POSITIVE_INFINITY, room: false, offers: 3, left: 0 },
    ],
  ])('when %s', (_, different, { free, room, offers, left }) => {
    const standing = seats(different)
    expect(freeSeats(standing)).toBe(free)
    expect(hasFreeSeat(standing)).toBe(room)
    expect(offersToMake(standing)).toBe(offers)
    expect(availableSeats(standing)).toBe(left)
  })

  test('are kept two days, and never beyond the closing', () => {
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
])('are told to who thinks about signing up: %o', (standing, few, all, full) => {
  expect(fewSeatsLeftInWords({ seats: standing })).toBe(few)
  expect(seatAvailabilityInWords({ seats: standing })).toBe(all)
  expect(isSessionFull({ seats: standing })).toBe(full)
})

describe('how many places there are, as it is typed', () => {
  const read = (capacity: unknown) => {
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
  ])('%j', (typed, meant) => expect(read(typed)).toBe(meant))
})
