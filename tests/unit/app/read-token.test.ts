import { expect, it } from 'vitest'
import { readToken } from '@/app/read-token'
import { personalToken } from '@/lib/platform/personal-token'
import { poison } from '@/tests/support/hostile'

it('gives back what stands in a personal link, and of anything else nothing', () => {
  const token = personalToken('take-part', { id: '6f9619ff-8b86-4011-b42d-00c04fc964ff', linkVersion: 1_000_000 })
  expect(readToken(token)).toBe(token)
  for (const given of [poison, '', 'x'.repeat(60_000), '../..', 'a/b', undefined, null, 1, {}, [token]])
    expect(readToken(given)).toBe('-')
})
