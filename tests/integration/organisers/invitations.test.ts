import { beforeEach, describe, expect, test } from 'vitest'
import { findLinkOwner } from '@/lib/organisers/account-links'
import { acceptInvitation, invite, resendInvitation, withdrawInvitation } from '@/lib/organisers/invitations'
import { logIn } from '@/lib/organisers/login'
import { listOrganisers } from '@/lib/organisers/queries'
import { sign } from '@/lib/platform/tokens'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createAdmin, ip, linkToken, password } from './organiser-fixtures'

const now = new Date('2022-10-01T08:00:00Z')
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 60 * 60_000)
const colleague = { name: 'Noor Voorbeeld', email: 'noor@example.nl', role: 'staff' } as const

const { db } = await createTestDatabase()

let admin: string
beforeEach(async () => {
  await db.organiser.deleteMany()
  await db.auditEntry.deleteMany()
  await db.rateLimit.deleteMany()
  admin = await createAdmin(now)
})

async function inviteColleague() {
  const result = await invite(colleague, { now, organiserId: admin })
  if (!result.ok) throw new Error(result.reason)
  return { id: result.value.id, token: await linkToken(db, result.value.id, 'invitation') }
}
const accept = (token: string, at = now) => acceptInvitation({ token, name: 'Noor', password }, { now: at })
const tryLogin = () => logIn({ email: colleague.email, password, ip }, { now: new Date() })
const actions = async () => (await db.auditEntry.findMany({ orderBy: { at: 'asc' } })).map(({ action }) => action)

describe('invitation', () => {
  test('is mailed, and its acceptance creates an account with password and role', async () => {
    const { id, token } = await inviteColleague()
    expect(await db.message.findMany()).toMatchObject([
      { kind: 'invitation', organiserId: id, sessionId: null, expiresAt: hoursLater(48) },
    ])
    expect(await findLinkOwner('invitation', token, now)).toEqual({ name: colleague.name, email: colleague.email })
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

  test('allows no login before it is accepted', async () => {
    await inviteColleague()
    expect(await tryLogin()).toEqual({ ok: false, reason: 'wrong' })
  })

  test('works for 48 hours', async () => {
    const { token } = await inviteColleague()
    const justInTime = new Date(hoursLater(48).getTime() - 1)
    expect(await findLinkOwner('invitation', token, justInTime)).not.toBeNull()
    expect(await findLinkOwner('invitation', token, hoursLater(48))).toBeNull()
    expect(await accept(token, hoursLater(48))).toEqual({ ok: false, reason: 'dead-link' })
    expect(await accept(token, justInTime)).toMatchObject({ ok: true })
  })

  test('is accepted once for ten concurrent calls', async () => {
    const { token } = await inviteColleague()
    const results = await Promise.all(Array.from({ length: 10 }, () => accept(token)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await accept(token)).toEqual({ ok: false, reason: 'dead-link' })
    expect(await db.account.count({ where: { organiser: { email: colleague.email } } })).toBe(1)
  })

  test('has a link that is not in the database and cannot be forged', async () => {
    const { id, token } = await inviteColleague()
    const [, signature = ''] = token.split('.')
    const rows = JSON.stringify([await db.message.findMany(), await db.organiser.findMany()])
    expect(rows).not.toContain(signature)
    for (const other of ['', 'x', `${token}x`, sign('new-password', [id, 1]), sign('take-part', [id, 1])]) {
      expect(await findLinkOwner('invitation', other, now)).toBeNull()
      expect(await accept(other)).toEqual({ ok: false, reason: 'dead-link' })
    }
  })

  test('gets a new link when resent, and the former link stops working', async () => {
    const { id, token } = await inviteColleague()
    expect(await resendInvitation(id, { now: hoursLater(50), organiserId: admin })).toMatchObject({ ok: true })
    expect(await accept(token, hoursLater(51))).toEqual({ ok: false, reason: 'dead-link' })
    expect(await accept(await linkToken(db, id, 'invitation'), hoursLater(97))).toMatchObject({ ok: true })
    expect(await resendInvitation(id, { now: hoursLater(98), organiserId: admin })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
  })

  test('leaves only audit entries when withdrawn, and the address can be invited again', async () => {
    const { id, token } = await inviteColleague()
    expect(await withdrawInvitation(id, { now, organiserId: admin })).toMatchObject({ ok: true })
    expect(await accept(token)).toEqual({ ok: false, reason: 'dead-link' })
    expect(await db.message.count()).toBe(0)
    expect(await withdrawInvitation(id, { now, organiserId: admin })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    expect(await invite(colleague, { now, organiserId: admin })).toMatchObject({ ok: true })
    expect(await actions()).toContain('invitationWithdrawn')
  })

  test('is refused for a known address, also concurrently', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => invite(colleague, { now, organiserId: admin })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.message.count()).toBe(1)
    const known = { ...colleague, email: 'beheerder@example.nl' }
    expect(await invite(known, { now, organiserId: admin })).toEqual({ ok: false, reason: 'exists' })
  })

  test('is refused to staff and to an unknown organiser', async () => {
    const { id, token } = await inviteColleague()
    await accept(token)
    const refusal = { ok: false, reason: 'not-allowed' }
    for (const organiserId of [id, crypto.randomUUID()]) {
      expect(await invite({ ...colleague, email: 'ander@example.nl' }, { now, organiserId })).toEqual(refusal)
      expect(await resendInvitation(id, { now, organiserId })).toEqual(refusal)
      expect(await withdrawInvitation(id, { now, organiserId })).toEqual(refusal)
    }
  })

  test('stores a hostile name unchanged', async () => {
    const name = `<img src=x onerror=alert(1)> 'O’Brien'; DROP TABLE "Organiser" -- 🎉 \u202Enoor`
    await invite({ ...colleague, name }, { now, organiserId: admin })
    expect((await listOrganisers(now)).map((each) => each.name)).toContain(name)
  })
})
