import { beforeEach, describe, expect, test } from 'vitest'
import { lockRow } from '@/lib/db/locks'
import { runScheduler } from '@/lib/notifications/scheduler'
import { getNotificationSettings, saveNotificationSettings } from '@/lib/sessions/notification-settings'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, enqueueConfirmations, october } from '@/tests/support/outbox'

const actor = { now: october, organiserId: 'organisator' }
const everythingOn = {
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
  notifyWaitlist: true,
  followUpAudience: 'all' as const,
  materials: '',
  evaluationUrl: null,
}
const unknownId = '00000000-0000-4000-8000-000000000000'
const saved = { ok: true, value: null }
const changedMeanwhile = { ok: false, reason: 'changed-meanwhile' }

const { db } = await createTestDatabase()
let sessionId = ''
beforeEach(async () => {
  await db.auditEntry.deleteMany()
  sessionId = (await enqueueConfirmations(db, 5)).session.id
  await db.message.deleteMany()
})

const currentFingerprint = async () => (await getNotificationSettings(sessionId))?.seen ?? ''
async function save(changes: Partial<Parameters<typeof saveNotificationSettings>[0]['settings']>, seen?: string) {
  const settings = { ...everythingOn, ...changes }
  return await saveNotificationSettings({ sessionId, settings, seen: seen ?? (await currentFingerprint()) }, actor)
}
const kinds = async (where = {}) =>
  (await db.message.findMany({ where: { sessionId, ...where } })).map(({ kind }) => kind)
const actions = async () => (await db.auditEntry.findMany()).map(({ action }) => action)

describe('saveNotificationSettings', () => {
  test('cancels the unsent mails of a disabled kind and no others', async () => {
    const dayBefore = new Date('2022-11-07T09:00:00Z')
    await runScheduler(dayBefore)
    await save({ remindWeekBefore: false })
    expect(await kinds({ cancelledAt: null })).toEqual(Array(5).fill('reminderDay'))
    await save({ remindDayBefore: false })
    expect(await kinds({ cancelReason: 'switchedOff' })).toEqual(Array(5).fill('reminderDay'))
    await runScheduler(addSeconds(dayBefore, 3600))
    expect(await kinds({ cancelledAt: null })).toEqual([])
  })

  test('refuses settings that a colleague changed meanwhile and keeps those of the colleague', async () => {
    const seen = await currentFingerprint()
    const materials = '[De presentatie](https://example.nl)'
    expect(await save({ materials }, seen)).toEqual(saved)
    expect(await save({ remindWeekBefore: false }, seen)).toEqual(changedMeanwhile)
    expect(await getNotificationSettings(sessionId)).toMatchObject({ materials, remindWeekBefore: true })
    expect(await actions()).toEqual(['notificationSettingsSaved'])
    expect(await save({ remindWeekBefore: false })).toEqual(saved)
  })

  test('waits for a colleague who is saving and then refuses', async () => {
    const seen = await currentFingerprint()
    const finish = await holdTransactionOpen(db, async (tx) => {
      await lockRow(tx, 'Session', sessionId)
      await tx.notificationSettings.update({ where: { sessionId }, data: { remindHourBefore: false } })
    })
    const saving = save({ materials: 'Van mij' }, seen)
    await waitForBlockedConnections(db)
    await finish()
    expect(await saving).toEqual(changedMeanwhile)
    expect(await getNotificationSettings(sessionId)).toMatchObject({ remindHourBefore: false, materials: '' })
  })

  test('treats the same settings saved twice as one change', async () => {
    const seen = await currentFingerprint()
    const evaluationUrl = 'https://example.nl'
    expect([await save({ evaluationUrl }, seen), await save({ evaluationUrl }, seen)]).toEqual([saved, saved])
    expect(await actions()).toEqual(['notificationSettingsSaved'])
  })

  test('refuses an unknown session', async () => {
    const update = { sessionId: unknownId, settings: everythingOn, seen: '' }
    expect(await saveNotificationSettings(update, actor)).toEqual({ ok: false, reason: 'unknown-session' })
  })
})
