import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findChallengedOrganiser } from '@/lib/organisers/auth'
import { logIn } from '@/lib/organisers/login'
import { logInWithCode } from '@/lib/organisers/two-factor/challenge'
import { resetTwoFactor } from '@/lib/organisers/two-factor/reset'
import {
  beginTwoFactorSetup,
  confirmTwoFactorSetup,
  disableTwoFactor,
  getPendingTotpKey,
  renewRecoveryCodes,
} from '@/lib/organisers/two-factor/setup'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { totp } from '@/tests/support/fixtures/totp'
import {
  currentLoginId,
  ip,
  loggedInEmail,
  loginHeaders,
  password,
  passwordOnlyHeaders,
  resetToAdminAndColleague,
  setUpTwoFactor,
} from './organiser-fixtures'

const email = 'noor@example.nl'

const { db } = await createTestDatabase()

let admin: string
let id: string
beforeEach(async () => {
  ;({ admin, id } = await resetToAdminAndColleague(db, { email }))
})
afterEach(() => vi.useRealTimers())

const actor = () => ({ now: new Date(), organiserId: id })
const mails = async () =>
  (await db.message.findMany({ where: { kind: 'accountChanged' } })).map(({ details }) => details)
const actions = async () =>
  (await db.auditEntry.findMany({ where: { actorType: 'organiser', actorId: id } })).map(({ action }) => action)

const enableTwoFactor = () => setUpTwoFactor(db, { organiserId: id, email })
const challengedHeaders = () => passwordOnlyHeaders(email)
const submitCode = async (code: string, headers?: Headers) =>
  logInWithCode({ code, headers: headers ?? (await challengedHeaders()), ip }, { now: new Date() })
const codeResult = (result: Awaited<ReturnType<typeof logInWithCode>>) => (result.ok ? 'in' : result.reason)

describe('two-factor setup', () => {
  test('creates a key for the app and is on after the first code', async () => {
    const headers = await loginHeaders(email)
    const elsewhere = await loginHeaders(email)
    expect(await beginTwoFactorSetup({ password, headers }, actor())).toEqual({ ok: true, value: null })
    const pending = await getPendingTotpKey(id, email)
    expect(pending?.uri).toMatch(/^otpauth:\/\/totp\/Aanschuif[^?]*:noor%40example\.nl\?secret=[A-Z2-7]+&issuer=/)
    expect(loginResult(await logIn({ email, password, ip }, { now: new Date() }))).toBe('in')

    const currentLogin = { headers, loginId: await currentLoginId(headers) }
    expect(await confirmTwoFactorSetup({ code: '000000', ...currentLogin }, actor())).toEqual({
      ok: false,
      reason: 'wrong-code',
    })
    const confirmed = await confirmTwoFactorSetup(
      { code: totp(pending?.key ?? '', new Date()), ...currentLogin },
      actor(),
    )
    expect(confirmed.ok && confirmed.value).toHaveLength(10)
    expect([await loggedInEmail(headers), await loggedInEmail(elsewhere)]).toEqual([email, undefined])
    expect(await db.login.count({ where: { userId: id } })).toBe(1)
    expect(await getPendingTotpKey(id, email)).toBeNull()
    expect(await actions()).toContain('twoFactorEnabled')
    expect(await mails()).toEqual([{ accountChange: 'two-step-on' }])
  })

  test('needs the password, and refuses after five wrong ones', async () => {
    const headers = await loginHeaders(email)
    const results: string[] = []
    for (let count = 0; count < 6; count += 1) {
      const begun = await beginTwoFactorSetup({ password: 'geen goed wachtwoord', headers }, actor())
      results.push(begun.ok ? 'begun' : begun.reason)
    }
    expect(results).toEqual([...Array(5).fill('wrong-password'), 'wait'])
    expect(await getPendingTotpKey(id, email)).toBeNull()
  })

  test('stores key and recovery codes encrypted', async () => {
    const { key, codes } = await enableTwoFactor()
    const rows = JSON.stringify(await db.twoFactor.findMany())
    for (const secret of [key, ...codes]) expect(rows).not.toContain(secret)
  })

  test('says that it is on already when the first code is sent twice', async () => {
    const headers = await loginHeaders(email)
    await beginTwoFactorSetup({ password, headers }, actor())
    const { key = '' } = (await getPendingTotpKey(id, email)) ?? {}
    const request = { code: totp(key, new Date()), headers, loginId: await currentLoginId(headers) }
    expect((await confirmTwoFactorSetup(request, actor())).ok).toBe(true)
    expect(await confirmTwoFactorSetup(request, actor())).toEqual({ ok: false, reason: 'already-on' })
    expect(await mails()).toEqual([{ accountChange: 'two-step-on' }])
  })

  test('keeps the active key when setup begins once more', async () => {
    const { key, headers } = await enableTwoFactor()
    expect(await beginTwoFactorSetup({ password, headers }, actor())).toEqual({ ok: false, reason: 'already-on' })
    expect(codeResult(await submitCode(totp(key, new Date())))).toBe('in')
  })
})

describe('logInWithCode', () => {
  test('gives no login after the password alone', async () => {
    await enableTwoFactor()
    const headers = await challengedHeaders()
    expect(await findChallengedOrganiser(headers)).toBe(id)
    expect(await loggedInEmail(headers)).toBeUndefined()
    expect(await db.login.count({ where: { userId: id } })).toBe(1)
  })

  test('accepts a code of the app once, also when sent concurrently', async () => {
    const { key } = await enableTwoFactor()
    const code = totp(key, new Date())
    const browsers = [await challengedHeaders(), await challengedHeaders(), await challengedHeaders()]
    const results = (await Promise.all(browsers.map((headers) => submitCode(code, headers)))).map(codeResult)
    expect(results.toSorted()).toEqual(['in', 'wrong', 'wrong'])
    expect(codeResult(await submitCode(code))).toBe('wrong')
  })

  test('accepts each recovery code once, in any notation', async () => {
    const { codes } = await enableTwoFactor()
    const [first = '', second = ''] = codes
    expect(codeResult(await submitCode(first))).toBe('in')
    await db.rateLimit.deleteMany()
    expect(codeResult(await submitCode(first))).toBe('wrong')
    expect(codeResult(await submitCode(second.replace('-', '').toUpperCase()))).toBe('in')
    expect(codeResult(await submitCode('aaaaa-aaaaa'))).toBe('wrong')
  })

  test.each(['', '12345', '1234567', 'geen code', '\u0000', "' OR 1=1 --", '９９９９９９'])(
    'refuses %j',
    async (code) => {
      await enableTwoFactor()
      expect(codeResult(await submitCode(code))).toBe('wrong')
    },
  )

  test('refuses every code after five wrong ones, in any browser', async () => {
    const { key } = await enableTwoFactor()
    const results: string[] = []
    for (let count = 0; count < 6; count += 1) results.push(codeResult(await submitCode(`00000${count}`)))
    expect(results).toEqual([...Array(5).fill('wrong'), 'wait'])
    expect(codeResult(await submitCode(totp(key, new Date())))).toBe('wait')
  })

  test('checks no more than five of many concurrent guesses', async () => {
    await enableTwoFactor()
    const browsers: Headers[] = []
    for (let count = 0; count < 12; count += 1) browsers.push(await challengedHeaders())
    const results = (await Promise.all(browsers.map((headers, count) => submitCode(`1000${10 + count}`, headers)))).map(
      codeResult,
    )
    expect(results.filter((each) => each === 'wrong').length).toBeLessThanOrEqual(5)
    expect(results.filter((each) => each === 'wait').length).toBeGreaterThanOrEqual(7)
  })

  test('refuses when the password was given more than ten minutes ago, or never', async () => {
    const { key } = await enableTwoFactor()
    const headers = await challengedHeaders()
    await db.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(codeResult(await submitCode(totp(key, new Date()), headers))).toBe('start-again')
    const forged = new Headers({ cookie: 'aanschuif.two_factor=2fa-verzonnen.handtekening' })
    expect(codeResult(await submitCode(totp(key, new Date()), forged))).toBe('start-again')
    expect(await findChallengedOrganiser(new Headers())).toBeNull()
  })

  test('refuses an organiser whose access ended after the password', async () => {
    const { key } = await enableTwoFactor()
    const headers = await challengedHeaders()
    await db.organiser.update({ where: { id }, data: { endedAt: new Date() } })
    expect(codeResult(await submitCode(totp(key, new Date()), headers))).toBe('start-again')
    expect(await db.login.count({ where: { userId: id } })).toBe(1)
  })
})

describe('active two-factor login', () => {
  test('replaces recovery codes: the former ones stop working', async () => {
    const { codes, headers } = await enableTwoFactor()
    const renewed = await renewRecoveryCodes({ password, headers }, actor())
    expect(renewed.ok && renewed.value).toHaveLength(10)
    expect(codeResult(await submitCode(codes[0] ?? ''))).toBe('wrong')
    expect(codeResult(await submitCode(renewed.ok ? (renewed.value[0] ?? '') : ''))).toBe('in')
    expect(await actions()).toContain('recoveryCodesRenewed')
  })

  test('needs the password to be switched off, after which the password is enough', async () => {
    const { headers } = await enableTwoFactor()
    const wrong = await disableTwoFactor('geen goed wachtwoord', actor())
    expect(wrong).toEqual({ ok: false, reason: 'wrong-password' })
    const disabled = await disableTwoFactor(password, actor())
    expect(disabled.ok).toBe(true)
    expect(await loggedInEmail(headers)).toBe(email)
    expect(loginResult(await logIn({ email, password, ip }, { now: new Date() }))).toBe('in')
    expect(await mails()).toContainEqual({ accountChange: 'two-step-off' })
    expect(await db.twoFactor.count()).toBe(0)
  })

  test('can be reset by an admin, not by staff', async () => {
    await enableTwoFactor()
    expect(await resetTwoFactor(id, actor())).toEqual({ ok: false, reason: 'not-allowed' })
    const reset = () => resetTwoFactor(id, { now: new Date(), organiserId: admin })
    expect(await reset()).toEqual({ ok: true, value: null })
    expect(await reset()).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(loginResult(await logIn({ email, password, ip }, { now: new Date() }))).toBe('in')
    expect(await db.auditEntry.findFirst({ where: { action: 'twoFactorReset' } })).toMatchObject({
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
