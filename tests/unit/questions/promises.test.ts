import { describe, expect, test } from 'vitest'
import { promisesSince } from '@/lib/questions/rules'
import type { TriageState } from '@/lib/questions/schema'

const closedAt = new Date('2022-10-01T08:00:00Z')
const before = new Date('2022-09-30T08:00:00Z')
const after = new Date('2022-10-01T08:00:00.001Z')
const asked = (askedAt: Date, state: TriageState = 'fresh', inTime = true) => ({ askedAt, state, inTime })
const since = (openPromises: number, ...questions: ReturnType<typeof asked>[]) =>
  promisesSince({ closedAt, openPromises }, questions)

describe('promises that a closed vragenronde did not know of', () => {
  test('are those that came in after it, and not those it was closed with', () => {
    expect(since(2, asked(before), asked(before))).toBe(0)
    expect(since(1, asked(before), asked(after), asked(after))).toBe(2)
    expect(since(1, asked(after)), 'the one of then cancelled').toBe(1)
  })

  test('are also those of who signed up before it and got a place, or came back, after it', () => {
    expect(since(0, asked(before))).toBe(1)
    expect(since(1, asked(before), asked(before))).toBe(1)
  })

  test('are none that came too late, or are chosen or answered', () => {
    expect(since(0, asked(after, 'chosen'), asked(after, 'answered'), asked(after, 'fresh', false))).toBe(0)
    expect(since(0, asked(after, 'outside'), asked(after, 'inWriting'))).toBe(2)
  })
})
