import { beforeEach, expect, test } from 'vitest'
import { listDatedTexts } from '@/lib/sessions/dated-texts'
import { createSession } from '@/lib/sessions/details'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, sessionTimes2022 } from '@/tests/support/fixtures/session'

const now = new Date('2022-09-01T08:00:00Z')
const database = await createTestDatabase()
let sessionId = ''

beforeEach(async () => {
  sessionId = (await createTestSession(database.db)).id
})

test('lists no text of a session without dates, days, times and links', async () => {
  await database.db.templateOverride.create({
    data: { sessionId, kind: 'reminderDay', subject: '', text: 'Dag {naam}, tot {datum}, {tijd}!', updatedAt: now },
  })
  expect(await listDatedTexts(sessionId)).toEqual([])
})

test('lists each text of a session with what was found, and for a copy only what the copy gets', async () => {
  const { db } = database
  const { questions } = await db.session.update({
    where: { id: sessionId },
    data: { title: 'Sessie van 8 november', body: 'Doe mee: https://example.nl/oud', audience: 'Dinsdag om 14.00 uur' },
    include: { questions: { orderBy: { position: 'asc' } } },
  })
  const [first, second, third] = questions
  const question = (id = '', data: object) => db.question.update({ where: { id }, data })
  await question(first?.id, { hint: 'Antwoord vóór 1 november' })
  await question(second?.id, { kind: 'one', options: ['op 8/11', 'op 9/11'] })
  await question(third?.id, { label: 'Kom je 8-11-2022?', retiredAt: now })
  await db.templateOverride.createMany({
    data: [
      { sessionId, kind: 'confirmation', subject: 'Tot 8 november', text: 'Je komt op 8 november', updatedAt: now },
      { sessionId, kind: 'reminderDay', subject: '', text: '[Doe mee](https://example.nl/zaal)', updatedAt: now },
    ],
  })
  await db.notificationSettings.update({ where: { sessionId }, data: { materials: 'www.example.nl/dia' } })
  const release = { sessionId, number: 1, onlineLink: 'https://example.nl', releasedAt: now }
  await db.release.create({ data: { ...release, agenda: '- 15.00 Welkom' } })

  const copied = [
    { source: { type: 'details', field: 'title' }, fragments: ['8 november'] },
    { source: { type: 'details', field: 'body' }, fragments: ['https://example.nl/oud'] },
    { source: { type: 'details', field: 'audience' }, fragments: ['Dinsdag', '14.00 uur'] },
    { source: { type: 'question', id: first?.id, label: 'Waar sta je?' }, fragments: ['1 november'] },
    { source: { type: 'question', id: second?.id, label: 'Wat wil je weten?' }, fragments: ['8/11', '9/11'] },
    { source: { type: 'mail', kind: 'confirmation' }, fragments: ['8 november'] },
    { source: { type: 'mail', kind: 'reminderDay' }, fragments: ['https://example.nl/zaal'] },
  ]
  expect(await listDatedTexts(sessionId)).toEqual([
    ...copied,
    { source: { type: 'materials' }, fragments: ['www.example.nl/dia'] },
    { source: { type: 'agenda' }, fragments: ['15.00'] },
  ])
  expect(await listDatedTexts(sessionId, { copied: true })).toEqual(copied)

  const { title, summary, body, audience, organisedBy, contactName, contactEmail } = await db.session.findUniqueOrThrow(
    { where: { id: sessionId } },
  )
  const details = { title, slug: '', summary, body, audience, organisedBy, contactName, contactEmail }
  const copy = await createSession(
    { details, times: sessionTimes2022, copyOf: sessionId },
    { now, organiserId: 'organisator' },
  )
  if (!copy.ok) throw new Error(copy.reason)
  const kept = (await listDatedTexts(copy.value.id)).map(({ fragments }) => fragments)
  expect(kept, 'the copy still says what the first session said').toEqual(copied.map(({ fragments }) => fragments))
})
