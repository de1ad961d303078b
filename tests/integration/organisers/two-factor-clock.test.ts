import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { logInWithCode } from '@/lib/organisers/two-factor/challenge'
import { beginTwoFactorSetup, confirmTwoFactorSetup, getPendingTotpKey } from '@/lib/organisers/two-factor/setup'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { totp } from '@/tests/support/fixtures/totp'
import {
  currentLoginId,
  ip,
  loginHeaders,
  password,
  passwordOnlyHeaders,
  resetToAdminAndColleague,
  setUpTwoFactor,
} from './organiser-fixtures'

const email = 'noor@example.nl'

const { db } = await createTestDatabase()

let id: string
beforeEach(async () => {
  ;({ id } = await resetToAdminAndColleague(db, { email }))
})
afterEach(() => vi.useRealTimers())

const actor = () => ({ now: new Date(), organiserId: id })
const enableTwoFactor = () => setUpTwoFactor(db, { organiserId: id, email })
const challengedHeaders = () => passwordOnlyHeaders(email)
const submitCode = async (code: string, headers?: Headers) =>
  logInWithCode({ code, headers: headers ?? (await challengedHeaders()), ip }, { now: new Date() })
const codeResult = (result: Awaited<ReturnType<typeof logInWithCode>>) => (result.ok ? 'in' : result.reason)

describe('an authenticator app on a clock that is off', () => {
  test('says that the clock is off when the first code is right at another time', async () => {
    const headers = await loginHeaders(email)
    await beginTwoFactorSetup({ password, headers }, actor())
    const { key = '' } = (await getPendingTotpKey(id, email)) ?? {}
    const { now } = actor()
    const request = { headers, loginId: await currentLoginId(headers) }
    const off = await confirmTwoFactorSetup({ ...request, code: totp(key, now, -10) }, { now, organiserId: id })
    expect(off).toEqual({ ok: false, reason: 'clock', differenceMs: -5 * 60_000 })
    expect((await confirmTwoFactorSetup({ ...request, code: totp(key, new Date()) }, actor())).ok).toBe(true)
  })

  test('says that a clock is off, counts no such code as a guess, and never accepts it later', async () => {
    const { key } = await enableTwoFactor()
    const now = new Date()
    const headers = await challengedHeaders()
    for (const minutes of [5, 4, 3, -7, 2, 6, 8]) {
      const result = await submitCode(totp(key, now, minutes * 2), headers)
      expect(result).toMatchObject({ ok: false, reason: 'clock' })
      expect(result.ok || ('differenceMs' in result && Math.round(result.differenceMs / 60_000))).toBe(minutes)
    }
    expect(await db.auditEntry.count({ where: { action: 'loginsBlocked' } })).toBe(0)
    vi.useFakeTimers({ toFake: ['Date'], now: now.getTime() + 5 * 60_000 })
    expect(codeResult(await submitCode(totp(key, now, 10), headers))).toBe('wrong')
    expect(codeResult(await submitCode(totp(key, now, 11), headers))).toBe('in')
  })

  test('counts codes that are right at no time near as guesses', async () => {
    const { key } = await enableTwoFactor()
    const results: string[] = []
    for (let count = 0; count < 6; count += 1) {
      const code = totp(key, new Date(), (100 + count) * 120)
      results.push(codeResult(await submitCode(code)))
    }
    expect(results).toEqual([...Array(5).fill('wrong'), 'wait'])
  })
})
