import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { resetTwoStep } from '@/lib/organisers/access'
import { logIn } from '@/lib/organisers/login'
import { isChallenged, logInWithCode } from '@/lib/organisers/login-code'
import {
  beginTwoStep,
  confirmTwoStep,
  getPendingKey,
  renewRecoveryCodes,
  switchOffTwoStep,
} from '@/lib/organisers/two-step'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { totp } from '@/tests/support/totp'
import { cookieHeader, ip, loggedIn, loginOf, password, startWithColleague } from './people'

const email = 'noor@example.nl'

let database: TestDatabase
let admin: string
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  ;({ admin, id } = await startWithColleague(database.db, { email }))
})
afterEach(() => vi.useRealTimers())
afterAll(() => database.drop())

const by = () => ({ now: new Date(), organiserId: id })
const loginId = async (headers: Headers) => (await loginOf(headers)).loginId
const who = async (headers: Headers) => (await loginOf(headers)).email
const mails = async () =>
  (await database.db.message.findMany({ where: { kind: 'account-changed' } })).map(({ details }) => details)
const actions = async () =>
  (await database.db.auditEntry.findMany({ where: { actor: `organiser:${id}` } })).map((e) => e.action)

/** Sets it up as the page does; gives the key, the recovery codes, and the headers of the login that stays. */
async function switchOn() {
  const headers = await loggedIn(email)
  await beginTwoStep({ password, headers }, by())
  const { key = '' } = (await getPendingKey(id, email)) ?? {}
  const on = await confirmTwoStep({ code: totp(key, new Date()), headers, loginId: await loginId(headers) }, by())
  if (!on.ok) throw new Error(on.reason)
  await database.db.rateLimit.deleteMany()
  return { key, codes: on.value, headers }
}

/** The headers of a browser that gave the right password and now has to give a code. */
async function challenged() {
  const login = await logIn({ email, password, ip })
  if (login.ok || login.reason !== 'code') throw new Error('no code was asked')
  return new Headers({ cookie: cookieHeader(login.cookies) })
}
const give = async (code: string, headers?: Headers) =>
  logInWithCode({ code, headers: headers ?? (await challenged()), ip })
const word = (result: Awaited<ReturnType<typeof logInWithCode>>) => (result.ok ? 'in' : result.reason)

describe('setting up two steps', () => {
  test('gives a key for the app, and is on after the first code of it', async () => {
    const headers = await loggedIn(email)
    const elsewhere = await loggedIn(email)
    expect(await beginTwoStep({ password, headers }, by())).toEqual({ ok: true, value: null })
    const pending = await getPendingKey(id, email)
    expect(pending?.uri).toMatch(/^otpauth:\/\/totp\/Aanschuif[^?]*:noor%40example\.nl\?secret=[A-Z2-7]+&issuer=/)
    expect(loginWord(await logIn({ email, password, ip }))).toBe('in')

    const here = { headers, loginId: await loginId(headers) }
    expect(await confirmTwoStep({ code: '000000', ...here }, by())).toEqual({ ok: false, reason: 'wrong-code' })
    const on = await confirmTwoStep({ code: totp(pending?.key ?? '', new Date()), ...here }, by())
    expect(on.ok && on.value).toHaveLength(10)
    expect([await who(headers), await who(elsewhere)]).toEqual([email, undefined])
    expect(await database.db.login.count({ where: { userId: id } })).toBe(1)
    expect(await getPendingKey(id, email)).toBeNull()
    expect(await actions()).toContain('organiser.two-step-on')
    expect(await mails()).toEqual([{ accountChange: 'two-step-on' }])
  })

  test('asks for the password, and for a wait after five wrong ones', async () => {
    const headers = await loggedIn(email)
    const words: string[] = []
    for (let count = 0; count < 6; count += 1) {
      const begun = await beginTwoStep({ password: 'geen goed wachtwoord', headers }, by())
      words.push(begun.ok ? 'on' : begun.reason)
    }
    expect(words).toEqual([...Array(5).fill('wrong-password'), 'wait'])
    expect(await getPendingKey(id, email)).toBeNull()
  })

  test('keeps key and recovery codes unreadable in the database', async () => {
    const { key, codes } = await switchOn()
    const rows = JSON.stringify(await database.db.twoFactor.findMany())
    for (const secret of [key, ...codes]) expect(rows).not.toContain(secret)
  })

  test('leaves the key that is on alone when it is begun once more', async () => {
    const { key, headers } = await switchOn()
    expect(await beginTwoStep({ password, headers }, by())).toEqual({ ok: false, reason: 'already-on' })
    expect(word(await give(totp(key, new Date())))).toBe('in')
  })
})

describe('logging in with two steps', () => {
  test('gives no login for the password alone', async () => {
    await switchOn()
    const headers = await challenged()
    expect(await isChallenged(headers)).toBe(true)
    expect(await who(headers)).toBeUndefined()
    expect(await database.db.login.count({ where: { userId: id } })).toBe(1)
  })

  test('takes a code of the app once, however often it is sent', async () => {
    const { key } = await switchOn()
    const code = totp(key, new Date())
    const browsers = [await challenged(), await challenged(), await challenged()]
    const words = (await Promise.all(browsers.map((headers) => give(code, headers)))).map(word)
    expect(words.toSorted()).toEqual(['in', 'wrong', 'wrong'])
    expect(word(await give(code))).toBe('wrong')
  })

  test('takes each recovery code once, however it is typed', async () => {
    const { codes } = await switchOn()
    const [one = '', two = ''] = codes
    expect(word(await give(one))).toBe('in')
    await database.db.rateLimit.deleteMany()
    expect(word(await give(one))).toBe('wrong')
    expect(word(await give(two.replace('-', '').toUpperCase()))).toBe('in')
    expect(word(await give('aaaaa-aaaaa'))).toBe('wrong')
  })

  test.each(['', '12345', '1234567', 'geen code', '\u0000', "' OR 1=1 --", '９９９９９９'])(
    'refuses %j',
    async (code) => {
      await switchOn()
      expect(word(await give(code))).toBe('wrong')
    },
  )

  test('waits after five wrong codes, also for the good one, over all browsers', async () => {
    const { key } = await switchOn()
    const words: string[] = []
    for (let count = 0; count < 6; count += 1) words.push(word(await give(`00000${count}`)))
    expect(words).toEqual([...Array(5).fill('wrong'), 'wait'])
    expect(word(await give(totp(key, new Date())))).toBe('wait')
  })

  test('lets no more than five guesses through of many at once', async () => {
    await switchOn()
    const browsers: Headers[] = []
    for (let count = 0; count < 12; count += 1) browsers.push(await challenged())
    const words = (await Promise.all(browsers.map((headers, count) => give(`1000${10 + count}`, headers)))).map(word)
    expect(words.filter((each) => each === 'wrong').length).toBeLessThanOrEqual(5)
    expect(words.filter((each) => each === 'wait').length).toBeGreaterThanOrEqual(7)
  })

  test('starts again when the password was given more than ten minutes ago, or never', async () => {
    const { key } = await switchOn()
    const headers = await challenged()
    await database.db.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(word(await give(totp(key, new Date()), headers))).toBe('start-again')
    const forged = new Headers({ cookie: 'aanschuif.two_factor=2fa-verzonnen.handtekening' })
    expect(word(await give(totp(key, new Date()), forged))).toBe('start-again')
    expect(await isChallenged(new Headers())).toBe(false)
  })

  test('lets nobody in whose access ended between the two steps', async () => {
    const { key } = await switchOn()
    const headers = await challenged()
    await database.db.organiser.update({ where: { id }, data: { endedAt: new Date() } })
    expect(word(await give(totp(key, new Date()), headers))).toBe('start-again')
    expect(await database.db.login.count({ where: { userId: id } })).toBe(1)
  })
})

describe('with two steps on', () => {
  test('new recovery codes make those of before dead', async () => {
    const { codes, headers } = await switchOn()
    const renewed = await renewRecoveryCodes({ password, headers }, by())
    expect(renewed.ok && renewed.value).toHaveLength(10)
    expect(word(await give(codes[0] ?? ''))).toBe('wrong')
    expect(word(await give(renewed.ok ? (renewed.value[0] ?? '') : ''))).toBe('in')
    expect(await actions()).toContain('organiser.recovery-codes-renewed')
  })

  test('switching off asks the password, and then the password is enough', async () => {
    const { headers } = await switchOn()
    const here = { headers, loginId: await loginId(headers) }
    const wrong = await switchOffTwoStep({ password: 'geen goed wachtwoord', ...here }, by())
    expect(wrong).toEqual({ ok: false, reason: 'wrong-password' })
    const off = await switchOffTwoStep({ password, ...here }, by())
    expect(off.ok).toBe(true)
    expect(await who(headers)).toBe(email)
    expect(loginWord(await logIn({ email, password, ip }))).toBe('in')
    expect(await mails()).toContainEqual({ accountChange: 'two-step-off' })
    expect(await database.db.twoFactor.count()).toBe(0)
  })

  test('an admin can reset it for a colleague, staff cannot', async () => {
    await switchOn()
    expect(await resetTwoStep(id, by())).toEqual({ ok: false, reason: 'not-allowed' })
    const reset = () => resetTwoStep(id, { now: new Date(), organiserId: admin })
    expect(await reset()).toEqual({ ok: true, value: null })
    expect(await reset()).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(loginWord(await logIn({ email, password, ip }))).toBe('in')
    expect(await database.db.auditEntry.findFirst({ where: { action: 'organiser.two-step-reset' } })).toMatchObject({
      actor: `organiser:${admin}`,
      subjectId: id,
    })
    expect(await mails()).toContainEqual({ accountChange: 'two-step-reset' })
  })
})

function loginWord(result: Awaited<ReturnType<typeof logIn>>) {
  return result.ok ? 'in' : result.reason
}
