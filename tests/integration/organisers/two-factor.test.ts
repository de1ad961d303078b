import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { resetTwoFactor } from '@/lib/organisers/access'
import { logIn } from '@/lib/organisers/login'
import { hasPendingChallenge, logInWithCode } from '@/lib/organisers/two-factor/challenge'
import {
  beginTwoFactorSetup,
  confirmTwoFactorSetup,
  disableTwoFactor,
  getPendingTotpKey,
  renewRecoveryCodes,
} from '@/lib/organisers/two-factor/setup'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { totp } from '@/tests/support/fixtures/totp'
import { cookieHeader, getLogin, ip, loginHeaders, password, resetToAdminAndColleague } from './organiser-fixtures'

const email = 'noor@example.nl'

let database: TestDatabase
let admin: string
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  ;({ admin, id } = await resetToAdminAndColleague(database.db, { email }))
})
afterEach(() => vi.useRealTimers())
afterAll(() => database.drop())

const actor = () => ({ now: new Date(), organiserId: id })
const loginId = async (headers: Headers) => (await getLogin(headers)).loginId
const loggedInEmail = async (headers: Headers) => (await getLogin(headers)).email
const mails = async () =>
  (await database.db.message.findMany({ where: { kind: 'account-changed' } })).map(({ details }) => details)
const actions = async () =>
  (await database.db.auditEntry.findMany({ where: { actorType: 'organiser', actorId: id } })).map((e) => e.action)

/** Sets it up as the page does; gives the key, the recovery codes, and the headers of the login that stays. */
async function enableTwoFactor() {
  const headers = await loginHeaders(email)
  await beginTwoFactorSetup({ password, headers }, actor())
  const { key = '' } = (await getPendingTotpKey(id, email)) ?? {}
  const confirmed = await confirmTwoFactorSetup(
    { code: totp(key, new Date()), headers, loginId: await loginId(headers) },
    actor(),
  )
  if (!confirmed.ok) throw new Error(confirmed.reason)
  await database.db.rateLimit.deleteMany()
  return { key, codes: confirmed.value, headers }
}

/** The headers of a browser that gave the right password and now has to give a code. */
async function challengedHeaders() {
  const login = await logIn({ email, password, ip })
  if (login.ok || login.reason !== 'code') throw new Error('no code was asked')
  return new Headers({ cookie: cookieHeader(login.cookies) })
}
const submitCode = async (code: string, headers?: Headers) =>
  logInWithCode({ code, headers: headers ?? (await challengedHeaders()), ip })
const codeResult = (result: Awaited<ReturnType<typeof logInWithCode>>) => (result.ok ? 'in' : result.reason)

describe('setting up two steps', () => {
  test('gives a key for the app, and is on after the first code of it', async () => {
    const headers = await loginHeaders(email)
    const elsewhere = await loginHeaders(email)
    expect(await beginTwoFactorSetup({ password, headers }, actor())).toEqual({ ok: true, value: null })
    const pending = await getPendingTotpKey(id, email)
    expect(pending?.uri).toMatch(/^otpauth:\/\/totp\/Aanschuif[^?]*:noor%40example\.nl\?secret=[A-Z2-7]+&issuer=/)
    expect(loginResult(await logIn({ email, password, ip }))).toBe('in')

    const here = { headers, loginId: await loginId(headers) }
    expect(await confirmTwoFactorSetup({ code: '000000', ...here }, actor())).toEqual({
      ok: false,
      reason: 'wrong-code',
    })
    const on = await confirmTwoFactorSetup({ code: totp(pending?.key ?? '', new Date()), ...here }, actor())
    expect(on.ok && on.value).toHaveLength(10)
    expect([await loggedInEmail(headers), await loggedInEmail(elsewhere)]).toEqual([email, undefined])
    expect(await database.db.login.count({ where: { userId: id } })).toBe(1)
    expect(await getPendingTotpKey(id, email)).toBeNull()
    expect(await actions()).toContain('twoFactorEnabled')
    expect(await mails()).toEqual([{ accountChange: 'two-step-on' }])
  })

  test('asks for the password, and for a wait after five wrong ones', async () => {
    const headers = await loginHeaders(email)
    const words: string[] = []
    for (let count = 0; count < 6; count += 1) {
      const begun = await beginTwoFactorSetup({ password: 'geen goed wachtwoord', headers }, actor())
      words.push(begun.ok ? 'on' : begun.reason)
    }
    expect(words).toEqual([...Array(5).fill('wrong-password'), 'wait'])
    expect(await getPendingTotpKey(id, email)).toBeNull()
  })

  test('keeps key and recovery codes unreadable in the database', async () => {
    const { key, codes } = await enableTwoFactor()
    const rows = JSON.stringify(await database.db.twoFactor.findMany())
    for (const secret of [key, ...codes]) expect(rows).not.toContain(secret)
  })

  test('leaves the key that is on alone when it is begun once more', async () => {
    const { key, headers } = await enableTwoFactor()
    expect(await beginTwoFactorSetup({ password, headers }, actor())).toEqual({ ok: false, reason: 'already-on' })
    expect(codeResult(await submitCode(totp(key, new Date())))).toBe('in')
  })
})

describe('logging in with two steps', () => {
  test('gives no login for the password alone', async () => {
    await enableTwoFactor()
    const headers = await challengedHeaders()
    expect(await hasPendingChallenge(headers)).toBe(true)
    expect(await loggedInEmail(headers)).toBeUndefined()
    expect(await database.db.login.count({ where: { userId: id } })).toBe(1)
  })

  test('takes a code of the app once, however often it is sent', async () => {
    const { key } = await enableTwoFactor()
    const code = totp(key, new Date())
    const browsers = [await challengedHeaders(), await challengedHeaders(), await challengedHeaders()]
    const words = (await Promise.all(browsers.map((headers) => submitCode(code, headers)))).map(codeResult)
    expect(words.toSorted()).toEqual(['in', 'wrong', 'wrong'])
    expect(codeResult(await submitCode(code))).toBe('wrong')
  })

  test('takes each recovery code once, however it is typed', async () => {
    const { codes } = await enableTwoFactor()
    const [one = '', two = ''] = codes
    expect(codeResult(await submitCode(one))).toBe('in')
    await database.db.rateLimit.deleteMany()
    expect(codeResult(await submitCode(one))).toBe('wrong')
    expect(codeResult(await submitCode(two.replace('-', '').toUpperCase()))).toBe('in')
    expect(codeResult(await submitCode('aaaaa-aaaaa'))).toBe('wrong')
  })

  test.each(['', '12345', '1234567', 'geen code', '\u0000', "' OR 1=1 --", '９９９９９９'])(
    'refuses %j',
    async (code) => {
      await enableTwoFactor()
      expect(codeResult(await submitCode(code))).toBe('wrong')
    },
  )

  test('waits after five wrong codes, also for the good one, over all browsers', async () => {
    const { key } = await enableTwoFactor()
    const words: string[] = []
    for (let count = 0; count < 6; count += 1) words.push(codeResult(await submitCode(`00000${count}`)))
    expect(words).toEqual([...Array(5).fill('wrong'), 'wait'])
    expect(codeResult(await submitCode(totp(key, new Date())))).toBe('wait')
  })

  test('lets no more than five guesses through of many at once', async () => {
    await enableTwoFactor()
    const browsers: Headers[] = []
    for (let count = 0; count < 12; count += 1) browsers.push(await challengedHeaders())
    const words = (await Promise.all(browsers.map((headers, count) => submitCode(`1000${10 + count}`, headers)))).map(
      codeResult,
    )
    expect(words.filter((each) => each === 'wrong').length).toBeLessThanOrEqual(5)
    expect(words.filter((each) => each === 'wait').length).toBeGreaterThanOrEqual(7)
  })

  test('starts again when the password was given more than ten minutes ago, or never', async () => {
    const { key } = await enableTwoFactor()
    const headers = await challengedHeaders()
    await database.db.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(codeResult(await submitCode(totp(key, new Date()), headers))).toBe('start-again')
    const forged = new Headers({ cookie: 'aanschuif.two_factor=2fa-verzonnen.handtekening' })
    expect(codeResult(await submitCode(totp(key, new Date()), forged))).toBe('start-again')
    expect(await hasPendingChallenge(new Headers())).toBe(false)
  })

  test('lets nobody in whose access ended between the two steps', async () => {
    const { key } = await enableTwoFactor()
    const headers = await challengedHeaders()
    await database.db.organiser.update({ where: { id }, data: { endedAt: new Date() } })
    expect(codeResult(await submitCode(totp(key, new Date()), headers))).toBe('start-again')
    expect(await database.db.login.count({ where: { userId: id } })).toBe(1)
  })
})

describe('with two steps on', () => {
  test('new recovery codes make those of before dead', async () => {
    const { codes, headers } = await enableTwoFactor()
    const renewed = await renewRecoveryCodes({ password, headers }, actor())
    expect(renewed.ok && renewed.value).toHaveLength(10)
    expect(codeResult(await submitCode(codes[0] ?? ''))).toBe('wrong')
    expect(codeResult(await submitCode(renewed.ok ? (renewed.value[0] ?? '') : ''))).toBe('in')
    expect(await actions()).toContain('recoveryCodesRenewed')
  })

  test('switching off asks the password, and then the password is enough', async () => {
    const { headers } = await enableTwoFactor()
    const here = { headers, loginId: await loginId(headers) }
    const wrong = await disableTwoFactor({ password: 'geen goed wachtwoord', ...here }, actor())
    expect(wrong).toEqual({ ok: false, reason: 'wrong-password' })
    const off = await disableTwoFactor({ password, ...here }, actor())
    expect(off.ok).toBe(true)
    expect(await loggedInEmail(headers)).toBe(email)
    expect(loginResult(await logIn({ email, password, ip }))).toBe('in')
    expect(await mails()).toContainEqual({ accountChange: 'two-step-off' })
    expect(await database.db.twoFactor.count()).toBe(0)
  })

  test('an admin can reset it for a colleague, staff cannot', async () => {
    await enableTwoFactor()
    expect(await resetTwoFactor(id, actor())).toEqual({ ok: false, reason: 'not-allowed' })
    const reset = () => resetTwoFactor(id, { now: new Date(), organiserId: admin })
    expect(await reset()).toEqual({ ok: true, value: null })
    expect(await reset()).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(loginResult(await logIn({ email, password, ip }))).toBe('in')
    expect(await database.db.auditEntry.findFirst({ where: { action: 'twoFactorReset' } })).toMatchObject({
      actorType: 'organiser',
      actorId: admin,
      subjectId: id,
    })
    expect(await mails()).toContainEqual({ accountChange: 'two-step-reset' })
  })
})

function loginResult(result: Awaited<ReturnType<typeof logIn>>) {
  return result.ok ? 'in' : result.reason
}
