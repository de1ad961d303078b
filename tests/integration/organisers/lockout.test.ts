import { simpleParser } from 'mailparser'
import { beforeEach, describe, expect, test } from 'vitest'
import { findLinkOwner } from '@/lib/organisers/account-links'
import { readKnownBrowser } from '@/lib/organisers/known-browser'
import { type LoginResult, logIn } from '@/lib/organisers/login'
import { listLogins, logOutEverywhere } from '@/lib/organisers/logins'
import { requestPasswordReset, resetPassword } from '@/lib/organisers/password'
import { logInWithCode } from '@/lib/organisers/two-factor/challenge'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { deliverAllDue } from '@/tests/support/outbox'
import { startSmtpServer } from '@/tests/support/servers/smtp-server'
import {
  challengedCookie,
  cookieHeader,
  ip,
  loggedInEmail,
  loginHeaders,
  password,
  resetToAdminAndColleague,
} from './organiser-fixtures'

const email = 'noor@example.nl'
const stranger = '198.51.100.7'
const newPassword = 'een ander wachtwoord'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

const { db } = await createTestDatabase()

let admin: string
let id: string
beforeEach(async () => {
  ;({ admin, id } = await resetToAdminAndColleague(db, { email }))
  await db.message.deleteMany()
})

type Attempt = { typed?: string; from?: string; headers?: Headers; at?: Date; address?: string }
const logInWith = ({ typed = password, from = ip, headers, at = new Date(), address = email }: Attempt = {}) =>
  logIn({ email: address, password: typed, ip: from, headers }, { now: at })
const codeOf = (result: LoginResult) => (result.ok ? 'in' : result.reason)
const tryLogin = async (attempt: Attempt = {}) => codeOf(await logInWith(attempt))

/** Lets a stranger guess until the account is blocked for browsers that are not known. */
async function guessUntilBlocked({ address = email, at }: { address?: string; at?: Date } = {}) {
  const guess = () => tryLogin({ typed: 'geen goed wachtwoord', from: stranger, address, at })
  for (let count = 0; count < 5; count += 1) expect(await guess()).toBe('wrong')
  expect(await guess()).toBe('wait')
}
const blockedEntries = () => db.auditEntry.findMany({ where: { action: 'loginsBlocked' } })
const blockedMails = () => db.message.findMany({ where: { kind: 'loginsBlocked' } })

/** Delivers the enqueued mails and returns the tokens of their reset links. */
async function mailedTokens(): Promise<string[]> {
  const smtp = await startSmtpServer()
  const transport = createMailTransport({ smtpUrl: smtp.url, mailDir: '', from: 'Aanschuif <aanmelden@example.nl>' })
  await deliverAllDue(transport, new Date())
  transport.close()
  await smtp.close()
  const mails = await Promise.all(smtp.received.map(({ raw }) => simpleParser(raw)))
  return mails.flatMap(({ text }) => text?.match(/\/beheer\/wachtwoord\/(\S+)/)?.[1] ?? [])
}

describe('a stranger who guesses passwords', () => {
  test('blocks an unknown browser, but not one in which the organiser logged in before', async () => {
    const known = await loginHeaders(email)
    const colleague = await loginHeaders('beheerder@example.nl')
    await guessUntilBlocked()
    expect(await tryLogin()).toBe('wait')
    expect(await tryLogin({ headers: colleague })).toBe('wait')
    expect(await tryLogin({ headers: known })).toBe('in')
    expect(await tryLogin({ headers: known, from: stranger })).toBe('in')
  })

  test('gets five guesses in a stolen known browser, and cannot forge one', async () => {
    const known = await loginHeaders(email)
    const guess = () => tryLogin({ typed: 'geen goed wachtwoord', headers: known })
    for (let count = 0; count < 5; count += 1) expect(await guess()).toBe('wrong')
    expect([await guess(), await tryLogin({ headers: known })]).toEqual(['wait', 'wait'])
    expect(await tryLogin()).toBe('in')

    const forged = new Headers({ cookie: (known.get('cookie') ?? '').replace(/known_browser=./, 'known_browser=_') })
    expect([readKnownBrowser(known)?.organiserId, readKnownBrowser(forged)]).toEqual([id, null])
  })

  test('does not block a known browser that shares the IP address', async () => {
    const known = await loginHeaders(email)
    for (let count = 0; count < 20; count += 1)
      await tryLogin({ typed: 'geen goed wachtwoord', address: `iemand${count}@example.nl` })
    expect([await tryLogin(), await tryLogin({ headers: known })]).toEqual(['wait', 'in'])
  })

  test('stands in the audit log each time, and is mailed once a day', async () => {
    const at = new Date('2026-03-02T09:00:00Z')
    await guessUntilBlocked({ at })
    expect(await blockedEntries()).toMatchObject([
      { actorType: 'system', subjectType: 'organiser', subjectId: id, at, details: null },
    ])
    expect(await blockedMails()).toMatchObject([{ organiserId: id, details: { blockedStep: 'password' } }])
    await db.rateLimit.deleteMany()
    await guessUntilBlocked({ at })
    expect([(await blockedEntries()).length, (await blockedMails()).length]).toEqual([2, 1])
    await db.rateLimit.deleteMany()
    await guessUntilBlocked({ at: new Date('2026-03-03T09:00:00Z') })
    expect([(await blockedEntries()).length, (await blockedMails()).length]).toEqual([3, 2])
  })

  test('is reported once for concurrent guesses, and not for an address without organiser', async () => {
    const guesses = Array.from({ length: 12 }, () => tryLogin({ typed: 'geen goed wachtwoord', from: stranger }))
    expect((await Promise.all(guesses)).filter((each) => each === 'wrong')).toHaveLength(5)
    expect([(await blockedEntries()).length, (await blockedMails()).length]).toEqual([1, 1])
    await guessUntilBlocked({ address: 'onbekend@example.nl' })
    expect([(await blockedEntries()).length, (await blockedMails()).length]).toEqual([1, 1])
  })

  test('is reported too when the password was right and five codes were wrong', async () => {
    const headers = new Headers({ cookie: await challengedCookie(db, admin) })
    await db.rateLimit.deleteMany()
    for (let count = 0; count < 5; count += 1)
      await logInWithCode({ code: `00000${count}`, headers, ip: stranger }, { now: new Date() })
    expect(await blockedMails()).toMatchObject([{ details: { blockedStep: 'code' } }])
  })

  test('does not stop a fresh password, in the browser that chose it and in others', async () => {
    await guessUntilBlocked()
    await requestPasswordReset({ email, ip }, { now: new Date() })
    const [token = ''] = await mailedTokens()
    expect(await resetPassword({ token, password: newPassword }, { now: new Date() })).toMatchObject({ value: { id } })
    expect(await tryLogin({ typed: newPassword })).toBe('in')
  })
})

describe('password reset links', () => {
  test('all work until one is used, so a stranger who requests one does not end that of the organiser', async () => {
    const start = Date.now()
    for (const at of [start, start + 1, start + 2])
      await requestPasswordReset({ email, ip: stranger }, { now: new Date(at) })
    const tokens = await mailedTokens()
    expect(new Set(tokens).size).toBe(3)
    for (const token of tokens) expect(await findLinkOwner('passwordReset', token, new Date())).toMatchObject({ email })
    const [first = '', second = ''] = tokens
    const reset = (token: string) => resetPassword({ token, password: newPassword }, { now: new Date() })
    expect(await reset(first)).toMatchObject({ ok: true })
    expect(await reset(second)).toEqual({ ok: false, reason: 'dead-link' })
    expect(await requestPasswordReset({ email, ip }, { now: new Date() })).toMatchObject({ ok: true })
  })

  test('each end after their own hour, also when a later one was requested', async () => {
    const start = Date.now()
    await requestPasswordReset({ email, ip }, { now: new Date(start) })
    const [token = ''] = await mailedTokens()
    expect(verifyPersonalToken('new-password', token)?.expiresAt).toEqual(new Date(start + 60 * 60_000))
    await requestPasswordReset({ email, ip }, { now: new Date(start + 30 * 60_000) })
    expect(await findLinkOwner('passwordReset', token, new Date(start + 59 * 60_000))).not.toBeNull()
    expect(await findLinkOwner('passwordReset', token, new Date(start + 61 * 60_000))).toBeNull()
  })
})

describe('list of logins', () => {
  test('names browser and system of each login, and nothing that identifies the browser further', async () => {
    const login = await logInWith({ headers: new Headers({ 'user-agent': firefox }) })
    await logInWith()
    expect(await listLogins(id, new Date())).toMatchObject([{ browser: '' }, { browser: 'Firefox, Windows' }])
    expect((await db.login.findMany()).map(({ userAgent, ipAddress }) => [userAgent, ipAddress]).toSorted()).toEqual([
      ['', ''],
      ['Firefox, Windows', ''],
    ])
    expect(await listLogins(id, new Date(Date.now() + 8 * 24 * 3_600_000))).toEqual([])
    expect(login.ok && cookieHeader(login.value)).toContain('aanschuif.known_browser=')
  })

  test('is ended as a whole by logging out everywhere, with an audit entry', async () => {
    const [here, elsewhere] = [await loginHeaders(email), await loginHeaders(email)]
    const colleague = await loginHeaders('beheerder@example.nl')
    await logOutEverywhere({ now: new Date(), organiserId: id })
    expect([await loggedInEmail(here), await loggedInEmail(elsewhere)]).toEqual([undefined, undefined])
    expect(await loggedInEmail(colleague)).toBe('beheerder@example.nl')
    expect(await db.auditEntry.count({ where: { action: 'loggedOutEverywhere', actorId: id } })).toBe(1)
  })
})
