import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendTest } from '@/lib/messages/commands'
import { getPlaceholderExamples, previewMail } from '@/lib/messages/preview'
import { getMailText, getStandardWords, listAdaptedKinds } from '@/lib/messages/queries'
import { adaptableKinds, placeholders } from '@/lib/messages/schema'
import { saveMailText } from '@/lib/messages/words'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { releaseSession } from '@/lib/sessions/commands'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { startSmtp } from '@/tests/support/smtp'
import { deliverAllDue, later, october, queueConfirmations, transportTo } from './outbox'

const by = { now: october, organiserId: 'organisator' }
let database: TestDatabase
let organiserId = ''
let sessionId = ''
let registrationId = ''
beforeAll(async () => {
  database = await createTestDatabase()
  const made = { name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }
  await createFirstOrganiser(made, by)
  organiserId = (await database.db.organiser.findFirstOrThrow()).id
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.auditEntry.deleteMany()
  const { session, registrationIds } = await queueConfirmations(database.db, 1)
  sessionId = session.id
  registrationId = registrationIds[0] ?? ''
})

const kind = 'confirmation'
const own = { subject: 'Welkom, {naam}', text: 'Fijn dat {gemeente} meedoet.' }
const save = (different = {}, at = october) =>
  saveMailText({ sessionId, kind, version: '', ...own, ...different }, { ...by, now: at })
const versionNow = async () => (await getMailText(sessionId, kind)).version

async function deliver() {
  const smtp = await startSmtp()
  const transport = transportTo(smtp.url)
  await deliverAllDue(transport, later(october, 60))
  transport.close()
  await smtp.close()
  return await database.db.message.findFirstOrThrow({ where: { sessionId } })
}

test.each(['letter', 'confirmation', 'question-deadline'] as const)(
  'what a mail (%s) says for each placeholder is told before it is written',
  async (each) => {
    const examples = await getPlaceholderExamples(sessionId, each)
    const draft = { subject: placeholders.map((name) => `{${name}}`).join(' | '), text: 'Dag' }
    const { subject } = await previewMail({ sessionId, kind: each }, { now: october, draft })
    expect(subject).toBe(placeholders.map((name) => examples[name]).join(' | '))
    expect(examples.tijd).toBe('15.00 tot 16.30 uur')
  },
)

describe('words of one session', () => {
  test('are in its mails, and in those of no other session', async () => {
    expect(await save()).toEqual({ ok: true, value: null })
    expect(await listAdaptedKinds(sessionId)).toEqual([kind])
    expect(await deliver()).toMatchObject({
      subject: 'Welkom, Voorbeeld 0',
      text: expect.stringContaining('Fijn dat Utrecht meedoet.'),
    })
    const other = await queueConfirmations(database.db, 1)
    sessionId = other.session.id
    expect((await deliver()).subject).toContain('Je bent aangemeld')
  })

  test('are the standard ones again when a field is empty, or as the standard has it', async () => {
    await save({ text: getStandardWords(kind).text })
    expect(await getMailText(sessionId, kind)).toMatchObject({ subject: own.subject, text: '' })
    expect((await previewMail({ sessionId, kind }, by)).text).toContain('Je bent aangemeld voor')
    await save({ subject: '', text: '', version: await versionNow() }, later(october, 1))
    expect(await listAdaptedKinds(sessionId)).toEqual([])
    expect(await database.db.auditEntry.count({ where: { action: 'session.mail-text-saved' } })).toBe(2)
  })

  test('are not written over by a colleague who did not see them', async () => {
    const both = await Promise.all([save(), save({ subject: 'Anders' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await save({ version: await versionNow(), subject: 'Gezien' }, later(october, 1))).toMatchObject({
      ok: true,
    })
    expect(await getMailText(sessionId, kind)).toMatchObject({ subject: 'Gezien' })
    const nowhere = { sessionId: '00000000-0000-4000-8000-000000000000' }
    expect(await save(nowhere)).toEqual({ ok: false, reason: 'unknown-session' })
  })
})

describe('a preview', () => {
  const rows = async () =>
    JSON.stringify([await database.db.message.findMany(), await database.db.auditEntry.findMany()])

  test.each([...adaptableKinds, 'letter' as const])(
    'of %s: as a sample and as a real person, with a draft, changing nothing',
    async (each) => {
      const before = await rows()
      const draft = { subject: 'Voor {naam}', text: 'Over {kennissessie}.' }
      const sample = await previewMail({ sessionId, kind: each }, { now: october, draft })
      const toOrganisers = each === 'question-deadline'
      expect(sample.subject).toBe(toOrganisers ? 'Voor Voorbeeld Organisator' : 'Voor Sam Voorbeeld')
      expect(sample.text).toContain('Over ‘Voorbeeldsessie’.')
      const real = await previewMail({ sessionId, kind: each, registrationId }, { now: october, draft })
      expect(real.subject).toBe(toOrganisers ? 'Voor Voorbeeld Organisator' : 'Voor Voorbeeld 0')
      expect(real.text + real.html).not.toMatch(/\.invalid|\/deelnemen\/|undefined/)
      expect(await rows()).toBe(before)
    },
  )

  test('shows the release as it will be, and as it is', async () => {
    expect((await previewMail({ sessionId, kind: 'release' }, by)).text).toContain('Hier komt de agenda.')
    await releaseSession(
      { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom!', after: 0, expected: 1 },
      by,
    )
    const { text, html } = await previewMail({ sessionId, kind: 'release', registrationId }, by)
    expect(text).toContain('Welkom!')
    expect(text).toContain('#persoonlijke-link')
    expect(html).not.toContain('v.example.nl')
  })

  test.each([true, false])(
    'shows a corrected release as it will be (another link: %s), and mails it so',
    async (link) => {
      await releaseSession(
        { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Oud', after: 0, expected: 1 },
        by,
      )
      await database.db.message.deleteMany()
      const correction = { linkChanged: link, agendaChanged: !link }
      const mail = { sessionId, kind: 'changed', agenda: 'Nieuw', correction } as const
      const shown = await previewMail(mail, by)
      expect(shown.hasCalendar).toBe(true)
      await sendTest(mail, { ...by, organiserId })
      for (const text of [shown.text, (await deliver()).text]) {
        expect(text?.includes('Nieuw')).toBe(!link)
        expect(text).not.toMatch(/Oud|Het was:/)
        expect(text?.includes('De kennissessie heeft een nieuwe link.')).toBe(link)
        expect(text?.toLowerCase().includes('de agenda is nieuw')).toBe(!link)
      }
    },
  )
})

test.each([...adaptableKinds, 'letter' as const])(
  'a test mail of %s goes to the organiser alone, and holds no way in',
  async (each) => {
    await database.db.message.deleteMany()
    await releaseSession(
      { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom!', after: 0, expected: 1 },
      by,
    )
    await database.db.message.deleteMany()
    await sendTest({ sessionId, kind: each, draft: { subject: 'Zo dan?', text: 'Dag {naam}' } }, { ...by, organiserId })
    const message = await deliver()
    expect(message).toMatchObject({ sentAt: expect.any(Date), toAddress: 'o@example.nl', subject: 'Test: Zo dan?' })
    expect(message.calendar !== null).toBe(/kennissessie\.ics/.test(message.text ?? ''))
    expect(`${message.html}${message.text}${message.calendar}`).not.toMatch(/\.invalid|\/deelnemen\/|v\.example\.nl/)
  },
)
