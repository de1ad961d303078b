import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { auth } from '@/lib/organisers/auth'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { type LoginResult, logIn, logOut } from '@/lib/organisers/login'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'

const email = 'voorbeeld@example.nl'
const password = 'een goed wachtwoord'
const ip = '192.0.2.1'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await createFirstOrganiser({ name: 'Voorbeeld', email, password }, { now: new Date() })
})
beforeEach(async () => {
  await database.db.rateLimit.deleteMany()
  await database.db.login.deleteMany()
})
afterEach(() => vi.useRealTimers())
afterAll(() => database.drop())

const logInWith = (different: Partial<Parameters<typeof logIn>[0]> = {}) => logIn({ email, password, ip, ...different })
const logInWithWrongPassword = (different: Partial<Parameters<typeof logIn>[0]> = {}) =>
  logInWith({ password: 'geen goed wachtwoord', ...different })
const resultCode = (result: LoginResult) => (result.ok ? 'in' : result.reason)

async function attemptSequentially(count: number, attempt: (index: number) => Promise<LoginResult>): Promise<string[]> {
  const words: string[] = []
  for (let index = 0; index < count; index += 1) words.push(resultCode(await attempt(index)))
  return words
}

function headersWith(result: LoginResult): Headers {
  if (!result.ok) throw new Error('not logged in')
  return new Headers({
    cookie: result.value.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
  })
}

async function durationMs(attempt: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await attempt()
  return performance.now() - began
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

function advanceClock(minutes: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
}

describe('logging in', () => {
  test('gives a cookie that says who this is, and that no script can read', async () => {
    const result = await logInWith()
    const login = await auth().api.getSession({ headers: headersWith(result) })
    expect(login?.user).toMatchObject({ name: 'Voorbeeld', email })
    expect(result).toMatchObject({
      value: [{ name: 'aanschuif.session_token', httpOnly: true, sameSite: 'lax', path: '/' }],
    })
  })

  test('takes the address whatever its capitals, and keeps no IP address or browser with the login', async () => {
    expect(resultCode(await logInWith({ email: ' VOORBEELD@example.nl '.trim() }))).toBe('in')
    expect(await database.db.login.findFirst()).toMatchObject({ ipAddress: '', userAgent: '' })
  })

  test.each([
    ['a wrong password', { password: 'geen goed wachtwoord' }],
    ['an unknown address', { email: 'onbekend@example.nl' }],
    ['what is no address', { email: 'geen adres' }],
    ['a password beyond all length', { password: 'a'.repeat(5_000) }],
    ['the password cut short', { password: password.slice(0, -1) }],
    ['the password with a space', { password: `${password} ` }],
    ['an address with a NUL', { email: `${email}\u0000` }],
    ['nothing', { email: '', password: '' }],
  ])('%s is refused in the same words', async (_, different) => {
    expect(await logInWith(different)).toEqual({ ok: false, reason: 'wrong' })
  })

  test('an unknown address takes as long as a wrong password; a try that hashes nothing does not', async () => {
    const attempts = {
      wrong: () => logInWithWrongPassword(),
      unknown: () => logInWithWrongPassword({ email: 'onbekend@example.nl' }),
      // The control: better-auth refuses this before it hashes, and the measure has to see that.
      unhashed: () => logInWithWrongPassword({ email: 'geen adres' }),
    }
    const ratios: { unknown: number; unhashed: number }[] = []
    for (let round = 0; round < 7; round += 1) {
      await database.db.rateLimit.deleteMany()
      // Side by side in each round, so that a machine that gets busier or calmer meanwhile weighs on all alike.
      const known = await durationMs(attempts.wrong)
      const unknown = (await durationMs(attempts.unknown)) / known
      ratios.push({ unknown, unhashed: (await durationMs(attempts.unhashed)) / known })
    }
    expect(median(ratios.map(({ unknown }) => unknown))).toBeGreaterThan(0.5)
    expect(median(ratios.map(({ unknown }) => unknown))).toBeLessThan(2)
    expect(median(ratios.map(({ unhashed }) => unhashed))).toBeLessThan(0.5)
  }, 60_000)

  test('a cookie that was tampered with, or of a login that ended by itself, is nobody', async () => {
    const headers = headersWith(await logInWith())
    const tampered = new Headers({ cookie: (headers.get('cookie') ?? '').replace(/=./, '=_') })
    expect(await auth().api.getSession({ headers: tampered })).toBeNull()
    advanceClock(12 * 60 - 1)
    expect(await auth().api.getSession({ headers })).not.toBeNull()
    advanceClock(2)
    expect(await auth().api.getSession({ headers })).toBeNull()
  })

  test('looking who is logged in writes nothing', async () => {
    const headers = headersWith(await logInWith())
    const before = await database.db.login.findMany()
    advanceClock(11 * 60)
    await auth().api.getSession({ headers })
    advanceClock(2 * 60)
    await auth().api.getSession({ headers })
    expect(await database.db.login.findMany()).toEqual(before)
  })
})

describe('logging out', () => {
  test('ends the login in the database, so that a kept cookie opens nothing, and clears the cookie', async () => {
    const headers = headersWith(await logInWith())
    const other = headersWith(await logInWith())
    const cookies = await logOut(headers)
    expect(cookies).toContainEqual(expect.objectContaining({ name: 'aanschuif.session_token', value: '', maxAge: 0 }))
    expect(await auth().api.getSession({ headers })).toBeNull()
    expect(await auth().api.getSession({ headers: other })).not.toBeNull()
    expect(await database.db.login.count()).toBe(1)
  })

  test('without a login is no trouble', async () => {
    await expect(logOut(new Headers())).resolves.toBeInstanceOf(Array)
  })
})

describe('after five wrong tries for an address', () => {
  test('it is waiting, also with the right password, and from elsewhere', async () => {
    expect(await attemptSequentially(6, () => logInWithWrongPassword())).toEqual([...Array(5).fill('wrong'), 'wait'])
    expect(await logInWith()).toEqual({ ok: false, reason: 'wait', minutes: 15 })
    expect(resultCode(await logInWith({ ip: '198.51.100.1', email: email.toUpperCase() }))).toBe('wait')
  })

  test('it says how many minutes are left, and then lets in', async () => {
    advanceClock(0) // The tries themselves take no time.
    await attemptSequentially(5, () => logInWithWrongPassword())
    advanceClock(10)
    expect(await logInWith()).toEqual({ ok: false, reason: 'wait', minutes: 5 })
    advanceClock(4.9)
    expect(await logInWith()).toEqual({ ok: false, reason: 'wait', minutes: 1 })
    advanceClock(0.2)
    expect(resultCode(await logInWith())).toBe('in')
  })

  test('an unknown address waits as well: it says nothing about who exists', async () => {
    expect(await attemptSequentially(6, () => logInWithWrongPassword({ email: 'onbekend@example.nl' }))).toEqual([
      ...Array(5).fill('wrong'),
      'wait',
    ])
  })

  test('another address is not held up', async () => {
    await attemptSequentially(6, () => logInWithWrongPassword({ email: 'onbekend@example.nl' }))
    expect(resultCode(await logInWith())).toBe('in')
  })

  test('many at once get no more than five', async () => {
    const results = (await Promise.all(Array.from({ length: 15 }, () => logInWithWrongPassword()))).map(resultCode)
    expect(results.filter((result) => result === 'wrong')).toHaveLength(5)
    expect(results.filter((result) => result === 'wait')).toHaveLength(10)
  })

  test('the right password in time starts the count of the address afresh', async () => {
    await attemptSequentially(4, () => logInWithWrongPassword())
    expect(resultCode(await logInWith())).toBe('in')
    expect(await attemptSequentially(6, () => logInWithWrongPassword())).toEqual([...Array(5).fill('wrong'), 'wait'])
  })
})

describe('after twenty wrong tries from an IP', () => {
  const someAddress = (index: number) => logInWithWrongPassword({ email: `iemand${index}@example.nl` })

  test('everybody there waits, also with the right password; elsewhere nobody does', async () => {
    expect(await attemptSequentially(21, someAddress)).toEqual([...Array(20).fill('wrong'), 'wait'])
    expect(resultCode(await logInWith())).toBe('wait')
    expect(resultCode(await logInWith({ ip: '198.51.100.1' }))).toBe('in')
  })

  test('addresses of one IPv6 /64 count as one', async () => {
    await attemptSequentially(20, (index) =>
      logInWithWrongPassword({ email: `iemand${index}@example.nl`, ip: `2001:db8:1:2::${index + 1}` }),
    )
    expect(resultCode(await logInWith({ ip: '2001:db8:1:2:ffff::1' }))).toBe('wait')
    expect(resultCode(await logInWith({ ip: '2001:db8:1:3::1' }))).toBe('in')
  })

  test('log-ins that succeed do not count: a whole office can come in', async () => {
    expect(await attemptSequentially(25, () => logInWith())).toEqual(Array(25).fill('in'))
  })

  test('trying on while an address waits does not hold up the office', async () => {
    await attemptSequentially(30, () => logInWithWrongPassword())
    expect(resultCode(await logInWith({ email: 'onbekend@example.nl' }))).toBe('wrong')
  })
})

test('nobody can sign up: there is no way in through better-auth', async () => {
  const signUp = auth().api.signUpEmail({ body: { name: 'Voorbeeld', email: 'nieuw@example.nl', password } })
  await expect(signUp).rejects.toThrow()
  expect(await database.db.organiser.count()).toBe(1)
})
