import { beforeEach, describe, expect, test } from 'vitest'
import { registerParticipant } from '@/lib/registrations/register'
import { getPublishedSession, getSessionForm } from '@/lib/sessions/queries'
import { changeVisibility } from '@/lib/sessions/visibility'
import { waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
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

const { db } = await createTestDatabase()
beforeEach(() => db.auditEntry.deleteMany())

const session = (id: string) => db.session.findUniqueOrThrow({ where: { id } })
const actions = async () => (await db.auditEntry.findMany()).map(({ action }) => action)

describe('publishing a session', () => {
  test('happens once when submitted ten times at once', async () => {
    const { id } = await createTestSession(db, { publishedAt: null })
    const submissions = Array.from({ length: 10 }, () => changeVisibility(id, 'published', actor))
    expect(await Promise.all(submissions)).toEqual(Array(10).fill(done))
    expect(await session(id)).toMatchObject({ publishedAt: october })
    expect(await actions()).toEqual(['sessionPublished'])
  })

  test('refuses a cancelled, archived or unknown session', async () => {
    const cancelled = await createTestSession(db, { publishedAt: null, cancelledAt: october })
    const archived = await createTestSession(db, { publishedAt: null, archivedAt: october })
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
    const session = await createTestSession(db, draft)
    await db.question.updateMany({ where: { sessionId: session.id }, data: { isAgendaQuestion: false } })
    return session
  }

  test('is refused from the millisecond that the session ends', async () => {
    const { id } = await createTestSession(db, draft)
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
    await db.question.updateMany({ where: { sessionId: id, position: 1 }, data: { isAgendaQuestion: true } })
    expect(await getPublishedSession(slug)).toMatchObject({ hasAgendaQuestion: true })
  })

  test('ignores an acknowledged warning that no longer applies', async () => {
    const { id } = await createTestSession(db, draft)
    expect(await changeVisibility(id, 'published', actor, ['no-agenda-question'])).toEqual(done)
  })

  test('requires acknowledging a passed question deadline or closed registration', async () => {
    const late = { ...actor, now: sessionTimes2022.questionDeadlineAt }
    const closed = { ...actor, now: sessionTimes2022.registrationClosesAt }
    const { id } = await createTestSession(db, draft)
    expect(await changeVisibility(id, 'published', late)).toEqual(refused('warnings-not-acknowledged'))
    expect(await changeVisibility(id, 'published', closed, ['deadline-passed'])).toEqual(
      refused('warnings-not-acknowledged'),
    )
    expect(await changeVisibility(id, 'published', late, ['deadline-passed'])).toEqual(done)
  })
})

describe('unpublishing a session', () => {
  test('is allowed without registrations and refused with one', async () => {
    const empty = await createTestSession(db)
    expect(await changeVisibility(empty.id, 'unpublished', actor)).toEqual(done)
    expect(await session(empty.id)).toMatchObject({ publishedAt: null })
    const full = await createTestSession(db)
    const { id } = await addParticipant(db, full.id)
    expect(await changeVisibility(full.id, 'unpublished', actor)).toEqual(refused('has-registrations'))
    await db.registration.update({ where: { id }, data: { cancelledAt: october } })
    expect(await changeVisibility(full.id, 'unpublished', actor)).toEqual(done)
  })

  test('waits for a concurrent registration and is then refused', async () => {
    const { id } = await createTestSession(db)
    const first = await addParticipant(db, id)
    const uncommitted = await startUncommittedRegistration(db, id)
    await db.registration.update({ where: { id: first.id }, data: { cancelledAt: october } })
    const unpublishing = changeVisibility(id, 'unpublished', actor)
    await waitForBlockedConnections(db)
    await uncommitted.finish()
    expect(await unpublishing).toEqual(refused('has-registrations'))
    expect((await session(id)).publishedAt).not.toBeNull()
  })

  test('makes a concurrent registration wait and refuses it', async () => {
    const published = await createTestSession(db)
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    let holding = () => {}
    const held = new Promise<void>((resolve) => {
      holding = resolve
    })
    const unpublishing = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${published.id}::uuid FOR UPDATE`
      holding()
      await finished
      await tx.session.update({ where: { id: published.id }, data: { publishedAt: null } })
    })
    await held
    const registering = registerParticipant(registrationInputFor(published), { now: october })
    await waitForBlockedConnections(db)
    finish()
    await unpublishing
    expect(await registering).toEqual(refused('unknown-session'))
    expect(await db.registration.count({ where: { sessionId: published.id } })).toBe(0)
  })
})

describe('archiving a session', () => {
  test('is refused before the session ends and can be undone after', async () => {
    const { id } = await createTestSession(db)
    expect(await changeVisibility(id, 'archived', actor)).toEqual(refused('session-upcoming'))
    const after = { ...actor, now: sessionTimes2022.endsAt }
    expect(await changeVisibility(id, 'archived', after)).toEqual(done)
    expect(await session(id)).toMatchObject({ archivedAt: sessionTimes2022.endsAt })
    expect(await changeVisibility(id, 'restored', after)).toEqual(done)
    expect(await session(id)).toMatchObject({ archivedAt: null })
    expect(await actions()).toEqual(['sessionArchived', 'sessionRestored'])
  })
})
