import { describe, expect, test } from 'vitest'
import { promiseInWords } from '@/components/own-sign-up/own-change-words'

const deadline = new Date('2022-10-17T22:00:00Z')
const promises = ['kept', 'not-covered', 'none', 'still-open', 'too-late'] as const

describe('what is said of a promise', () => {
  test.each(promises)('depends on getting a place for who waits: %s', (promise) => {
    expect(promiseInWords(promise, { deadline, waits: true })).toMatch(/krijg je een plek/i)
    expect(promiseInWords(promise, { deadline, waits: false })).not.toMatch(/krijg je een plek/i)
  })

  test.each(['none', 'too-late'] as const)('promises nothing to who was too late: %s', (promise) => {
    expect(promiseInWords(promise, { deadline, waits: false })).not.toContain('zeker')
  })
})
