import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { auth, getLogin, recordLoginUse } from '@/lib/organisers/auth'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { type LoginResult, logIn, logOut } from '@/lib/organisers/login'
import { purgeExpiredLogins } from '@/lib/organisers/retention'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { cookieHeader, ip, password } from './organiser-fixtures'

const email = 'voorbeeld@example.nl'

const { db } = await createTestDatabase()
await createFirstOrganiser({ name: 'Voorbeeld', email, password }, { now: new Date() })

beforeEach(async () => {
  await db.rateLimit.deleteMany()
  await db.login.deleteMany()
})
afterEach(() => vi.useRealTimers())

const logInWith = (different: Partial<Parameters<typeof logIn>[0]> = {}) =>
  logIn({ email, password, ip, ...different }, { now: new Date() })
const logInWithWrongPassword = (different: Partial<Parameters<typeof logIn>[0]> = {}) =>
  logInWith({ password: 'geen goed wachtwoord', ...different })
const resultCode = (result: LoginResult) => (result.ok ? 'in' : result.reason)

async function attemptSequentially(count: number, attempt: (index: number) => Promise<LoginResult>): Promise<string[]> {
  const results: string[] = []
  for (let index = 0; index < count; index += 1) results.push(resultCode(await attempt(index)))
  return results
}

function headersWith(result: LoginResult): Headers {
  if (!result.ok) throw new Error('not logged in')
  return new Headers({ cookie: cookieHeader(result.value) })
}

async function durationMs(attempt: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await attempt()
  return performance.now() - startedAt
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

function advanceClock(minutes: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
}

describe('logIn', () => {
  test('returns a login cookie that scripts cannot read', async () => {
    const result = await logInWith()
    const login = await getLogin(headersWith(result), new Date())
    expect(login?.organiser).toMatchObject({ name: 'Voorbeeld', email })
    expect(result).toMatchObject({
      value: [
        { name: 'aanschuif.session_token', httpOnly: true, sameSite: 'lax', path: '/' },
        { name: 'aanschuif.known_browser', httpOnly: true, sameSite: 'lax', path: '/' },
      ],
    })
  })

  test('ignores case in the address and stores no IP address or browser', async () => {
    expect(resultCode(await logInWith({ email: ' VOORBEELD@example.nl '.trim() }))).toBe('in')
    expect(await db.login.findFirst()).toMatchObject({ ipAddress: '', userAgent: '' })
  })

  test.each([
    ['a wrong password', { password: 'geen goed wachtwoord' }],
    ['an unknown address', { email: 'onbekend@example.nl' }],
    ['a malformed address', { email: 'geen adres' }],
    ['an enormous password', { password: 'a'.repeat(5_000) }],
    ['a shortened password', { password: password.slice(0, -1) }],
    ['the password with a trailing space', { password: `${password} ` }],
    ['an address with a NUL', { email: `${email}\u0000` }],
    ['empty fields', { email: '', password: '' }],
  ])('refuses %s as wrong', async (_, different) => {
    expect(await logInWith(different)).toEqual({ ok: false, reason: 'wrong' })
  })

  test('takes as long for an unknown address as for a wrong password', async () => {
    const attempts = {
      wrong: () => logInWithWrongPassword(),
      unknown: () => logInWithWrongPassword({ email: 'onbekend@example.nl' }),
      // Control: better-auth refuses this before it hashes, which the measurement must show.
      unhashed: () => logInWithWrongPassword({ email: 'geen adres' }),
    }
    const ratios: { unknown: number; unhashed: number }[] = []
    for (let round = 0; round < 7; round += 1) {
      await db.rateLimit.deleteMany()
      // Measured in turn, so that a changing load affects all alike.
      const known = await durationMs(attempts.wrong)
      const unknown = (await durationMs(attempts.unknown)) / known
      ratios.push({ unknown, unhashed: (await durationMs(attempts.unhashed)) / known })
    }
    expect(median(ratios.map(({ unknown }) => unknown))).toBeGreaterThan(0.5)
    expect(median(ratios.map(({ unknown }) => unknown))).toBeLessThan(2)
    expect(median(ratios.map(({ unhashed }) => unhashed))).toBeLessThan(0.5)
  }, 60_000)

  test('gives a login that ends after 12 hours without use, whose cookie cannot be tampered with', async () => {
    const headers = headersWith(await logInWith())
    const tampered = new Headers({ cookie: (headers.get('cookie') ?? '').replace(/=./, '=_') })
    expect(await getLogin(tampered, new Date())).toBeNull()
    advanceClock(12 * 60 - 1)
    expect(await getLogin(headers, new Date())).not.toBeNull()
    advanceClock(2)
    expect(await getLogin(headers, new Date())).toBeNull()
    await purgeExpiredLogins(new Date())
    expect(await db.login.count()).toBe(0)
  })

  test('gives a login that lasts a week while it is used, and no longer', async () => {
    const headers = headersWith(await logInWith())
    for (let hours = 0; hours < 7 * 24 - 10; hours += 10) {
      const login = await getLogin(headers, new Date())
      expect(login, `after ${hours} hours`).not.toBeNull()
      if (login) await recordLoginUse(login, new Date())
      advanceClock(10 * 60)
    }
    advanceClock(10 * 60)
    expect(await getLogin(headers, new Date())).toBeNull()
  })

  test('records the use of a login at most once an hour', async () => {
    const headers = headersWith(await logInWith())
    const before = await db.login.findMany()
    for (const minutes of [0, 59]) {
      advanceClock(minutes)
      const login = await getLogin(headers, new Date())
      if (login) await recordLoginUse(login, new Date())
    }
    expect(await db.login.findMany()).toEqual(before)
  })
})

describe('logOut', () => {
  test('deletes this login only and clears its cookie', async () => {
    const headers = headersWith(await logInWith())
    const other = headersWith(await logInWith())
    const cookies = await logOut(headers)
    expect(cookies).toContainEqual(expect.objectContaining({ name: 'aanschuif.session_token', value: '', maxAge: 0 }))
    expect(await getLogin(headers, new Date())).toBeNull()
    expect(await getLogin(other, new Date())).not.toBeNull()
    expect(await db.login.count()).toBe(1)
  })

  test('succeeds without a login', async () => {
    await expect(logOut(new Headers())).resolves.toBeInstanceOf(Array)
  })
})

describe('limit per address', () => {
  test('refuses every attempt after five wrong ones, from any IP address', async () => {
    expect(await attemptSequentially(6, () => logInWithWrongPassword())).toEqual([...Array(5).fill('wrong'), 'wait'])
    expect(await logInWith()).toEqual({ ok: false, reason: 'wait', minutes: 15 })
    expect(resultCode(await logInWith({ ip: '198.51.100.1', email: email.toUpperCase() }))).toBe('wait')
  })

  test('returns the minutes to wait, and then allows a login', async () => {
    advanceClock(0) // Stops the clock during the attempts.
    await attemptSequentially(5, () => logInWithWrongPassword())
    advanceClock(10)
    expect(await logInWith()).toEqual({ ok: false, reason: 'wait', minutes: 5 })
    advanceClock(4.9)
    expect(await logInWith()).toEqual({ ok: false, reason: 'wait', minutes: 1 })
    advanceClock(0.2)
    expect(resultCode(await logInWith())).toBe('in')
  })

  test('also applies to an unknown address, so it reveals nothing', async () => {
    expect(await attemptSequentially(6, () => logInWithWrongPassword({ email: 'onbekend@example.nl' }))).toEqual([
      ...Array(5).fill('wrong'),
      'wait',
    ])
  })

  test('does not affect another address', async () => {
    await attemptSequentially(6, () => logInWithWrongPassword({ email: 'onbekend@example.nl' }))
    expect(resultCode(await logInWith())).toBe('in')
  })

  test('allows five of many concurrent attempts', async () => {
    const results = (await Promise.all(Array.from({ length: 15 }, () => logInWithWrongPassword()))).map(resultCode)
    expect(results.filter((result) => result === 'wrong')).toHaveLength(5)
    expect(results.filter((result) => result === 'wait')).toHaveLength(10)
  })

  test('is reset by the right password', async () => {
    await attemptSequentially(4, () => logInWithWrongPassword())
    expect(resultCode(await logInWith())).toBe('in')
    expect(await attemptSequentially(6, () => logInWithWrongPassword())).toEqual([...Array(5).fill('wrong'), 'wait'])
  })
})

describe('limit per IP address', () => {
  const someAddress = (index: number) => logInWithWrongPassword({ email: `iemand${index}@example.nl` })

  test('refuses every attempt from that IP address after twenty wrong ones', async () => {
    expect(await attemptSequentially(21, someAddress)).toEqual([...Array(20).fill('wrong'), 'wait'])
    expect(resultCode(await logInWith())).toBe('wait')
    expect(resultCode(await logInWith({ ip: '198.51.100.1' }))).toBe('in')
  })

  test('counts the addresses of an IPv6 /64 as one', async () => {
    await attemptSequentially(20, (index) =>
      logInWithWrongPassword({ email: `iemand${index}@example.nl`, ip: `2001:db8:1:2::${index + 1}` }),
    )
    expect(resultCode(await logInWith({ ip: '2001:db8:1:2:ffff::1' }))).toBe('wait')
    expect(resultCode(await logInWith({ ip: '2001:db8:1:3::1' }))).toBe('in')
  })

  test('does not count successful logins', async () => {
    expect(await attemptSequentially(25, () => logInWith())).toEqual(Array(25).fill('in'))
  })

  test('does not count attempts for an address that has to wait', async () => {
    await attemptSequentially(30, () => logInWithWrongPassword())
    expect(resultCode(await logInWith({ email: 'onbekend@example.nl' }))).toBe('wrong')
  })
})

test('better-auth refuses to sign up an organiser', async () => {
  const signUp = auth().api.signUpEmail({ body: { name: 'Voorbeeld', email: 'nieuw@example.nl', password } })
  await expect(signUp).rejects.toThrow()
  expect(await db.organiser.count()).toBe(1)
})
