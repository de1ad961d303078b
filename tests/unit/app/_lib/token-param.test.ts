import { expect, it } from 'vitest'
import { tokenOrDash } from '@/app/_lib/token-param'
import { createPersonalToken } from '@/lib/personal-links/token'
import { poisonText } from '@/tests/support/hostile-input/payloads'

it('tokenOrDash returns a token of a personal link and a dash for anything else', () => {
  const token = createPersonalToken('take-part', {
    id: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
    tokenVersion: 1_000_000,
  })
  expect(tokenOrDash(token)).toBe(token)
  for (const input of [poisonText, '', 'x'.repeat(60_000), '../..', 'a/b', undefined, null, 1, {}, [token]])
    expect(tokenOrDash(input)).toBe('-')
})
