import { describe, expect, test } from 'vitest'
import { countNewOpenGuarantees } from '@/lib/triage/rules'
import type { TriageState } from '@/lib/triage/schema'

const closedAt = new Date('2022-10-01T08:00:00Z')
const before = new Date('2022-09-30T08:00:00Z')
const after = new Date('2022-10-01T08:00:00.001Z')
const question = (askedAt: Date, state: TriageState = 'new', inTime = true) => ({ askedAt, state, inTime })
const newOpenGuarantees = (openGuarantees: number, ...questions: ReturnType<typeof question>[]) =>
  countNewOpenGuarantees({ closedAt, openGuarantees }, questions)

describe('promises that a closed vragenronde did not know of', () => {
  test('are those that came in after it, and not those it was closed with', () => {
    expect(newOpenGuarantees(2, question(before), question(before))).toBe(0)
    expect(newOpenGuarantees(1, question(before), question(after), question(after))).toBe(2)
    expect(newOpenGuarantees(1, question(after)), 'the one of then cancelled').toBe(1)
  })

  test('are also those of who signed up before it and got a place, or came back, after it', () => {
    expect(newOpenGuarantees(0, question(before))).toBe(1)
    expect(newOpenGuarantees(1, question(before), question(before))).toBe(1)
  })

  test('are none that came too late, or are chosen or answered', () => {
    expect(
      newOpenGuarantees(0, question(after, 'chosen'), question(after, 'answered'), question(after, 'new', false)),
    ).toBe(0)
    expect(newOpenGuarantees(0, question(after, 'outOfScope'), question(after, 'answerInWriting'))).toBe(2)
  })
})
