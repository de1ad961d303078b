import { describe, expect, it } from 'vitest'
import { fieldErrors } from '@/components/form/field-errors'

const messages = {
  name: { missing: 'Vul een naam in' },
  email: { missing: 'Vul een adres in', invalid: 'Kijk het adres na' },
}

describe('fieldErrors', () => {
  it('gives the messages in the order of the form', () => {
    const errors = fieldErrors<'missing' | 'invalid'>(messages, { email: 'invalid', name: 'missing' })
    expect(Object.entries(errors)).toEqual([
      ['name', 'Vul een naam in'],
      ['email', 'Kijk het adres na'],
    ])
  })

  it('falls back to a general message for a reason without one', () => {
    expect(fieldErrors<'missing' | 'invalid'>(messages, { name: 'invalid' })).toEqual({ name: 'Kijk dit na' })
  })

  it('leaves out fields that were not refused', () => {
    expect(fieldErrors(messages, {})).toEqual({})
  })
})
