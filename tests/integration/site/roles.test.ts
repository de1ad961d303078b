import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OrganiserIntent } from '@/app/beheer/organisatoren/[organisator]/_components/organiser-actions'
import { invite } from '@/lib/organisers/invitations'
import { routes } from '@/lib/platform/routes'
import { noteFingerprint } from '@/lib/registrations/rules'
import { addOrganiser, loginCookie, resetToAdminAndColleague } from '@/tests/integration/organisers/organiser-fixtures'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

// What only a beheerder may, asked by a medewerker who makes the request by hand: the buttons are not on their page.
let database: TestDatabase
let site: Site
let admin: { id: string; cookie: string }
let staff: { id: string; cookie: string }
beforeAll(async () => {
  database = await createTestDatabase()
  site = await startSite({ env: { DATABASE_URL: database.url, APP_SECRET: process.env.APP_SECRET ?? '' } })
}, 120_000)
beforeEach(async () => {
  const made = await resetToAdminAndColleague(database.db, { email: 'medewerker@example.nl' })
  admin = { id: made.admin, cookie: await loginCookie('beheerder@example.nl') }
  staff = { id: made.id, cookie: await loginCookie('medewerker@example.nl') }
})
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

type FormRequest = { path: string; field: string; values: Record<string, string>; by: { cookie: string } }

/** Sends the form with this field of a page that a beheerder may open, as somebody else; gives where that leads, and what it says. */
async function send({ path, field, values, by: { cookie } }: FormRequest) {
  const form = await fetchForm(`${site.url}${path}`, { cookie: admin.cookie, field })
  for (const [name, value] of Object.entries(values)) form.fields.set(name, value)
  const response = await submitForm({ ...form, headers: { ...form.headers, cookie } })
  const to = response.headers.get('location')
  return { to: to && new URL(to, site.url).pathname, says: await response.text() }
}
const auditActions = () => database.db.auditEntry.findMany({ select: { action: true }, orderBy: { at: 'asc' } })

describe('a question of a form', () => {
  it('is deleted by a beheerder and not by a medewerker', async () => {
    const { id } = await createTestSession(database.db)
    const question = await database.db.question.create({
      data: { id: randomUUID(), sessionId: id, position: 4, label: 'Overbodig?', retiredAt: new Date() },
    })
    const before = await auditActions()
    const press = { path: routes.formQuestions(id), field: 'seen', values: { intent: `delete ${question.id}` } }
    const isThere = async () => (await database.db.question.count({ where: { id: question.id } })) === 1

    expect((await send({ ...press, by: staff })).to).toBe(routes.forbidden())
    expect(await isThere()).toBe(true)
    expect(await auditActions()).toEqual(before)
    await send({ ...press, by: admin })
    expect(await isThere()).toBe(false)
  })
})

describe('a note', () => {
  async function noteBy(organiserId: string) {
    const { id: sessionId } = await createTestSession(database.db)
    const { id: registrationId } = await addParticipant(database.db, sessionId)
    const data = { id: randomUUID(), registrationId, text: 'Belt nog', createdAt: new Date(), createdBy: organiserId }
    const note = await database.db.registrationNote.create({ data })
    const values = { intent: 'delete', noteId: note.id, seen: noteFingerprint(note) }
    return {
      press: { path: routes.registration(sessionId, registrationId), field: 'noteId', values },
      isThere: async () => (await database.db.registrationNote.count({ where: { id: note.id } })) === 1,
    }
  }

  it('of a colleague is not taken away by a medewerker, and is by a beheerder', async () => {
    const { press, isThere } = await noteBy(admin.id)
    const before = await auditActions()
    expect((await send({ ...press, by: staff })).says).toContain('Weghalen kan een beheerder ook.')
    expect(await isThere()).toBe(true)
    expect(await auditActions()).toEqual(before)
    await send({ ...press, by: admin })
    expect(await isThere()).toBe(false)
  })

  it('of one’s own is taken away by a medewerker too', async () => {
    const { press, isThere } = await noteBy(staff.id)
    await send({ ...press, by: staff })
    expect(await isThere()).toBe(false)
  })
})

describe('organisers', () => {
  const everything = async () => ({
    organisers: await database.db.organiser.findMany({ orderBy: { id: 'asc' }, omit: { updatedAt: true } }),
    entries: await auditActions(),
    messages: await database.db.message.count(),
  })

  it('are invited by nobody but a beheerder', async () => {
    const values = { name: 'Noor', email: 'noor@example.nl', role: 'admin' }
    const before = await everything()
    expect((await send({ path: routes.inviteOrganiser(), field: 'email', values, by: staff })).to).toBe(
      routes.forbidden(),
    )
    expect(await everything()).toEqual(before)
    expect((await send({ path: routes.inviteOrganiser(), field: 'email', values, by: admin })).to).toBe(
      routes.organisers(),
    )
  })

  const people: Record<OrganiserIntent, 'active' | 'ended' | 'invited'> = {
    role: 'active',
    end: 'active',
    'reset-two-factor': 'active',
    restore: 'ended',
    'resend-invitation': 'invited',
    withdraw: 'invited',
  }
  it.each(Object.entries(people))(
    '%s is for a beheerder, and changes nothing for a medewerker',
    async (press, state) => {
      const other = await somebody(state)
      const deed = { path: routes.organiser(other), field: 'role', values: { intent: press, role: 'admin' } }
      const before = await everything()
      expect((await send({ ...deed, by: staff })).to).toBe(routes.forbidden())
      expect(await everything()).toEqual(before)
      await send({ ...deed, by: admin })
      expect(await everything()).not.toEqual(before)
    },
  )

  async function somebody(state: (typeof people)[OrganiserIntent]): Promise<string> {
    const email = 'noor@example.nl'
    if (state === 'invited') {
      const invited = await invite({ name: 'Noor', email, role: 'staff' }, { now: new Date(), organiserId: admin.id })
      return invited.ok ? invited.value.id : ''
    }
    const id = await addOrganiser(database.db, { invitedBy: admin.id, email })
    const data = state === 'ended' ? { endedAt: new Date() } : { twoFactorEnabled: true }
    await database.db.organiser.update({ where: { id }, data })
    return id
  }
})
