import { describe, expect, test } from 'vitest'
import { guaranteeText } from '@/app/(public)/aanmelding/[token]/wijzigen/_components/change-form-copy'

const deadline = new Date('2022-10-17T22:00:00Z')
const promises = ['kept', 'not-covered', 'none', 'still-open', 'too-late'] as const

describe('what is said of a promise', () => {
  test.each(promises)('depends on getting a place for who waits: %s', (promise) => {
    expect(guaranteeText(promise, { deadline, isWaitlisted: true })).toMatch(/krijg je een plek/i)
    expect(guaranteeText(promise, { deadline, isWaitlisted: false })).not.toMatch(/krijg je een plek/i)
  })

  test.each(['none', 'too-late'] as const)('promises nothing to who was too late: %s', (promise) => {
    expect(guaranteeText(promise, { deadline, isWaitlisted: false })).not.toContain('zeker')
  })
})
