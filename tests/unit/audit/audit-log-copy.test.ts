import { describe, expect, it } from 'vitest'
import { describeSubject } from '@/components/audit/audit-log-copy'

describe('describeSubject', () => {
  it('says what kind of subject is gone', () => {
    expect(describeSubject({ type: 'registration', label: null })).toBe('Een aanmelding die er niet meer is')
    expect(describeSubject({ type: 'onbekend', label: null })).toBe('Iets dat er niet meer is')
  })
})
