import { beforeEach, describe, expect, test } from 'vitest'
import { auth, endLogins, findChallengedOrganiser } from '@/lib/organisers/auth'
import { getPendingTotpKey } from '@/lib/organisers/two-factor/setup'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { totp } from '@/tests/support/fixtures/totp'
import { challengedCookie, createAdmin, loginCookie, password } from './organiser-fixtures'

// Pins the internals of better-auth that the adapter relies on. A failure after an upgrade points at what to change.

const email = 'beheerder@example.nl'

const { db } = await createTestDatabase()

let adminId: string
beforeEach(async () => {
  await db.organiser.deleteMany()
  await db.verification.deleteMany()
  await db.rateLimit.deleteMany()
  adminId = await createAdmin(new Date(), email)
})

const signIn = () => auth().api.signInEmail({ body: { email, password }, returnHeaders: true })
/** Name, value and attributes of the only cookie that was set. */
function parseOnlyCookie(headers: Headers) {
  const [cookie = '', ...others] = headers.getSetCookie()
  expect(others).toEqual([])
  const [, name, value = '', attributes] = /^([^=]+)=([^;]*); (.*)$/.exec(cookie) ?? []
  return { name, value: decodeURIComponent(value), attributes }
}

describe('login cookie of better-auth', () => {
  test('is named after our prefix and holds the token of the login before its signature', async () => {
    const { headers } = await signIn()
    const { name, value, attributes } = parseOnlyCookie(headers)
    expect(name).toBe('aanschuif.session_token')
    expect(value).toMatch(/^[A-Za-z0-9]{32}\.[A-Za-z0-9+/]{43}=$/)
    expect(attributes).toBe('Max-Age=604800; Path=/; HttpOnly; SameSite=Lax')
    expect(await db.login.findFirst()).toMatchObject({ token: value.split('.')[0], userId: adminId })
  })

  test('is deleted with Max-Age 0 at logout', async () => {
    const { headers } = await auth().api.signOut({
      headers: new Headers({ cookie: await loginCookie(email) }),
      returnHeaders: true,
    })
    const cookies = headers.getSetCookie()
    expect(cookies).toContainEqual(expect.stringMatching(/^aanschuif\.session_token=; Max-Age=0;/))
  })
})

describe('challenge of better-auth', () => {
  test('is a signed cookie that names a Verification row with the id of the organiser', async () => {
    const cookie = await challengedCookie(db, adminId)
    const [, value = ''] = /aanschuif\.two_factor=([^;]+)/.exec(cookie) ?? []
    const identifier = decodeURIComponent(value).replace(/\.[^.]+$/, '')
    expect(identifier).toMatch(/^2fa-[\w-]+$/)
    const { id } = await db.organiser.findUniqueOrThrow({ where: { email: 'stappen@example.nl' } })
    expect(await db.verification.findFirst({ where: { identifier } })).toMatchObject({ value: id })
    expect(await findChallengedOrganiser(new Headers({ cookie }))).toBe(id)
  })

  test('ends with every other login', async () => {
    const headers = new Headers({ cookie: await challengedCookie(db, adminId) })
    const organiserId = (await findChallengedOrganiser(headers)) ?? ''
    await db.$transaction((tx) => endLogins(tx, organiserId))
    expect(await findChallengedOrganiser(headers)).toBeNull()
    await expect(auth().api.verifyTOTP({ body: { code: '000000' }, headers })).rejects.toMatchObject({
      body: { code: 'INVALID_TWO_FACTOR_COOKIE' },
    })
  })
})

describe('errors of better-auth', () => {
  test('have status 401 for wrong credentials and 400 for a malformed address', async () => {
    const body = { email, password: 'geen goed wachtwoord' }
    await expect(auth().api.signInEmail({ body })).rejects.toMatchObject({ statusCode: 401 })
    const malformed = { ...body, email: 'geen adres' }
    await expect(auth().api.signInEmail({ body: malformed })).rejects.toMatchObject({ statusCode: 400 })
  })

  test('have a code of their own when our hook refuses a login', async () => {
    await db.organiser.update({ where: { id: adminId }, data: { endedAt: new Date() } })
    await expect(signIn()).rejects.toMatchObject({ statusCode: 401, body: { code: 'FAILED_TO_CREATE_SESSION' } })
  })
})

describe('rows of better-auth', () => {
  test('has one credential account per organiser, with the id of the organiser', async () => {
    expect(await db.account.findMany()).toMatchObject([
      { userId: adminId, accountId: adminId, providerId: 'credential', password: expect.stringMatching(/^\w+:\w+$/) },
    ])
  })

  test('keeps the login when the first code is checked of an organiser whose two-factor login is already on', async () => {
    const login = parseOnlyCookie((await signIn()).headers)
    const headers = cookieHeaders(login)
    await auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
    await db.organiser.update({ where: { id: adminId }, data: { twoFactorEnabled: true } })
    const { key = '' } = (await getPendingTotpKey(adminId, email)) ?? {}
    await auth().api.verifyTOTP({ body: { code: totp(key, new Date()) }, headers })
    expect(await listTokens()).toEqual([tokenOf(login)])
    expect(await db.twoFactor.findMany()).toMatchObject([{ userId: adminId, verified: true }])
  })
})

type Cookie = ReturnType<typeof parseOnlyCookie>
const cookieHeaders = ({ name, value }: Cookie) => new Headers({ cookie: `${name}=${encodeURIComponent(value)}` })
const tokenOf = ({ value }: Cookie) => value.split('.')[0]
const listTokens = async () => (await db.login.findMany()).map(({ token }) => token)
