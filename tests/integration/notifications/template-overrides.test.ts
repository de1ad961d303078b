import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adaptableKinds } from '@/lib/notifications/kinds/registry'
import { enqueueTestMail, getPlaceholderExamples, previewMail } from '@/lib/notifications/preview'
import { placeholders } from '@/lib/notifications/schema'
import {
  getDefaultTemplate,
  getTemplateOverride,
  listOverriddenKinds,
  saveTemplateOverride,
} from '@/lib/notifications/template-overrides'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { releaseSession } from '@/lib/sessions/release'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, enqueueConfirmations, findMail, october } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'

const actor = { now: october, organiserId: 'organisator' }
const { db } = await createTestDatabase()
let organiserId = ''
let sessionId = ''
let registrationId = ''
beforeAll(async () => {
  const made = { name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }
  await createFirstOrganiser(made, actor)
  organiserId = (await db.organiser.findFirstOrThrow()).id
})
beforeEach(async () => {
  await db.message.deleteMany()
  await db.auditEntry.deleteMany()
  const { session, registrationIds } = await enqueueConfirmations(db, 1)
  sessionId = session.id
  registrationId = registrationIds[0] ?? ''
})

const kind = 'confirmation'
const override = { subject: 'Welkom, {naam}', text: 'Fijn dat {gemeente} meedoet.' }
const saveOverride = (different = {}, at = october) =>
  saveTemplateOverride({ sessionId, kind, version: '', ...override, ...different }, { ...actor, now: at })
const currentVersion = async () => (await getTemplateOverride(sessionId, kind)).version

async function deliver() {
  await deliverAndReceive(addSeconds(october, 60))
  const { content } = await findMail({ sessionId, sentAt: { not: null } })
  if (!content) throw new Error('a sent mail has content')
  return content
}

test.each(['customMessage', 'confirmation', 'questionDeadline'] as const)(
  'the placeholder examples for %s equal the values that the mail fills in',
  async (each) => {
    const examples = await getPlaceholderExamples(sessionId, each)
    const draft = { subject: placeholders.map((name) => `{${name}}`).join(' | '), text: 'Dag' }
    const { subject } = await previewMail({ sessionId, kind: each }, { now: october, draft })
    expect(subject).toBe(placeholders.map((name) => examples[name]).join(' | '))
    expect(examples.tijd).toBe('15.00 tot 16.30 uur')
  },
)

describe('a template override', () => {
  test('changes the mails of its session only', async () => {
    expect(await saveOverride()).toEqual({ ok: true, value: null })
    expect(await listOverriddenKinds(sessionId)).toEqual([kind])
    expect(await deliver()).toMatchObject({
      subject: 'Welkom, Voorbeeld 0',
      text: expect.stringContaining('Fijn dat Utrecht meedoet.'),
    })
    const other = await enqueueConfirmations(db, 1)
    sessionId = other.session.id
    expect((await deliver()).subject).toContain('Je bent aangemeld')
  })

  test('follows the default again for a field that is empty or equals the default', async () => {
    await saveOverride({ text: getDefaultTemplate(kind).text })
    expect(await getTemplateOverride(sessionId, kind)).toMatchObject({ subject: override.subject, text: '' })
    expect((await previewMail({ sessionId, kind }, actor)).text).toContain('Je bent aangemeld voor')
    await saveOverride({ subject: '', text: '', version: await currentVersion() }, addSeconds(october, 1))
    expect(await listOverriddenKinds(sessionId)).toEqual([])
    expect(await db.auditEntry.count({ where: { action: 'templateOverrideSaved' } })).toBe(2)
  })

  test('is refused when another organiser changed the template meanwhile', async () => {
    const both = await Promise.all([saveOverride(), saveOverride({ subject: 'Anders' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(
      await saveOverride({ version: await currentVersion(), subject: 'Gezien' }, addSeconds(october, 1)),
    ).toMatchObject({
      ok: true,
    })
    expect(await getTemplateOverride(sessionId, kind)).toMatchObject({ subject: 'Gezien' })
    const nowhere = { sessionId: '00000000-0000-4000-8000-000000000000' }
    expect(await saveOverride(nowhere)).toEqual({ ok: false, reason: 'unknown-session' })
  })
})

describe('a preview', () => {
  const rows = async () => JSON.stringify([await db.message.findMany(), await db.auditEntry.findMany()])

  test.each([...adaptableKinds, 'customMessage' as const])(
    'of %s renders a draft for a sample and for a real participant, and stores nothing',
    async (each) => {
      const before = await rows()
      const draft = { subject: 'Voor {naam}', text: 'Over {kennissessie}.' }
      const sample = await previewMail({ sessionId, kind: each }, { now: october, draft })
      const toOrganisers = each === 'questionDeadline'
      expect(sample.subject).toBe(toOrganisers ? 'Voor Voorbeeld Organisator' : 'Voor Sam Voorbeeld')
      expect(sample.text).toContain('Over ‘Voorbeeldsessie’.')
      const real = await previewMail({ sessionId, kind: each, registrationId }, { now: october, draft })
      expect(real.subject).toBe(toOrganisers ? 'Voor Voorbeeld Organisator' : 'Voor Voorbeeld 0')
      expect(real.text + real.html).not.toMatch(/\.invalid|\/deelnemen\/|undefined/)
      expect(await rows()).toBe(before)
    },
  )

  test('of the release shows a sample agenda before the release and the stored agenda after it', async () => {
    expect((await previewMail({ sessionId, kind: 'release' }, actor)).text).toContain('Hier komt de agenda.')
    await releaseSession(
      { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom!', after: 0, expected: 1 },
      actor,
    )
    const { text, html } = await previewMail({ sessionId, kind: 'release', registrationId }, actor)
    expect(text).toContain('Welkom!')
    expect(text).toContain('#persoonlijke-link')
    expect(html).not.toContain('v.example.nl')
  })

  test.each([true, false])('of a corrected release (other link: %s) equals the test mail', async (link) => {
    await releaseSession(
      { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Oud', after: 0, expected: 1 },
      actor,
    )
    await db.message.deleteMany()
    const correction = { linkChanged: link, agendaChanged: !link }
    const mail = { sessionId, kind: 'sessionChanged', agenda: 'Nieuw', correction } as const
    const shown = await previewMail(mail, actor)
    expect(shown.hasCalendar).toBe(true)
    await enqueueTestMail(mail, { ...actor, organiserId })
    for (const text of [shown.text, (await deliver()).text]) {
      expect(text?.includes('Nieuw')).toBe(!link)
      expect(text).not.toMatch(/Oud|Het was:/)
      expect(text?.includes('De kennissessie heeft een nieuwe link.')).toBe(link)
      expect(text?.toLowerCase().includes('de agenda is nieuw')).toBe(!link)
    }
  })
})

test.each([...adaptableKinds, 'customMessage' as const])(
  'a test mail of %s goes to the organiser only and holds no personal link',
  async (each) => {
    await db.message.deleteMany()
    await releaseSession(
      { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom!', after: 0, expected: 1 },
      actor,
    )
    await db.message.deleteMany()
    await enqueueTestMail(
      { sessionId, kind: each, draft: { subject: 'Zo dan?', text: 'Dag {naam}' } },
      { ...actor, organiserId },
    )
    const mail = await deliver()
    expect(mail).toMatchObject({ toAddress: 'o@example.nl', subject: 'Test: Zo dan?' })
    expect(mail.calendar !== null).toBe(/kennissessie\.ics/.test(mail.text ?? ''))
    expect(`${mail.html}${mail.text}${mail.calendar}`).not.toMatch(/\.invalid|\/deelnemen\/|v\.example\.nl/)
  },
)
