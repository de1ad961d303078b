import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { changeRole, endAccess, endAccessInTransaction, restoreAccess, runAsAdmin } from '@/lib/organisers/access'
import { auth } from '@/lib/organisers/auth'
import { logIn } from '@/lib/organisers/login'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { getLogin, ip, loginHeaders, password, resetToAdminAndColleague } from './organiser-fixtures'

const now = new Date()

let database: TestDatabase
let admin: string
let other: string
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  ;({ admin, id: other } = await resetToAdminAndColleague(database.db, { email: 'ander@example.nl', role: 'admin' }))
})
afterAll(() => database.drop())

const actor = (organiserId: string) => ({ now, organiserId })
const countActiveAdmins = () => database.db.organiser.count({ where: { role: 'admin', endedAt: null } })
const lastAction = async () =>
  (
    await database.db.auditEntry.findMany({ where: { action: { not: 'invitationAccepted' } }, orderBy: { at: 'desc' } })
  )[0]
const loggedInEmail = async (headers: Headers) => (await getLogin(headers)).email

describe('ending access', () => {
  test('ends every login in the same transaction, and lets nobody in with the right password', async () => {
    const [one, two] = [await loginHeaders('ander@example.nl'), await loginHeaders('ander@example.nl')]
    expect(await endAccess(other, actor(admin))).toEqual({ ok: true, value: null })
    expect([await loggedInEmail(one), await loggedInEmail(two)]).toEqual([undefined, undefined])
    expect(await database.db.login.count({ where: { userId: other } })).toBe(0)
    expect(await logIn({ email: 'ander@example.nl', password, ip })).toEqual({ ok: false, reason: 'wrong' })
    const entry = await database.db.auditEntry.findFirst({ where: { action: 'organiserAccessEnded' } })
    expect(entry).toMatchObject({ actorType: 'organiser', actorId: admin, subjectType: 'organiser', subjectId: other })
  })

  test('refuses what somebody does who was ended a moment ago', async () => {
    await endAccess(other, actor(admin))
    expect(await endAccess(admin, actor(other))).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await changeRole({ id: admin, role: 'staff' }, actor(other))).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await restoreAccess(other, actor(other))).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('twice is once, and the second is told', async () => {
    await endAccess(other, actor(admin))
    expect(await endAccess(other, actor(admin))).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await database.db.auditEntry.count({ where: { action: 'organiserAccessEnded' } })).toBe(1)
  })

  test('undone, the password of before works, and no login of then', async () => {
    const kept = await loginHeaders('ander@example.nl')
    await endAccess(other, actor(admin))
    expect(await restoreAccess(other, actor(admin))).toEqual({ ok: true, value: null })
    expect(await loggedInEmail(kept)).toBeUndefined()
    expect(await logIn({ email: 'ander@example.nl', password, ip })).toMatchObject({ ok: true })
    expect(await restoreAccess(other, actor(admin))).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })
})

describe('a role', () => {
  test('changes at once, with its entry in the trail', async () => {
    const headers = await loginHeaders('ander@example.nl')
    expect(await changeRole({ id: other, role: 'staff' }, actor(admin))).toEqual({ ok: true, value: null })
    expect((await auth().api.getSession({ headers }))?.user.role).toBe('staff')
    expect(await lastAction()).toBeDefined()
    expect(await database.db.auditEntry.count({ where: { action: 'organiserMadeStaff', subjectId: other } })).toBe(1)
    expect(await changeRole({ id: other, role: 'staff' }, actor(admin))).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
  })

  test('is not for staff to change', async () => {
    await changeRole({ id: other, role: 'staff' }, actor(admin))
    expect(await changeRole({ id: other, role: 'admin' }, actor(other))).toEqual({ ok: false, reason: 'not-allowed' })
  })
})

describe('the last admin', () => {
  test('can be neither ended nor made staff', async () => {
    await changeRole({ id: other, role: 'staff' }, actor(admin))
    expect(await endAccess(admin, actor(admin))).toEqual({ ok: false, reason: 'last-admin' })
    expect(await changeRole({ id: admin, role: 'staff' }, actor(admin))).toEqual({ ok: false, reason: 'last-admin' })
    expect(await countActiveAdmins()).toBe(1)
  })

  test('is whoever may log in: neither who was invited nor who was ended counts', async () => {
    await endAccess(other, actor(admin))
    await database.db.organiser.create({
      data: { id: crypto.randomUUID(), name: 'Genood', email: 'genood@example.nl', role: 'admin' },
    })
    expect(await endAccess(admin, actor(admin))).toEqual({ ok: false, reason: 'last-admin' })
  })

  test.each([1, 2, 3, 4, 5])('stays when two end each other at the same moment (round %i)', async () => {
    const results = await Promise.all([endAccess(other, actor(admin)), endAccess(admin, actor(other))])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual({ ok: false, reason: 'not-allowed' })
    expect(await countActiveAdmins()).toBe(1)
  })

  test('stays when two step down at the same moment', async () => {
    const down = (id: string) => changeRole({ id, role: 'staff' }, actor(id))
    const results = await Promise.all([down(admin), down(other)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual({ ok: false, reason: 'last-admin' })
    expect(await countActiveAdmins()).toBe(1)
  })

  test('would be gone without a turn: the checks above can fail', async () => {
    // Both have looked before either writes: what happens by itself now and then without a turn. Each looks once more as it
    // writes, so now and then one is soon enough to see the other: until it happens.
    await vi.waitFor(
      async () => {
        await database.db.organiser.updateMany({ where: { id: { in: [admin, other] } }, data: { endedAt: null } })
        let looked = 0
        let bothLooked = () => {}
        const both = new Promise<void>((resolve) => {
          bothLooked = resolve
        })
        const step = (id: string, organiserId: string) =>
          database.db.$transaction((tx) =>
            runAsAdmin(tx, actor(organiserId), async () => {
              looked += 1
              if (looked === 2) bothLooked()
              await both
              return await endAccessInTransaction(tx, id, actor(organiserId))
            }),
          )
        await Promise.all([step(other, admin), step(admin, other)])
        expect(await countActiveAdmins()).toBe(0)
      },
      { timeout: 20_000 },
    )
  })
})
