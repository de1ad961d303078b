import { describe, expect, test } from 'vitest'
import { guaranteeText } from '@/app/(public)/aanmelding/[token]/wijzigen/_components/change-form-copy'

const deadline = new Date('2022-10-17T22:00:00Z')
const guarantees = ['kept', 'not-covered', 'none', 'still-open', 'too-late'] as const

describe('guaranteeText', () => {
  test.each(guarantees)('mentions the seat only to a waitlisted participant: %s', (guarantee) => {
    expect(guaranteeText(guarantee, { deadline, isWaitlisted: true })).toMatch(/krijg je een plek/i)
    expect(guaranteeText(guarantee, { deadline, isWaitlisted: false })).not.toMatch(/krijg je een plek/i)
  })

  test.each(['none', 'too-late'] as const)('promises nothing after the deadline: %s', (guarantee) => {
    expect(guaranteeText(guarantee, { deadline, isWaitlisted: false })).not.toContain('zeker')
  })
})
