import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { endAccess } from '@/lib/organisers/access'
import { renameOrganiser } from '@/lib/organisers/commands'
import { logIn } from '@/lib/organisers/login'
import { changePassword, requestPasswordReset, resetPassword } from '@/lib/organisers/password'
import { getPasswordResetLink } from '@/lib/organisers/queries'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { getLogin, ip, linkToken, loginHeaders, password, resetToAdminAndColleague } from './organiser-fixtures'

const now = new Date()
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const email = 'noor@example.nl'
const newPassword = 'een ander wachtwoord'

let database: TestDatabase
let admin: string
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  ;({ admin, id } = await resetToAdminAndColleague(database.db, { email }))
})
afterAll(() => database.drop())

const loggedInEmail = async (headers: Headers) => (await getLogin(headers)).email
const loginId = async (headers: Headers) => (await getLogin(headers)).loginId
const tryLogin = async (typed: string) => {
  const result = await logIn({ email, password: typed, ip })
  return result.ok ? 'in' : result.reason
}
const mails = (kind: string) => database.db.message.findMany({ where: { kind, organiserId: id } })
const actions = async () => (await database.db.auditEntry.findMany()).map(({ action }) => action)

describe('another password', () => {
  test('asks for the one of now, ends the other logins and no other, and is told by mail', async () => {
    const [here, elsewhere] = [await loginHeaders(email), await loginHeaders(email)]
    const colleague = await loginHeaders('beheerder@example.nl')
    const change = (current: string) =>
      loginId(here).then((own) =>
        changePassword({ current, password: newPassword, loginId: own }, { now, organiserId: id }),
      )
    expect(await change('geen goed wachtwoord')).toEqual({ ok: false, reason: 'wrong-password' })
    expect(await change(password)).toEqual({ ok: true, value: null })
    expect([await loggedInEmail(here), await loggedInEmail(elsewhere)]).toEqual([email, undefined])
    expect(await loggedInEmail(colleague)).toBe('beheerder@example.nl')
    expect([await tryLogin(password), await tryLogin(newPassword)]).toEqual(['wrong', 'in'])
    expect(await mails('account-changed')).toMatchObject([{ details: { accountChange: 'password' }, sessionId: null }])
    expect(await actions()).toContain('passwordChanged')
  })

  test('waits after five wrong tries, however many at once, also with the right one', async () => {
    const change = (current: string) =>
      changePassword({ current, password: newPassword, loginId: '' }, { now, organiserId: id })
    const results = await Promise.all(Array.from({ length: 12 }, () => change('geen goed wachtwoord')))
    expect(results.filter((each) => !each.ok && each.reason === 'wrong-password')).toHaveLength(5)
    expect(await change(password)).toEqual({ ok: false, reason: 'wait' })
    expect(await tryLogin(password)).toBe('in')
  })
})

describe('a forgotten password', () => {
  test('brings a link that works once and for an hour, and ends every login', async () => {
    const kept = await loginHeaders(email)
    expect(await requestPasswordReset({ email, ip }, { now })).toEqual({ ok: true, value: null })
    expect(await mails('password-reset')).toMatchObject([{ sessionId: null, expiresAt: minutesLater(60) }])
    const token = await linkToken(database.db, id, 'new-password')
    expect(await getPasswordResetLink(token, minutesLater(59))).toEqual({ email })
    expect(await getPasswordResetLink(token, minutesLater(60))).toBeNull()
    const choose = (minutes: number) => resetPassword({ token, password: newPassword }, { now: minutesLater(minutes) })
    expect(await choose(60)).toEqual({ ok: false, reason: 'dead-link' })
    const results = await Promise.all([choose(59), choose(59), choose(59)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await loggedInEmail(kept)).toBeUndefined()
    expect([await tryLogin(password), await tryLogin(newPassword)]).toEqual(['wrong', 'in'])
    expect(await mails('account-changed')).toHaveLength(1)
  })

  test('leaves the password as it is until another is chosen, and the last link is the one that works', async () => {
    await requestPasswordReset({ email, ip }, { now })
    const first = await linkToken(database.db, id, 'new-password')
    await requestPasswordReset({ email, ip }, { now })
    expect(await tryLogin(password)).toBe('in')
    expect(await getPasswordResetLink(first, now)).toBeNull()
    expect(await getPasswordResetLink(await linkToken(database.db, id, 'new-password'), now)).not.toBeNull()
  })

  test('answers the same for an address that nobody has, was invited or was ended, and mails nobody', async () => {
    await endAccess(id, { now, organiserId: admin })
    await database.db.organiser.create({
      data: { id: crypto.randomUUID(), name: 'Genood', email: 'genood@example.nl' },
    })
    for (const address of ['niemand@example.nl', 'genood@example.nl', email]) {
      expect(await requestPasswordReset({ email: address, ip }, { now })).toEqual({ ok: true, value: null })
    }
    expect(await database.db.message.count({ where: { kind: 'password-reset' } })).toBe(0)
  })

  test('is not asked more than three times an hour for an address, whether somebody has it or not', async () => {
    for (const address of [email, 'niemand@example.nl']) {
      const words: string[] = []
      for (let count = 0; count < 4; count += 1) {
        const asked = await requestPasswordReset({ email: address, ip }, { now })
        words.push(asked.ok ? 'ok' : asked.reason)
      }
      expect(words).toEqual(['ok', 'ok', 'ok', 'wait'])
    }
    expect(await mails('password-reset')).toHaveLength(3)
  })

  test('is no way in for somebody whose access ended after asking', async () => {
    await requestPasswordReset({ email, ip }, { now })
    const token = await linkToken(database.db, id, 'new-password')
    await endAccess(id, { now, organiserId: admin })
    expect(await resetPassword({ token, password: newPassword }, { now })).toEqual({ ok: false, reason: 'dead-link' })
  })

  test('its link cannot be read in the database', async () => {
    await requestPasswordReset({ email, ip }, { now })
    const [, signature = ''] = (await linkToken(database.db, id, 'new-password')).split('.')
    const rows = JSON.stringify([await database.db.message.findMany(), await database.db.organiser.findMany()])
    expect(rows).not.toContain(signature)
  })
})

test('another name stands in the trail, and hostile ones stay as they are', async () => {
  const name = `<b>Noor</b> "O'Brien" 🎉`
  await renameOrganiser(name, { now, organiserId: id })
  expect(await database.db.organiser.findUnique({ where: { id } })).toMatchObject({ name })
  expect(await actions()).toContain('organiserRenamed')
})
