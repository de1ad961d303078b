import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OrganiserIntent } from '@/app/beheer/organisatoren/[organisator]/_components/organiser-actions'
import { invite } from '@/lib/organisers/invitations'
import { routes } from '@/lib/platform/routes'
import { noteFingerprint } from '@/lib/registrations/rules'
import { addOrganiser, loginCookie, resetToAdminAndColleague } from '@/tests/integration/organisers/organiser-fixtures'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { sharedSecret, startSiteForFile } from '@/tests/support/servers/site-for-file'

// Staff send these requests by hand, because their pages lack the buttons.
const site = await startSiteForFile(sharedSecret)
let admin: { id: string; cookie: string }
let staff: { id: string; cookie: string }
beforeEach(async () => {
  const organisers = await resetToAdminAndColleague(site.db, { email: 'medewerker@example.nl' })
  admin = { id: organisers.admin, cookie: await loginCookie('beheerder@example.nl') }
  staff = { id: organisers.id, cookie: await loginCookie('medewerker@example.nl') }
})

type FormRequest = { path: string; field: string; values: Record<string, string>; by: { cookie: string } }

/** Loads the form with this field as an admin, and submits it with the cookie of another organiser. */
async function send({ path, field, values, by: { cookie } }: FormRequest) {
  const form = await fetchForm(`${site.url}${path}`, { cookie: admin.cookie, field })
  for (const [name, value] of Object.entries(values)) form.fields.set(name, value)
  const response = await submitForm({ ...form, headers: { ...form.headers, cookie } })
  const to = response.headers.get('location')
  return { to: to && new URL(to, site.url).pathname, page: await response.text() }
}
const auditActions = () => site.db.auditEntry.findMany({ select: { action: true }, orderBy: { at: 'asc' } })

describe('a form question', () => {
  it('can be deleted by an admin but not by staff', async () => {
    const { id } = await createTestSession(site.db)
    const question = await site.db.question.create({
      data: { id: randomUUID(), sessionId: id, position: 4, label: 'Overbodig?', retiredAt: new Date() },
    })
    const before = await auditActions()
    const deletion = { path: routes.formQuestions(id), field: 'seen', values: { intent: `delete ${question.id}` } }
    const exists = async () => (await site.db.question.count({ where: { id: question.id } })) === 1

    expect((await send({ ...deletion, by: staff })).to).toBe(routes.forbidden())
    expect(await exists()).toBe(true)
    expect(await auditActions()).toEqual(before)
    await send({ ...deletion, by: admin })
    expect(await exists()).toBe(false)
  })
})

describe('a note', () => {
  async function noteBy(organiserId: string) {
    const { id: sessionId } = await createTestSession(site.db)
    const { id: registrationId } = await addParticipant(site.db, sessionId)
    const data = { id: randomUUID(), registrationId, text: 'Belt nog', createdAt: new Date(), createdBy: organiserId }
    const note = await site.db.registrationNote.create({ data })
    const values = { intent: 'delete', noteId: note.id, seen: noteFingerprint(note) }
    return {
      deletion: { path: routes.registration(sessionId, registrationId), field: 'noteId', values },
      exists: async () => (await site.db.registrationNote.count({ where: { id: note.id } })) === 1,
    }
  }

  it('of a colleague can be deleted by an admin but not by staff', async () => {
    const { deletion, exists } = await noteBy(admin.id)
    const before = await auditActions()
    expect((await send({ ...deletion, by: staff })).page).toContain('Weghalen kan een beheerder ook.')
    expect(await exists()).toBe(true)
    expect(await auditActions()).toEqual(before)
    await send({ ...deletion, by: admin })
    expect(await exists()).toBe(false)
  })

  it('can be deleted by its author without the admin role', async () => {
    const { deletion, exists } = await noteBy(staff.id)
    await send({ ...deletion, by: staff })
    expect(await exists()).toBe(false)
  })
})

describe('organisers', () => {
  const snapshot = async () => ({
    organisers: await site.db.organiser.findMany({ orderBy: { id: 'asc' }, omit: { updatedAt: true } }),
    entries: await auditActions(),
    messages: await site.db.message.count(),
  })

  it('can be invited by an admin but not by staff', async () => {
    const values = { name: 'Noor', email: 'noor@example.nl', role: 'admin' }
    const before = await snapshot()
    expect((await send({ path: routes.inviteOrganiser(), field: 'email', values, by: staff })).to).toBe(
      routes.forbidden(),
    )
    expect(await snapshot()).toEqual(before)
    expect((await send({ path: routes.inviteOrganiser(), field: 'email', values, by: admin })).to).toBe(
      routes.organisers(),
    )
  })

  const stateNeeded: Record<OrganiserIntent, 'active' | 'ended' | 'invited'> = {
    role: 'active',
    end: 'active',
    'reset-two-factor': 'active',
    restore: 'ended',
    'resend-invitation': 'invited',
    withdraw: 'invited',
  }
  it.each(Object.entries(stateNeeded))(
    '%s changes an organiser for an admin and nothing for staff',
    async (intent, state) => {
      const other = await addOrganiserIn(state)
      const request = { path: routes.organiser(other), field: 'role', values: { intent, role: 'admin' } }
      const before = await snapshot()
      expect((await send({ ...request, by: staff })).to).toBe(routes.forbidden())
      expect(await snapshot()).toEqual(before)
      await send({ ...request, by: admin })
      expect(await snapshot()).not.toEqual(before)
    },
  )

  async function addOrganiserIn(state: (typeof stateNeeded)[OrganiserIntent]): Promise<string> {
    const email = 'noor@example.nl'
    if (state === 'invited') {
      const invited = await invite({ name: 'Noor', email, role: 'staff' }, { now: new Date(), organiserId: admin.id })
      return invited.ok ? invited.value.id : ''
    }
    const id = await addOrganiser(site.db, { invitedBy: admin.id, email })
    const data = state === 'ended' ? { endedAt: new Date() } : { twoFactorEnabled: true }
    await site.db.organiser.update({ where: { id }, data })
    return id
  }
})
