import { beforeEach, describe, expect, test } from 'vitest'
import { createSession, saveSession } from '@/lib/sessions/details'
import { getPublishedSession, listSessions, suggestSlug } from '@/lib/sessions/queries'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession, sessionTimes2022 } from '@/tests/support/fixtures/session'

const now = new Date('2022-09-01T08:00:00Z')
const actor = { now, organiserId: 'organisator' }
const unknownId = '00000000-0000-4000-8000-000000000000'
const content = {
  title: 'Aan de slag',
  slug: '',
  summary: 'Kort.',
  body: 'Lang.',
  audience: 'Voor iedereen.',
  organisedBy: 'Voorbeeld',
  contactName: 'Sam Voorbeeld',
  contactEmail: 'sam@example.nl',
}
const taken = { ok: false, reason: 'slug-taken' }

const database = await createTestDatabase()
beforeEach(async () => {
  const { db } = database
  await db.auditEntry.deleteMany()
  await db.registration.deleteMany()
  await db.templateOverride.deleteMany()
  await db.question.deleteMany()
  await db.session.deleteMany()
})

const create = (different: Partial<typeof content> = {}, copyOf: string | null = null) =>
  createSession({ details: { ...content, ...different }, times: sessionTimes2022, copyOf }, actor)
const save = (sessionId: string, changes: Partial<typeof content>, version = 1) =>
  saveSession({ sessionId, details: { ...content, slug: 'aan-de-slag', ...changes }, version }, actor)
const session = (id: string) => database.db.session.findUniqueOrThrow({ where: { id } })
const actions = async () => (await database.db.auditEntry.findMany()).map(({ action }) => action)
async function createSessionId(different: Partial<typeof content> = {}) {
  const result = await create(different)
  if (!result.ok) throw new Error(result.reason)
  return result.value.id
}

describe('createSession', () => {
  test('derives the slug from the title, leaves the session unpublished and audits it', async () => {
    const id = await createSessionId()
    expect(await session(id)).toMatchObject({ ...content, slug: 'aan-de-slag', publishedAt: null, ...sessionTimes2022 })
    expect(await actions()).toEqual(['sessionCreated'])
    expect(await getPublishedSession('aan-de-slag')).toBeNull()
  })

  test('creates one session when twenty requests claim the same slug', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => create()))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(19).fill(taken))
    expect(await database.db.session.count()).toBe(1)
    expect(await actions()).toEqual(['sessionCreated'])
  })

  test('refuses a former slug of another session', async () => {
    const id = await createSessionId()
    await save(id, { slug: 'anders' })
    expect(await create()).toEqual(taken)
    expect(await create({ slug: 'anders' })).toEqual(taken)
    expect(await database.db.session.count()).toBe(1)
  })

  test('accepts the slug that suggestSlug found', async () => {
    const id = await createSessionId()
    await save(id, { slug: 'anders' })
    const wanted = { wanted: 'aan-de-slag', startsAt: sessionTimes2022.startsAt }
    expect(await suggestSlug({ ...wanted, sessionId: id }), 'its own former slug').toBe('aan-de-slag')
    expect(await suggestSlug(wanted)).toBe('aan-de-slag-november-2022')
    await createSessionId({ slug: 'aan-de-slag-november-2022' })
    expect(await suggestSlug(wanted)).toBe('aan-de-slag-2')
    expect(await create({ slug: await suggestSlug(wanted) })).toMatchObject({ ok: true })
  })

  test('falls back to a default slug for a title without letters', async () => {
    expect(await session(await createSessionId({ title: '日本' }))).toMatchObject({ slug: 'kennissessie' })
  })

  test('copies active questions, notification settings and templates but no registrations', async () => {
    const source = await createTestSession(database.db)
    const [first, second, third] = source.questions
    await database.db.question.update({
      where: { id: second?.id },
      data: { isAgendaQuestion: false, kind: 'several', options: ['Een', 'Twee'], hint: 'Kies maar', required: false },
    })
    await database.db.question.update({ where: { id: first?.id }, data: { retiredAt: now } })
    await database.db.notificationSettings.update({
      where: { sessionId: source.id },
      data: { followUpAudience: 'all', remindHourBefore: false },
    })
    await database.db.templateOverride.create({
      data: { sessionId: source.id, kind: 'followUp', subject: 'Dank', text: '', updatedAt: now },
    })
    await addParticipant(database.db, source.id)

    const copy = await create({}, source.id)
    const id = copy.ok ? copy.value.id : ''
    expect(await session(id)).toMatchObject({ publishedAt: null })
    const settings = await database.db.notificationSettings.findUnique({ where: { sessionId: id } })
    expect(settings).toMatchObject({ followUpAudience: 'all', remindHourBefore: false })
    const questions = await database.db.question.findMany({ where: { sessionId: id }, orderBy: { position: 'asc' } })
    expect(questions).toMatchObject([
      {
        position: 1,
        label: second?.label,
        kind: 'several',
        options: ['Een', 'Twee'],
        required: false,
        hint: 'Kies maar',
      },
      { position: 2, label: third?.label, kind: 'text', isAgendaQuestion: true },
    ])
    expect(await database.db.templateOverride.count({ where: { sessionId: id, subject: 'Dank' } })).toBe(1)
    expect(await database.db.registration.count({ where: { sessionId: id } })).toBe(0)
    expect(await create({ slug: 'nog-een' }, unknownId)).toEqual({ ok: false, reason: 'unknown-session' })
  })
})

describe('saveSession', () => {
  test('saves one of two concurrent edits and refuses the other', async () => {
    const id = await createSessionId()
    const [first, second] = await Promise.all([save(id, { body: 'Van de een' }), save(id, { body: 'Van de ander' })])
    expect([first, second]).toContainEqual({ ok: false, reason: 'changed-meanwhile' })
    expect([first, second]).toContainEqual({ ok: true, value: null })
    expect(await session(id)).toMatchObject({ body: first.ok ? 'Van de een' : 'Van de ander', version: 2 })
    expect(await actions()).toEqual(['sessionCreated', 'sessionEdited'])
    expect(await save(id, { body: 'Na het lezen' }, 2)).toMatchObject({ ok: true })
  })

  test('treats the same details saved three times as one change', async () => {
    const id = await createSessionId()
    const same = () => save(id, { body: 'Twee keer' })
    expect(await Promise.all([same(), same(), same()])).toEqual(Array(3).fill({ ok: true, value: null }))
    expect(await session(id)).toMatchObject({ version: 2 })
    expect(await actions()).toEqual(['sessionCreated', 'sessionEdited'])
  })

  test('keeps former slugs working after several renames', async () => {
    const { db } = database
    const id = await createSessionId()
    await db.session.update({ where: { id }, data: { publishedAt: now } })
    await save(id, { slug: 'nieuw' })
    await save(id, { slug: 'nieuwer' }, 2)
    for (const slug of ['aan-de-slag', 'nieuw', 'nieuwer'])
      expect(await getPublishedSession(slug)).toMatchObject({ id, slug: 'nieuwer' })
    expect(await save(id, { slug: 'aan-de-slag' }, 3)).toMatchObject({ ok: true })
    expect(await getPublishedSession('nieuw')).toMatchObject({ slug: 'aan-de-slag' })
    expect(await db.sessionSlug.count()).toBe(3)
  })

  test('refuses the slug of another session, also concurrently', async () => {
    const [one, other] = [await createSessionId(), await createSessionId({ slug: 'ander' })]
    expect(await save(one, { slug: 'ander' })).toEqual(taken)
    const both = await Promise.all([save(one, { slug: 'allebei' }), save(other, { slug: 'allebei' })])
    expect(both).toContainEqual(taken)
    expect(both).toContainEqual({ ok: true, value: null })
    expect(await database.db.session.count({ where: { slug: 'allebei' } })).toBe(1)
  })

  test('refuses an unknown session and an invalid version', async () => {
    expect(await save(unknownId, {})).toEqual({ ok: false, reason: 'unknown-session' })
    expect(await save(await createSessionId(), { body: 'x' }, Number.NaN)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
  })
})

test('listSessions separates archived sessions from the others', async () => {
  const [active, archived] = [
    await createTestSession(database.db),
    await createTestSession(database.db, { archivedAt: now }),
  ]
  expect((await listSessions({ archived: false })).map(({ id }) => id)).toEqual([active.id])
  expect((await listSessions({ archived: true })).map(({ id }) => id)).toEqual([archived.id])
  expect(await getPublishedSession(archived.slug)).toMatchObject({ id: archived.id })
})
