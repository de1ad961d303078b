import { beforeEach, describe, expect, test, vi } from 'vitest'
import { changeRole, endAccess, endAccessInTransaction, restoreAccess } from '@/lib/organisers/access'
import { getLogin } from '@/lib/organisers/auth'
import { checkAdminAndChange } from '@/lib/organisers/locks'
import { logIn } from '@/lib/organisers/login'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { ip, loggedInEmail, loginHeaders, password, resetToAdminAndColleague } from './organiser-fixtures'

const now = new Date()

const { db } = await createTestDatabase()

let admin: string
let other: string
beforeEach(async () => {
  ;({ admin, id: other } = await resetToAdminAndColleague(db, { email: 'ander@example.nl', role: 'admin' }))
})

const actor = (organiserId: string) => ({ now, organiserId })
const countActiveAdmins = () => db.organiser.count({ where: { role: 'admin', endedAt: null } })

describe('endAccess', () => {
  test('ends every login and refuses the right password', async () => {
    const [first, second] = [await loginHeaders('ander@example.nl'), await loginHeaders('ander@example.nl')]
    expect(await endAccess(other, actor(admin))).toEqual({ ok: true, value: null })
    expect([await loggedInEmail(first), await loggedInEmail(second)]).toEqual([undefined, undefined])
    expect(await db.login.count({ where: { userId: other } })).toBe(0)
    expect(await logIn({ email: 'ander@example.nl', password, ip }, { now: new Date() })).toEqual({
      ok: false,
      reason: 'wrong',
    })
    const entry = await db.auditEntry.findFirst({ where: { action: 'organiserAccessEnded' } })
    expect(entry).toMatchObject({ actorType: 'organiser', actorId: admin, subjectType: 'organiser', subjectId: other })
  })

  test('refuses changes by an admin whose access has just ended', async () => {
    await endAccess(other, actor(admin))
    expect(await endAccess(admin, actor(other))).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await changeRole({ id: admin, role: 'staff' }, actor(other))).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await restoreAccess(other, actor(other))).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('refuses to end access twice', async () => {
    await endAccess(other, actor(admin))
    expect(await endAccess(other, actor(admin))).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await db.auditEntry.count({ where: { action: 'organiserAccessEnded' } })).toBe(1)
  })

  test('can be undone: the password works again, former logins do not', async () => {
    const formerLogin = await loginHeaders('ander@example.nl')
    await endAccess(other, actor(admin))
    expect(await restoreAccess(other, actor(admin))).toEqual({ ok: true, value: null })
    expect(await loggedInEmail(formerLogin)).toBeUndefined()
    expect(await logIn({ email: 'ander@example.nl', password, ip }, { now: new Date() })).toMatchObject({ ok: true })
    expect(await restoreAccess(other, actor(admin))).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })
})

describe('changeRole', () => {
  test('changes the role of a current login and writes an audit entry', async () => {
    const headers = await loginHeaders('ander@example.nl')
    expect(await changeRole({ id: other, role: 'staff' }, actor(admin))).toEqual({ ok: true, value: null })
    expect((await getLogin(headers, new Date()))?.organiser.role).toBe('staff')
    expect(await db.auditEntry.count({ where: { action: 'organiserMadeStaff', subjectId: other } })).toBe(1)
    expect(await changeRole({ id: other, role: 'staff' }, actor(admin))).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
  })

  test('refuses staff', async () => {
    await changeRole({ id: other, role: 'staff' }, actor(admin))
    expect(await changeRole({ id: other, role: 'admin' }, actor(other))).toEqual({ ok: false, reason: 'not-allowed' })
  })
})

describe('the last admin', () => {
  test('cannot be ended or made staff', async () => {
    await changeRole({ id: other, role: 'staff' }, actor(admin))
    expect(await endAccess(admin, actor(admin))).toEqual({ ok: false, reason: 'last-admin' })
    expect(await changeRole({ id: admin, role: 'staff' }, actor(admin))).toEqual({ ok: false, reason: 'last-admin' })
    expect(await countActiveAdmins()).toBe(1)
  })

  test('is the last one who may log in, beside invited and ended admins', async () => {
    await endAccess(other, actor(admin))
    await db.organiser.create({
      data: { id: crypto.randomUUID(), name: 'Genood', email: 'genood@example.nl', role: 'admin' },
    })
    expect(await endAccess(admin, actor(admin))).toEqual({ ok: false, reason: 'last-admin' })
  })

  test.each([1, 2, 3, 4, 5])('remains when two admins end each other at the same moment (round %i)', async () => {
    const results = await Promise.all([endAccess(other, actor(admin)), endAccess(admin, actor(other))])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual({ ok: false, reason: 'not-allowed' })
    expect(await countActiveAdmins()).toBe(1)
  })

  test('remains when two admins step down at the same moment', async () => {
    const stepDown = (id: string) => changeRole({ id, role: 'staff' }, actor(id))
    const results = await Promise.all([stepDown(admin), stepDown(other)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual({ ok: false, reason: 'last-admin' })
    expect(await countActiveAdmins()).toBe(1)
  })

  test('does not remain without the lock', async () => {
    // Both have passed the admin check before either writes. Each counts the admins once more while writing, so one may
    // still see the other: repeated until neither does.
    await vi.waitFor(
      async () => {
        await db.organiser.updateMany({ where: { id: { in: [admin, other] } }, data: { endedAt: null } })
        let checked = 0
        let bothChecked = () => {}
        const both = new Promise<void>((resolve) => {
          bothChecked = resolve
        })
        const endWithoutLock = (id: string, organiserId: string) =>
          db.$transaction((tx) =>
            checkAdminAndChange(tx, actor(organiserId), async () => {
              checked += 1
              if (checked === 2) bothChecked()
              await both
              return await endAccessInTransaction(tx, id, actor(organiserId))
            }),
          )
        await Promise.all([endWithoutLock(other, admin), endWithoutLock(admin, other)])
        expect(await countActiveAdmins()).toBe(0)
      },
      { timeout: 20_000 },
    )
  })
})
