import { describe, expect, test } from 'vitest'
import { countNewOpenGuarantees } from '@/lib/triage/rules'
import type { TriageState } from '@/lib/triage/schema'

const closedAt = new Date('2022-10-01T08:00:00Z')
const before = new Date('2022-09-30T08:00:00Z')
const after = new Date('2022-10-01T08:00:00.001Z')
const question = (askedAt: Date, state: TriageState = 'new', askedBeforeDeadline = true) => ({
  askedAt,
  state,
  askedBeforeDeadline,
})
const newOpenGuarantees = (openGuarantees: number, ...questions: ReturnType<typeof question>[]) =>
  countNewOpenGuarantees({ closedAt, openGuarantees }, questions)

describe('countNewOpenGuarantees', () => {
  test('counts guarantees asked after closing and not those that the round was closed with', () => {
    expect(newOpenGuarantees(2, question(before), question(before))).toBe(0)
    expect(newOpenGuarantees(1, question(before), question(after), question(after))).toBe(2)
    expect(newOpenGuarantees(1, question(after)), 'the asker of the earlier one cancelled').toBe(1)
  })

  test('counts an earlier registration that was restored or got a seat after closing', () => {
    expect(newOpenGuarantees(0, question(before))).toBe(1)
    expect(newOpenGuarantees(1, question(before), question(before))).toBe(1)
  })

  test('does not count questions after the deadline or in the programme', () => {
    expect(
      newOpenGuarantees(0, question(after, 'chosen'), question(after, 'answered'), question(after, 'new', false)),
    ).toBe(0)
    expect(newOpenGuarantees(0, question(after, 'outOfScope'), question(after, 'answerInWriting'))).toBe(2)
  })
})
