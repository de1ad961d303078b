import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runScheduler } from '@/lib/notifications/scheduler'
import { getNotificationSettings, saveNotificationSettings } from '@/lib/sessions/notification-settings'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, enqueueConfirmations, october } from '@/tests/support/outbox'

const actor = { now: october, organiserId: 'organisator' }
const on = {
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
  followUpAudience: 'all' as const,
  materials: '',
  evaluationUrl: '',
}
const unknownId = '00000000-0000-4000-8000-000000000000'

let database: TestDatabase
let sessionId = ''
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await database.db.auditEntry.deleteMany()
  sessionId = (await enqueueConfirmations(database.db, 5)).session.id
  await database.db.message.deleteMany()
})
afterAll(() => database.drop())

const currentFingerprint = async () => (await getNotificationSettings(sessionId))?.seen ?? ''
const kinds = async (where = {}) =>
  (await database.db.message.findMany({ where: { sessionId, ...where } })).map(({ kind }) => kind)
const actions = async () => (await database.db.auditEntry.findMany()).map(({ action }) => action)

test('what is switched off stays here, also when it stood ready; what was sent stays sent', async () => {
  const dayBefore = new Date('2022-11-07T09:00:00Z')
  await runScheduler(dayBefore)
  await saveNotificationSettings(
    { sessionId, settings: { ...on, remindWeekBefore: false }, seen: await currentFingerprint() },
    actor,
  )
  expect(await kinds({ cancelledAt: null })).toEqual(Array(5).fill('reminder-day'))
  await saveNotificationSettings(
    { sessionId, settings: { ...on, remindDayBefore: false }, seen: await currentFingerprint() },
    actor,
  )
  expect(await kinds({ cancelReason: 'switched-off' })).toEqual(Array(5).fill('reminder-day'))
  await runScheduler(addSeconds(dayBefore, 3600))
  expect(await kinds({ cancelledAt: null })).toEqual([])
})

test('who saves after a colleague is told, and what the colleague chose stands', async () => {
  const mark = await currentFingerprint()
  const theirs = { ...on, materials: '[De presentatie](https://example.nl)' }
  expect(await saveNotificationSettings({ sessionId, settings: theirs, seen: mark }, actor)).toMatchObject({ ok: true })
  const mine = { ...on, remindWeekBefore: false }
  const refused = { ok: false, reason: 'changed-meanwhile' }
  expect(await saveNotificationSettings({ sessionId, settings: mine, seen: mark }, actor)).toEqual(refused)
  expect(await getNotificationSettings(sessionId)).toMatchObject({
    materials: theirs.materials,
    remindWeekBefore: true,
  })
  expect(await actions()).toEqual(['notificationSettingsSaved'])
  expect(
    await saveNotificationSettings({ sessionId, settings: mine, seen: await currentFingerprint() }, actor),
  ).toMatchObject({ ok: true })
})

test('who saves while a colleague is saving waits for that, and is told', async () => {
  const save = { sessionId, settings: { ...on, materials: 'Van mij' }, seen: await currentFingerprint() }
  const theirs = { where: { id: sessionId }, data: { remindHourBefore: false } }
  const finish = await holdTransactionOpen(database.db, (tx) => tx.session.update(theirs))
  const saving = saveNotificationSettings(save, actor)
  await waitForBlockedConnections(database.db)
  await finish()
  expect(await saving).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await getNotificationSettings(sessionId)).toMatchObject({ remindHourBefore: false, materials: '' })
})

test('saved twice is saved; of a kennissessie that is not there nothing is', async () => {
  const save = { sessionId, settings: { ...on, evaluationUrl: 'https://example.nl' }, seen: await currentFingerprint() }
  expect([await saveNotificationSettings(save, actor), await saveNotificationSettings(save, actor)]).toEqual(
    Array(2).fill({ ok: true, value: null }),
  )
  expect(await actions()).toEqual(['notificationSettingsSaved'])
  expect(await saveNotificationSettings({ ...save, sessionId: unknownId }, actor)).toEqual({
    ok: false,
    reason: 'unknown-session',
  })
})
