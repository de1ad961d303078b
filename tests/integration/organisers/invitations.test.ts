import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acceptInvitation, invite, resendInvitation, withdrawInvitation } from '@/lib/organisers/invitations'
import { logIn } from '@/lib/organisers/login'
import { getInvitation, listOrganisers } from '@/lib/organisers/queries'
import { sign } from '@/lib/platform/tokens'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createAdmin, ip, linkToken, password } from './organiser-fixtures'

const now = new Date('2022-10-01T08:00:00Z')
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 60 * 60_000)
const colleague = { name: 'Noor Voorbeeld', email: 'noor@example.nl', role: 'staff' } as const

let database: TestDatabase
let admin: string
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await database.db.organiser.deleteMany()
  await database.db.auditEntry.deleteMany()
  await database.db.rateLimit.deleteMany()
  admin = await createAdmin(now)
})
afterAll(() => database.drop())

async function inviteColleague() {
  const result = await invite(colleague, { now, organiserId: admin })
  if (!result.ok) throw new Error(result.reason)
  return { id: result.value.id, token: await linkToken(database.db, result.value.id, 'invitation') }
}
const accept = (token: string, at = now) => acceptInvitation({ token, name: 'Noor', password }, { now: at })
const tryLogin = () => logIn({ email: colleague.email, password, ip })
const actions = async () =>
  (await database.db.auditEntry.findMany({ orderBy: { at: 'asc' } })).map(({ action }) => action)

describe('an invitation', () => {
  test('brings a mail, and makes an account that logs in with its own password and role', async () => {
    const { id, token } = await inviteColleague()
    expect(await database.db.message.findMany()).toMatchObject([
      { kind: 'invitation', organiserId: id, sessionId: null, expiresAt: hoursLater(48) },
    ])
    expect(await getInvitation(token, now)).toEqual({ name: colleague.name, email: colleague.email })
    expect(await accept(token)).toMatchObject({ ok: true })
    expect(await tryLogin()).toMatchObject({ ok: true })
    expect((await listOrganisers(now)).find((each) => each.id === id)).toMatchObject({
      name: 'Noor',
      role: 'staff',
      state: 'active',
      lastLoginAt: expect.any(Date),
    })
    expect(await actions()).toEqual(['organiserCreated', 'organiserInvited', 'invitationAccepted'])
  })

  test('lets nobody log in before it is taken', async () => {
    await inviteColleague()
    expect(await tryLogin()).toEqual({ ok: false, reason: 'wrong' })
  })

  test('works for 48 hours', async () => {
    const { token } = await inviteColleague()
    const justInTime = new Date(hoursLater(48).getTime() - 1)
    expect(await getInvitation(token, justInTime)).not.toBeNull()
    expect(await getInvitation(token, hoursLater(48))).toBeNull()
    expect(await accept(token, hoursLater(48))).toEqual({ ok: false, reason: 'dead-link' })
    expect(await accept(token, justInTime)).toMatchObject({ ok: true })
  })

  test('works once: of ten at the same moment one makes the account', async () => {
    const { token } = await inviteColleague()
    const results = await Promise.all(Array.from({ length: 10 }, () => accept(token)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await accept(token)).toEqual({ ok: false, reason: 'dead-link' })
    expect(await database.db.account.count({ where: { organiser: { email: colleague.email } } })).toBe(1)
  })

  test('cannot be read in the database, nor made up', async () => {
    const { id, token } = await inviteColleague()
    const [, signature = ''] = token.split('.')
    const rows = JSON.stringify([await database.db.message.findMany(), await database.db.organiser.findMany()])
    expect(rows).not.toContain(signature)
    for (const other of ['', 'x', `${token}x`, sign('new-password', [id, 1]), sign('take-part', [id, 1])]) {
      expect(await getInvitation(other, now)).toBeNull()
      expect(await accept(other)).toEqual({ ok: false, reason: 'dead-link' })
    }
  })

  test('sent again makes the link of before dead, and the new one lasts from then', async () => {
    const { id, token } = await inviteColleague()
    expect(await resendInvitation(id, { now: hoursLater(50), organiserId: admin })).toMatchObject({ ok: true })
    expect(await accept(token, hoursLater(51))).toEqual({ ok: false, reason: 'dead-link' })
    expect(await accept(await linkToken(database.db, id, 'invitation'), hoursLater(97))).toMatchObject({ ok: true })
    expect(await resendInvitation(id, { now: hoursLater(98), organiserId: admin })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
  })

  test('taken back leaves nothing but the trail, and the address can be invited anew', async () => {
    const { id, token } = await inviteColleague()
    expect(await withdrawInvitation(id, { now, organiserId: admin })).toMatchObject({ ok: true })
    expect(await accept(token)).toEqual({ ok: false, reason: 'dead-link' })
    expect(await database.db.message.count()).toBe(0)
    expect(await withdrawInvitation(id, { now, organiserId: admin })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    expect(await invite(colleague, { now, organiserId: admin })).toMatchObject({ ok: true })
    expect(await actions()).toContain('invitationWithdrawn')
  })

  test('is refused for an address that is there, however many ask at once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => invite(colleague, { now, organiserId: admin })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await database.db.message.count()).toBe(1)
    const own = { ...colleague, email: 'beheerder@example.nl' }
    expect(await invite(own, { now, organiserId: admin })).toEqual({ ok: false, reason: 'exists' })
  })

  test('is not for staff to send, nor for somebody who is not there', async () => {
    const { id, token } = await inviteColleague()
    await accept(token)
    const refusal = { ok: false, reason: 'not-allowed' }
    for (const organiserId of [id, crypto.randomUUID()]) {
      expect(await invite({ ...colleague, email: 'ander@example.nl' }, { now, organiserId })).toEqual(refusal)
      expect(await resendInvitation(id, { now, organiserId })).toEqual(refusal)
      expect(await withdrawInvitation(id, { now, organiserId })).toEqual(refusal)
    }
  })

  test('keeps a hostile name as it was typed', async () => {
    const name = `<img src=x onerror=alert(1)> 'O’Brien'; DROP TABLE "Organiser" -- 🎉 \u202Enoor`
    await invite({ ...colleague, name }, { now, organiserId: admin })
    expect((await listOrganisers(now)).map((each) => each.name)).toContain(name)
  })
})
