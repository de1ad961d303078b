import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { registerParticipant } from '@/lib/registrations/register'
import { getPublishedSession, getSessionForm } from '@/lib/sessions/queries'
import { changeVisibility } from '@/lib/sessions/visibility'
import { waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import {
  addParticipant,
  createTestSession,
  registrationInputFor,
  sessionTimes2022,
} from '@/tests/support/fixtures/session'
import { startUncommittedRegistration } from './uncommitted-registration'

const october = new Date('2022-10-01T08:00:00Z')
const actor = { now: october, organiserId: 'organisator' }
const done = { ok: true, value: null }
const refused = (reason: string) => ({ ok: false, reason })

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(() => database.db.auditEntry.deleteMany())
afterAll(() => database.drop())

const session = (id: string) => database.db.session.findUniqueOrThrow({ where: { id } })
const actions = async () => (await database.db.auditEntry.findMany()).map(({ action }) => action)

describe('publishing a session', () => {
  test('happens once when submitted ten times at once', async () => {
    const { id } = await createTestSession(database.db, { publishedAt: null })
    const submissions = Array.from({ length: 10 }, () => changeVisibility(id, 'published', actor))
    expect(await Promise.all(submissions)).toEqual(Array(10).fill(done))
    expect(await session(id)).toMatchObject({ publishedAt: october })
    expect(await actions()).toEqual(['sessionPublished'])
  })

  test('refuses a cancelled, archived or unknown session', async () => {
    const cancelled = await createTestSession(database.db, { publishedAt: null, cancelledAt: october })
    const archived = await createTestSession(database.db, { publishedAt: null, archivedAt: october })
    expect(await changeVisibility(cancelled.id, 'published', actor)).toEqual(refused('session-cancelled'))
    expect(await changeVisibility(archived.id, 'published', actor)).toEqual(refused('session-archived'))
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect(await changeVisibility(unknown, 'published', actor)).toEqual(refused('unknown-session'))
    expect(await actions()).toEqual([])
  })
})

describe('publishing a session with warnings', () => {
  const draft = { publishedAt: null }
  const createWithoutAgendaQuestion = async () => {
    const session = await createTestSession(database.db, draft)
    await database.db.question.updateMany({ where: { sessionId: session.id }, data: { isAgendaQuestion: false } })
    return session
  }

  test('is refused from the millisecond that the session ends', async () => {
    const { id } = await createTestSession(database.db, draft)
    const acknowledged = ['registration-closed' as const]
    const at = (milliseconds: number) => ({ ...actor, now: new Date(sessionTimes2022.endsAt.getTime() + milliseconds) })
    expect(await changeVisibility(id, 'published', at(0), acknowledged)).toEqual(refused('session-over'))
    expect((await session(id)).publishedAt).toBeNull()
    expect(await changeVisibility(id, 'published', at(-1), acknowledged)).toEqual(done)
  })

  test('requires acknowledging that there is no agenda question', async () => {
    const { id, slug } = await createWithoutAgendaQuestion()
    expect(await changeVisibility(id, 'published', actor)).toEqual(refused('warnings-not-acknowledged'))
    expect(await changeVisibility(id, 'published', actor, ['deadline-passed'])).toEqual(
      refused('warnings-not-acknowledged'),
    )
    expect((await session(id)).publishedAt).toBeNull()
    expect(await changeVisibility(id, 'published', actor, ['no-agenda-question'])).toEqual(done)
    expect(await getPublishedSession(slug)).toMatchObject({ hasAgendaQuestion: false })
    expect((await getSessionForm(slug))?.hasAgendaQuestion).toBe(false)
    await database.db.question.updateMany({ where: { sessionId: id, position: 1 }, data: { isAgendaQuestion: true } })
    expect(await getPublishedSession(slug)).toMatchObject({ hasAgendaQuestion: true })
  })

  test('ignores an acknowledged warning that no longer applies', async () => {
    const { id } = await createTestSession(database.db, draft)
    expect(await changeVisibility(id, 'published', actor, ['no-agenda-question'])).toEqual(done)
  })

  test('requires acknowledging a passed question deadline or closed registration', async () => {
    const late = { ...actor, now: sessionTimes2022.questionDeadlineAt }
    const closed = { ...actor, now: sessionTimes2022.registrationClosesAt }
    const { id } = await createTestSession(database.db, draft)
    expect(await changeVisibility(id, 'published', late)).toEqual(refused('warnings-not-acknowledged'))
    expect(await changeVisibility(id, 'published', closed, ['deadline-passed'])).toEqual(
      refused('warnings-not-acknowledged'),
    )
    expect(await changeVisibility(id, 'published', late, ['deadline-passed'])).toEqual(done)
  })
})

describe('unpublishing a session', () => {
  test('is allowed without registrations and refused with one', async () => {
    const empty = await createTestSession(database.db)
    expect(await changeVisibility(empty.id, 'unpublished', actor)).toEqual(done)
    expect(await session(empty.id)).toMatchObject({ publishedAt: null })
    const full = await createTestSession(database.db)
    const { id } = await addParticipant(database.db, full.id)
    expect(await changeVisibility(full.id, 'unpublished', actor)).toEqual(refused('has-registrations'))
    await database.db.registration.update({ where: { id }, data: { cancelledAt: october } })
    expect(await changeVisibility(full.id, 'unpublished', actor)).toEqual(done)
  })

  test('waits for a concurrent registration and is then refused', async () => {
    const { id } = await createTestSession(database.db)
    const first = await addParticipant(database.db, id)
    const uncommitted = await startUncommittedRegistration(database.db, id)
    await database.db.registration.update({ where: { id: first.id }, data: { cancelledAt: october } })
    const unpublishing = changeVisibility(id, 'unpublished', actor)
    await waitForBlockedConnections(database.db)
    await uncommitted.finish()
    expect(await unpublishing).toEqual(refused('has-registrations'))
    expect((await session(id)).publishedAt).not.toBeNull()
  })

  test('makes a concurrent registration wait and refuses it', async () => {
    const published = await createTestSession(database.db)
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    let holding = () => {}
    const held = new Promise<void>((resolve) => {
      holding = resolve
    })
    const unpublishing = database.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${published.id}::uuid FOR UPDATE`
      holding()
      await finished
      await tx.session.update({ where: { id: published.id }, data: { publishedAt: null } })
    })
    await held
    const registering = registerParticipant(registrationInputFor(published), { now: october })
    await waitForBlockedConnections(database.db)
    finish()
    await unpublishing
    expect(await registering).toEqual(refused('unknown-session'))
    expect(await database.db.registration.count({ where: { sessionId: published.id } })).toBe(0)
  })
})

describe('archiving a session', () => {
  test('is refused before the session ends and can be undone after', async () => {
    const { id } = await createTestSession(database.db)
    expect(await changeVisibility(id, 'archived', actor)).toEqual(refused('session-upcoming'))
    const after = { ...actor, now: sessionTimes2022.endsAt }
    expect(await changeVisibility(id, 'archived', after)).toEqual(done)
    expect(await session(id)).toMatchObject({ archivedAt: sessionTimes2022.endsAt })
    expect(await changeVisibility(id, 'restored', after)).toEqual(done)
    expect(await session(id)).toMatchObject({ archivedAt: null })
    expect(await actions()).toEqual(['sessionArchived', 'sessionRestored'])
  })
})
