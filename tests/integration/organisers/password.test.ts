import { beforeEach, describe, expect, test } from 'vitest'
import { endAccess } from '@/lib/organisers/access'
import { findLinkOwner } from '@/lib/organisers/account-links'
import { renameOrganiser } from '@/lib/organisers/commands'
import { logIn } from '@/lib/organisers/login'
import { changePassword, requestPasswordReset, resetPassword } from '@/lib/organisers/password'
import type { MessageKind } from '@/lib/outbox/schema'
import { createTestDatabase } from '@/tests/support/database/test-database'
import {
  currentLoginId,
  ip,
  linkToken,
  loggedInEmail,
  loginHeaders,
  password,
  resetToAdminAndColleague,
} from './organiser-fixtures'

const now = new Date()
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const email = 'noor@example.nl'
const newPassword = 'een ander wachtwoord'

const { db } = await createTestDatabase()

let admin: string
let id: string
beforeEach(async () => {
  ;({ admin, id } = await resetToAdminAndColleague(db, { email }))
})

const tryLogin = async (typed: string) => {
  const result = await logIn({ email, password: typed, ip }, { now: new Date() })
  return result.ok ? 'in' : result.reason
}
const mails = (kind: MessageKind) => db.message.findMany({ where: { kind, organiserId: id } })
const actions = async () => (await db.auditEntry.findMany()).map(({ action }) => action)

describe('changePassword', () => {
  test('needs the current password, ends the other logins of the organiser and mails them', async () => {
    const [here, elsewhere] = [await loginHeaders(email), await loginHeaders(email)]
    const colleague = await loginHeaders('beheerder@example.nl')
    const loginId = await currentLoginId(here)
    const change = (current: string) =>
      changePassword({ current, password: newPassword, loginId }, { now, organiserId: id })
    expect(await change('geen goed wachtwoord')).toEqual({ ok: false, reason: 'wrong-password' })
    expect(await change(password)).toEqual({ ok: true, value: null })
    expect([await loggedInEmail(here), await loggedInEmail(elsewhere)]).toEqual([email, undefined])
    expect(await loggedInEmail(colleague)).toBe('beheerder@example.nl')
    expect([await tryLogin(password), await tryLogin(newPassword)]).toEqual(['wrong', 'in'])
    expect(await mails('accountChanged')).toMatchObject([{ details: { accountChange: 'password' }, sessionId: null }])
    expect(await actions()).toContain('passwordChanged')
  })

  test('refuses every attempt after five wrong ones, also concurrent ones', async () => {
    const change = (current: string) =>
      changePassword({ current, password: newPassword, loginId: '' }, { now, organiserId: id })
    const results = await Promise.all(Array.from({ length: 12 }, () => change('geen goed wachtwoord')))
    expect(results.filter((each) => !each.ok && each.reason === 'wrong-password')).toHaveLength(5)
    expect(await change(password)).toEqual({ ok: false, reason: 'wait' })
    expect(await tryLogin(password)).toBe('in')
  })
})

describe('password reset', () => {
  test('mails a link that works once within an hour and ends every login', async () => {
    const formerLogin = await loginHeaders(email)
    expect(await requestPasswordReset({ email, ip }, { now })).toEqual({ ok: true, value: null })
    expect(await mails('passwordReset')).toMatchObject([{ sessionId: null, expiresAt: minutesLater(60) }])
    const token = await linkToken(db, id, 'new-password')
    expect(await findLinkOwner('passwordReset', token, minutesLater(59))).toMatchObject({ email })
    expect(await findLinkOwner('passwordReset', token, minutesLater(60))).toBeNull()
    const resetAfter = (minutes: number) =>
      resetPassword({ token, password: newPassword }, { now: minutesLater(minutes) })
    expect(await resetAfter(60)).toEqual({ ok: false, reason: 'dead-link' })
    const results = await Promise.all([resetAfter(59), resetAfter(59), resetAfter(59)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await loggedInEmail(formerLogin)).toBeUndefined()
    expect([await tryLogin(password), await tryLogin(newPassword)]).toEqual(['wrong', 'in'])
    expect(await mails('accountChanged')).toHaveLength(1)
  })

  test('keeps the password until it is reset', async () => {
    await requestPasswordReset({ email, ip }, { now })
    expect(await tryLogin(password)).toBe('in')
    expect(await findLinkOwner('passwordReset', await linkToken(db, id, 'new-password'), now)).not.toBeNull()
  })

  test('answers alike and mails nobody for an unknown, invited or ended organiser', async () => {
    await endAccess(id, { now, organiserId: admin })
    await db.organiser.create({
      data: { id: crypto.randomUUID(), name: 'Genood', email: 'genood@example.nl' },
    })
    for (const address of ['niemand@example.nl', 'genood@example.nl', email]) {
      expect(await requestPasswordReset({ email: address, ip }, { now })).toEqual({ ok: true, value: null })
    }
    expect(await db.message.count({ where: { kind: 'passwordReset' } })).toBe(0)
  })

  test('allows three requests an hour per address, known or not', async () => {
    for (const address of [email, 'niemand@example.nl']) {
      const results: string[] = []
      for (let count = 0; count < 4; count += 1) {
        const requested = await requestPasswordReset({ email: address, ip }, { now })
        results.push(requested.ok ? 'ok' : requested.reason)
      }
      expect(results).toEqual(['ok', 'ok', 'ok', 'wait'])
    }
    expect(await mails('passwordReset')).toHaveLength(3)
  })

  test('refuses the link after access ended', async () => {
    await requestPasswordReset({ email, ip }, { now })
    const token = await linkToken(db, id, 'new-password')
    await endAccess(id, { now, organiserId: admin })
    expect(await resetPassword({ token, password: newPassword }, { now })).toEqual({ ok: false, reason: 'dead-link' })
  })

  test('stores no link in the database', async () => {
    await requestPasswordReset({ email, ip }, { now })
    const [, signature = ''] = (await linkToken(db, id, 'new-password')).split('.')
    const rows = JSON.stringify([await db.message.findMany(), await db.organiser.findMany()])
    expect(rows).not.toContain(signature)
  })
})

test('renameOrganiser stores a hostile name unchanged and writes an audit entry', async () => {
  const name = `<b>Noor</b> "O'Brien" 🎉`
  await renameOrganiser(name, { now, organiserId: id })
  expect(await db.organiser.findUnique({ where: { id } })).toMatchObject({ name })
  expect(await actions()).toContain('organiserRenamed')
})
