import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { planMail } from '@/lib/messages/plan'
import { getMailPlan, saveMailPlan } from '@/lib/sessions/mail-plan'
import { later, october, queueConfirmations } from '@/tests/integration/messages/outbox'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { halfway, untilWaiting } from '@/tests/support/locks'

const by = { now: october, organiserId: 'organisator' }
const on = {
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
  thanksTo: 'all' as const,
  materials: '',
  evaluationUrl: '',
}
const unknown = '00000000-0000-4000-8000-000000000000'

let database: TestDatabase
let sessionId = ''
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await database.db.auditEntry.deleteMany()
  sessionId = (await queueConfirmations(database.db, 5)).session.id
  await database.db.message.deleteMany()
})
afterAll(() => database.drop())

const seen = async () => (await getMailPlan(sessionId))?.seen ?? ''
const kinds = async (where = {}) =>
  (await database.db.message.findMany({ where: { sessionId, ...where } })).map(({ kind }) => kind)
const actions = async () => (await database.db.auditEntry.findMany()).map(({ action }) => action)

test('what is switched off stays here, also when it stood ready; what was sent stays sent', async () => {
  const dayBefore = new Date('2022-11-07T09:00:00Z')
  await planMail(dayBefore)
  await saveMailPlan({ sessionId, plan: { ...on, remindWeekBefore: false }, seen: await seen() }, by)
  expect(await kinds({ droppedAt: null })).toEqual(Array(5).fill('reminder-day'))
  await saveMailPlan({ sessionId, plan: { ...on, remindDayBefore: false }, seen: await seen() }, by)
  expect(await kinds({ dropReason: 'switched-off' })).toEqual(Array(5).fill('reminder-day'))
  await planMail(later(dayBefore, 3600))
  expect(await kinds({ droppedAt: null })).toEqual([])
})

test('who saves after a colleague is told, and what the colleague chose stands', async () => {
  const mark = await seen()
  const theirs = { ...on, materials: '[De presentatie](https://example.nl)' }
  expect(await saveMailPlan({ sessionId, plan: theirs, seen: mark }, by)).toMatchObject({ ok: true })
  const mine = { ...on, remindWeekBefore: false }
  const refused = { ok: false, reason: 'changed-meanwhile' }
  expect(await saveMailPlan({ sessionId, plan: mine, seen: mark }, by)).toEqual(refused)
  expect(await getMailPlan(sessionId)).toMatchObject({ materials: theirs.materials, remindWeekBefore: true })
  expect(await actions()).toEqual(['session.mail-plan-saved'])
  expect(await saveMailPlan({ sessionId, plan: mine, seen: await seen() }, by)).toMatchObject({ ok: true })
})

test('who saves while a colleague is saving waits for that, and is told', async () => {
  const save = { sessionId, plan: { ...on, materials: 'Van mij' }, seen: await seen() }
  const theirs = { where: { id: sessionId }, data: { remindHourBefore: false } }
  const finish = await halfway(database.db, (tx) => tx.session.update(theirs))
  const saving = saveMailPlan(save, by)
  await untilWaiting(database.db)
  await finish()
  expect(await saving).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await getMailPlan(sessionId)).toMatchObject({ remindHourBefore: false, materials: '' })
})

test('saved twice is saved; of a kennissessie that is not there nothing is', async () => {
  const save = { sessionId, plan: { ...on, evaluationUrl: 'https://example.nl' }, seen: await seen() }
  expect([await saveMailPlan(save, by), await saveMailPlan(save, by)]).toEqual(Array(2).fill({ ok: true, value: null }))
  expect(await actions()).toEqual(['session.mail-plan-saved'])
  expect(await saveMailPlan({ ...save, sessionId: unknown }, by)).toEqual({ ok: false, reason: 'unknown-session' })
})
