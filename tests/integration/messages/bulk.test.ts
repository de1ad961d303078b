import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getBulk, sendMessagesAgain, stopMessages } from '@/lib/messages/bulk'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { claimOne, october, queueConfirmations } from './outbox'

const by = { now: october, organiserId: 'organisator' }

let database: TestDatabase
let sessionId = ''
let people: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.auditEntry.deleteMany()
  const { session, registrationIds } = await queueConfirmations(database.db, 6)
  sessionId = session.id
  people = registrationIds
  await queueConfirmations(database.db, 2)
})
afterAll(() => database.drop())

const waiting = () => database.db.message.count({ where: { sessionId, sentAt: null, droppedAt: null, failedAt: null } })
const dropped = (where = {}) => database.db.message.count({ where: { dropReason: 'stopped', ...where } })
const set = (data: object, where = {}) => database.db.message.updateMany({ where: { sessionId, ...where }, data })
const actions = async () => (await database.db.auditEntry.findMany()).map(({ action }) => action)
const tooMany = { ok: false, reason: 'more-than-seen' }

describe('stopping a list', () => {
  test('stops what waits of this kennissessie, once, and writes it down once', async () => {
    const asked = { sessionId, show: 'waiting' } as const
    expect(await getBulk(asked)).toEqual({ stop: 6, again: 0 })
    const presses = await Promise.all(Array.from({ length: 10 }, () => stopMessages({ ...asked, expected: 6 }, by)))
    const stopped = presses.map((press) => (press.ok ? press.value : -1)).sort()
    expect(stopped).toEqual([...Array(9).fill(0), 6])
    expect([await dropped({ sessionId }), await dropped(), await actions()]).toEqual([6, 6, ['message.list-stopped']])
  })

  test('stops only whom the list was asked for', async () => {
    const one = { sessionId, show: 'waiting', search: 'voorbeeld-3@' } as const
    expect(await getBulk(one)).toMatchObject({ stop: 1 })
    await stopMessages({ ...one, expected: 1 }, by)
    expect(await dropped({ registrationId: people[3] })).toBe(1)
    expect(await stopMessages({ sessionId, show: 'waiting', kind: 'letter', expected: 9 }, by)).toEqual({
      ok: true,
      value: 0,
    })
    expect(await waiting()).toBe(5)
  })

  test('is refused with nothing done when there are more than were seen, and fine when there are fewer', async () => {
    expect(await stopMessages({ sessionId, show: 'waiting', expected: 5 }, by)).toEqual(tooMany)
    expect(await stopMessages({ sessionId, show: 'waiting', expected: 0 }, by)).toEqual(tooMany)
    expect([await waiting(), await actions()]).toEqual([6, []])
    await set({ sentAt: october }, { registrationId: people[0] })
    expect(await stopMessages({ sessionId, show: 'waiting', expected: 6 }, by)).toEqual({ ok: true, value: 5 })
  })

  test('leaves alone what is on its way, and what was sent', async () => {
    await database.db.message.deleteMany({ where: { sessionId: { not: sessionId } } })
    await claimOne(october)
    await set({ sentAt: october }, { registrationId: people[5], claimToken: null })
    const { stop } = await getBulk({ sessionId })
    expect(await stopMessages({ sessionId, expected: 6 }, by)).toEqual({ ok: true, value: stop })
    expect(stop).toBeLessThanOrEqual(5)
    expect(await database.db.message.count({ where: { claimToken: { not: null }, droppedAt: null } })).toBe(1)
  })
})

describe('sending a list once more', () => {
  const failed = { show: 'failed' } as const

  test('sends each that failed once, however often it is pressed', async () => {
    await set({ failedAt: october })
    const presses = Array.from({ length: 5 }, () => sendMessagesAgain({ ...failed, sessionId, expected: 6 }, by))
    await Promise.all(presses)
    expect([await waiting(), (await actions()).length]).toEqual([6, 6])
    expect(await getBulk({ ...failed, sessionId })).toMatchObject({ again: 0 })
    expect(await sendMessagesAgain({ ...failed, sessionId, expected: 6 }, by)).toMatchObject({ value: { sent: 0 } })
  })

  test('says how many make no sense any more, and skips what somebody has seen to', async () => {
    await set({ failedAt: october })
    await set({ settledAt: october }, { registrationId: people[0] })
    await database.db.registration.update({ where: { id: people[1] ?? '' }, data: { cancelledAt: october } })
    expect(await getBulk({ ...failed, sessionId })).toMatchObject({ again: 5 })
    const pressed = await sendMessagesAgain({ ...failed, sessionId, expected: 5 }, by)
    expect(pressed).toEqual({ ok: true, value: { sent: 4, useless: 1 } })
  })

  test('undoes a stop', async () => {
    await stopMessages({ sessionId, show: 'waiting', expected: 6 }, by)
    await set({ dropReason: 'expired' }, { registrationId: people[0] })
    const pressed = await sendMessagesAgain({ sessionId, show: 'dropped', expected: 5 }, by)
    expect([pressed, await waiting()]).toEqual([{ ok: true, value: { sent: 5, useless: 0 } }, 5])
  })

  test('is refused with nothing done when there are more than were seen', async () => {
    await set({ failedAt: october })
    expect(await sendMessagesAgain({ ...failed, sessionId, expected: 5 }, by)).toEqual(tooMany)
    expect([await waiting(), await actions()]).toEqual([0, []])
  })
})
