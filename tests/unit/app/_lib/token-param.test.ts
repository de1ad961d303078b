import { expect, it } from 'vitest'
import { tokenOrDash } from '@/app/_lib/token-param'
import { createPersonalToken } from '@/lib/personal-links/token'
import { poisonText } from '@/tests/support/hostile-input/payloads'

it('gives back what stands in a personal link, and of anything else nothing', () => {
  const token = createPersonalToken('take-part', {
    id: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
    tokenVersion: 1_000_000,
  })
  expect(tokenOrDash(token)).toBe(token)
  for (const given of [poisonText, '', 'x'.repeat(60_000), '../..', 'a/b', undefined, null, 1, {}, [token]])
    expect(tokenOrDash(given)).toBe('-')
})
