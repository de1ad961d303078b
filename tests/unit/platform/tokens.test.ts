import { afterEach, describe, expect, it } from 'vitest'
import { deriveDigest, sign, verify } from '@/lib/platform/tokens'

const initialSecret = process.env.APP_SECRET
afterEach(() => {
  process.env.APP_SECRET = initialSecret
})

describe('a signed token', () => {
  it('returns its payload', () => {
    expect(verify('signed-up', sign('signed-up', { email: 'é@example.nl' }))).toEqual({ email: 'é@example.nl' })
  })

  it('is not valid for another purpose', () => {
    expect(verify('sign-up-form', sign('signed-up', 1))).toBeNull()
  })

  it.each(['', '.', 'a.b', 'a.b.c', '💥', `${sign('signed-up', 1)}x`, sign('signed-up', 1).slice(1)])(
    'is refused when it is %j',
    (token) => {
      expect(verify('signed-up', token)).toBeNull()
    },
  )

  it('of an older secret is still valid, and new tokens use the first secret', () => {
    process.env.APP_SECRET = 'oud-oud-oud-oud-oud-oud-oud-oud-oud'
    const old = sign('signed-up', 1)
    process.env.APP_SECRET = 'nieuw-nieuw-nieuw-nieuw-nieuw-nieuw, oud-oud-oud-oud-oud-oud-oud-oud-oud'
    expect(verify('signed-up', old)).toBe(1)
    expect(sign('signed-up', 1)).not.toBe(old)
    process.env.APP_SECRET = 'nieuw-nieuw-nieuw-nieuw-nieuw-nieuw'
    expect(verify('signed-up', old)).toBeNull()
  })
})

describe('deriveDigest', () => {
  it('is equal for equal text, and differs by purpose', () => {
    expect(deriveDigest('rate-limit', 'x')).toBe(deriveDigest('rate-limit', 'x'))
    expect(deriveDigest('rate-limit', 'x')).not.toBe(deriveDigest('signed-up', 'x'))
  })
})
