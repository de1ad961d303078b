import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runScheduler } from '@/lib/notifications/scheduler'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { cancelSession } from '@/lib/sessions/cancellation'
import { rescheduleSession } from '@/lib/sessions/schedule'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { addSeconds, createContent, enqueueConfirmations, october } from '@/tests/support/outbox'
import { startUncommittedRegistration } from './uncommitted-registration'

const actor = { now: october, organiserId: 'organisator' }
const unknownId = '00000000-0000-4000-8000-000000000000'
const at = (text: string) => new Date(text)
const dayBefore = at('2022-11-07T09:00:00Z')
const deadlineNears = at('2022-10-15T12:00:00Z')
const nextWeek = { ...sessionTimes2022, startsAt: at('2022-11-15T14:00:00Z'), endsAt: at('2022-11-15T15:30:00Z') }
const weekAfter = { ...sessionTimes2022, startsAt: at('2022-11-22T14:00:00Z'), endsAt: at('2022-11-22T15:30:00Z') }

const database = await createTestDatabase()
let sessionId = ''
beforeAll(async () => {
  await createFirstOrganiser({ name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }, actor)
})
beforeEach(async () => {
  const { db } = database
  await db.message.deleteMany()
  await db.auditEntry.deleteMany()
  await db.session.updateMany({ data: { cancelledAt: october } })
  sessionId = (await enqueueConfirmations(db, 5)).session.id
  await db.message.deleteMany()
})

const reschedule = (different: Partial<Parameters<typeof rescheduleSession>[0]> = {}) =>
  rescheduleSession({ sessionId, seen: sessionTimes2022, times: nextWeek, expected: 5, ...different }, actor)
const cancel = (expected = 5, now = october) =>
  cancelSession({ sessionId, reason: 'Ziek.', expected }, { ...actor, now })
const session = () => database.db.session.findUniqueOrThrow({ where: { id: sessionId } })
const actions = async () => (await database.db.auditEntry.findMany()).map(({ action }) => action)
const kinds = async (where = {}) =>
  (await database.db.message.findMany({ where: { sessionId, ...where }, orderBy: { kind: 'asc' } })).map(
    ({ kind }) => kind,
  )
const recipients = async () =>
  (await database.db.message.findMany({ where: { sessionId } })).map(({ registrationId }) => registrationId)
const five = (kind: string) => Array(5).fill(kind)
const concurrently = <Value>(count: number, run: () => Promise<Value>) =>
  Promise.all(Array.from({ length: count }, run))
const cancelOneRegistration = async () => {
  const { id } = await database.db.registration.findFirstOrThrow({ where: { sessionId, cancelledAt: null } })
  await database.db.registration.update({ where: { id }, data: { cancelledAt: october } })
}

describe('rescheduleSession', () => {
  test('changes the session and mails each participant once when submitted ten times at once', async () => {
    expect(await concurrently(10, reschedule)).toEqual(Array(10).fill({ ok: true, value: null }))
    expect(await session()).toMatchObject({ ...nextWeek, calendarSequence: 1 })
    expect(await actions()).toEqual(['sessionRescheduled'])
    expect(new Set(await recipients()).size).toBe(5)
    expect(await kinds()).toEqual(five('sessionChanged'))
  })

  test('accepts one of two concurrent organisers and refuses the other', async () => {
    const [first, second] = await Promise.all([reschedule(), reschedule({ times: weekAfter })])
    const [won, lost] = first.ok ? [nextWeek, second] : [weekAfter, first]
    expect(lost).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await session()).toMatchObject({ ...won, calendarSequence: 1 })
    expect(await actions()).toEqual(['sessionRescheduled'])
    expect(await kinds()).toEqual(five('sessionChanged'))
  })

  test('refuses to overwrite deadlines that a colleague changed meanwhile', async () => {
    const theirs = { ...sessionTimes2022, questionDeadlineAt: at('2022-10-18T12:00:00Z') }
    expect(await reschedule({ times: theirs, expected: null })).toMatchObject({ ok: true })
    expect(await reschedule()).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await session()).toMatchObject({ ...theirs, calendarSequence: 0 })
    expect(await reschedule({ seen: theirs })).toMatchObject({ ok: true })
  })

  test('changes nothing when the number of recipients is not the expected one', async () => {
    await cancelOneRegistration()
    expect(await reschedule()).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await session()).toMatchObject({ ...sessionTimes2022, calendarSequence: 0 })
    expect([await kinds(), await actions()]).toEqual([[], []])
    expect(await reschedule({ expected: 4 })).toMatchObject({ ok: true })
    expect(await kinds()).toHaveLength(4)
  })

  test('waits for a concurrent registration and counts it as a recipient', async () => {
    const { finish } = await startUncommittedRegistration(database.db, sessionId)
    const rescheduling = reschedule()
    await waitForBlockedConnections(database.db)
    await finish()
    expect(await rescheduling).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await reschedule({ expected: 6 })).toMatchObject({ ok: true })
    expect(await kinds()).toHaveLength(6)
  })

  test('refuses an unchanged, cancelled or unknown session', async () => {
    expect(await reschedule({ times: { ...sessionTimes2022 } })).toEqual({ ok: false, reason: 'nothing-changed' })
    expect(await reschedule({ sessionId: unknownId })).toEqual({ ok: false, reason: 'unknown-session' })
    await cancel()
    expect(await reschedule()).toEqual({ ok: false, reason: 'session-cancelled' })
  })

  test('refuses an archived session until it is restored', async () => {
    await database.db.session.update({ where: { id: sessionId }, data: { archivedAt: october } })
    expect(await reschedule()).toEqual({ ok: false, reason: 'session-archived' })
    const deadlines = { ...sessionTimes2022, registrationClosesAt: sessionTimes2022.questionDeadlineAt }
    expect(await reschedule({ times: deadlines })).toEqual({ ok: false, reason: 'session-archived' })
    expect(await session()).toMatchObject(sessionTimes2022)
    expect([await actions(), await kinds()]).toEqual([[], []])
    await database.db.session.update({ where: { id: sessionId }, data: { archivedAt: null } })
    expect(await reschedule()).toEqual({ ok: true, value: null })
  })

  test('replaces an unsent reminder when the session moves by an hour', async () => {
    await runScheduler(dayBefore)
    const old = await database.db.message.findFirstOrThrow({ where: { sessionId } })
    await createContent(old.id, { text: 'Om 15.00 uur' })
    const times = { ...sessionTimes2022, startsAt: at('2022-11-08T13:00:00Z') }
    expect(await reschedule({ times, expected: null })).toMatchObject({ ok: true })
    expect(await kinds({ cancelReason: 'sessionMoved' })).toEqual(five('reminderDay'))
    await concurrently(3, () => runScheduler(addSeconds(dayBefore, 60)))
    expect(await kinds({ cancelledAt: null, content: null })).toEqual(five('reminderDay'))
  })

  test('leaves a claimed reminder alone and enqueues no second one', async () => {
    await runScheduler(dayBefore)
    await database.db.message.updateMany({ data: { claimToken: unknownId } })
    await reschedule({ times: { ...sessionTimes2022, endsAt: at('2022-11-08T16:00:00Z') }, expected: null })
    await runScheduler(addSeconds(dayBefore, 60))
    expect(await kinds({ kind: 'reminderDay' })).toEqual(five('reminderDay'))
    expect(await kinds({ cancelledAt: null })).toEqual(five('reminderDay'))
  })

  test.each([
    ['rescheduled', nextWeek],
    ['unpublished', { publishedAt: null }],
  ])('prevents a concurrent reminder of a session that is %s', async (_, change) => {
    const finish = await holdTransactionOpen(database.db, (tx) =>
      tx.session.update({ where: { id: sessionId }, data: change }),
    )
    const scheduling = runScheduler(dayBefore)
    await waitForBlockedConnections(database.db)
    await finish()
    await scheduling
    expect(await kinds()).toEqual([])
  })
})

describe('rescheduleSession with other deadlines', () => {
  const later2022 = { ...sessionTimes2022, questionDeadlineAt: at('2022-10-20T12:00:00Z') }

  test('mails nobody and keeps the calendar sequence', async () => {
    expect(await reschedule({ times: later2022 })).toMatchObject({ ok: true })
    expect(await session()).toMatchObject({ ...later2022, calendarSequence: 0 })
    expect([await kinds(), await actions()]).toEqual([[], ['sessionDeadlinesChanged']])
  })

  test('cancels only the unsent mail about the old question deadline', async () => {
    await runScheduler(deadlineNears)
    await runScheduler(dayBefore)
    await reschedule({ times: later2022 })
    expect(await kinds({ cancelReason: 'deadlinesChanged' })).toEqual(['questionDeadline'])
    expect(await kinds({ cancelledAt: null })).toEqual(five('reminderDay'))
    await runScheduler(at('2022-10-18T12:00:00Z'))
    expect(await kinds({ cancelledAt: null, kind: 'questionDeadline' })).toEqual(['questionDeadline'])
  })

  test('cancels no mail when only the closing of registration changes', async () => {
    await runScheduler(deadlineNears)
    await reschedule({ times: { ...sessionTimes2022, registrationClosesAt: at('2022-11-01T23:00:00Z') } })
    expect(await kinds({ cancelledAt: null })).toEqual(['questionDeadline'])
  })
})

describe('cancelSession', () => {
  test('cancels once and mails each participant once when submitted twenty times at once', async () => {
    expect(await concurrently(20, cancel.bind(null, 5))).toEqual(Array(20).fill({ ok: true, value: null }))
    expect(await session()).toMatchObject({ cancelledAt: october, cancelReason: 'Ziek.', calendarSequence: 1 })
    expect(await actions()).toEqual(['sessionCancelled'])
    expect(new Set(await recipients()).size).toBe(5)
    expect(await kinds()).toEqual(five('sessionCancelled'))
  })

  test('changes nothing when the number of recipients is not the expected one', async () => {
    const { finish } = await startUncommittedRegistration(database.db, sessionId)
    const cancelling = cancel()
    await waitForBlockedConnections(database.db)
    await finish()
    expect(await cancelling).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await session()).toMatchObject({ cancelledAt: null, calendarSequence: 0 })
    expect([await kinds(), await actions()]).toEqual([[], []])
    expect(await cancel(Number.NaN)).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await cancel(6)).toMatchObject({ ok: true })
    expect(await kinds()).toHaveLength(6)
  })

  test('refuses a session that is over or unknown', async () => {
    expect(await cancel(5, sessionTimes2022.endsAt)).toEqual({ ok: false, reason: 'session-over' })
    const unknown = cancelSession({ sessionId: unknownId, reason: 'Ziek.', expected: 0 }, actor)
    expect(await unknown).toEqual({ ok: false, reason: 'unknown-session' })
  })

  test('succeeds while a colleague reschedules the session', async () => {
    const [rescheduled, cancelled] = await Promise.all([reschedule(), cancel()])
    expect(cancelled).toEqual({ ok: true, value: null })
    expect([
      { ok: true, value: null },
      { ok: false, reason: 'session-cancelled' },
    ]).toContainEqual(rescheduled)
    expect((await session()).calendarSequence).toBe(rescheduled.ok ? 2 : 1)
  })
})
