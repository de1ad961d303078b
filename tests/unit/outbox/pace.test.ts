import { describe, expect, test } from 'vitest'
import { freeSlots } from '@/lib/outbox/pace'

const now = new Date('2022-10-01T08:00:00Z')
const after = (ms: number) => new Date(now.getTime() + ms)

describe('freeSlots', () => {
  test.each([
    ['none before the next slot', 30, 1, 0],
    ['one at the next slot', 30, 0, 1],
    ['at most one extra after an idle hour, with a slot every two seconds', 30, -3_600_000, 2],
    ['those of the last second, with ten slots a second', 600, -3_600_000, 11],
    ['those since the next slot', 600, -250, 3],
  ])('gives %s', (_what, perMinute, nextInMs, count) => {
    expect(freeSlots({ nextAt: after(nextInMs), perMinute, now })).toMatchObject({ count })
  })
})
