import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendAgain } from '@/lib/messages/commands'
import { planMail } from '@/lib/messages/plan'
import { cancelSession, releaseSession } from '@/lib/sessions/commands'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { type SmtpServer, startSmtp } from '@/tests/support/smtp'
import { moveTo } from './november'
import { deliverAllDue, later, october, queueConfirmations, transportTo } from './outbox'

const organiserId = 'organisator'
const dayBefore = new Date('2022-11-07T09:00:00Z')

let database: TestDatabase
let smtp: SmtpServer
let transport: ReturnType<typeof transportTo>
let sessionId = ''
let now = october
beforeAll(async () => {
  database = await createTestDatabase()
  smtp = await startSmtp()
  transport = transportTo(smtp.url)
})
beforeEach(async () => {
  now = october
  await database.db.message.deleteMany()
  await database.db.session.updateMany({ data: { cancelledAt: october } })
  sessionId = (await queueConfirmations(database.db, 1)).session.id
  await send()
  smtp.received.length = 0
})
afterAll(async () => {
  transport.close()
  await smtp.close()
  await database.drop()
})

const send = () => deliverAllDue(transport, now)
const release = (number: number) =>
  releaseSession(
    { sessionId, onlineLink: `https://v.example.nl/${number}`, agenda: 'Welkom', after: number - 1, expected: 1 },
    { now, organiserId },
  )
const move = (day: number) => moveTo(day, { sessionId, now, people: 1 })
/** Presses "once more" beside the first mail of this kind. */
async function again(kind: string) {
  const { id } = await database.db.message.findFirstOrThrow({
    where: { sessionId, kind },
    orderBy: { createdAt: 'asc' },
  })
  return await sendAgain({ sessionId, id, times: 0 }, { now, organiserId })
}
const queuedAgain = () => database.db.message.findMany({ where: { dedupeKey: { startsWith: 'again:' } } })

test('link and agenda are those of the newest release, and arrive', async () => {
  await release(1)
  await send()
  await release(2)
  await send()
  smtp.received.length = 0
  expect(await again('release')).toEqual({ ok: true, value: null })
  expect(await queuedAgain()).toMatchObject([{ kind: 'release', releaseNumber: 2 }])
  await send()
  expect(smtp.received).toHaveLength(1)
})

describe('is refused, with nothing queued, where the mail would not go out or not be true:', () => {
  const refusedAs = async (kind: string, reason: string) => {
    expect(await again(kind)).toEqual({ ok: false, reason })
    expect(await queuedAgain()).toEqual([])
    expect(await database.db.auditEntry.count({ where: { action: 'message.sent-again' } })).toBe(0)
  }
  beforeEach(() => database.db.auditEntry.deleteMany())

  test('a change of what does not take place any more', async () => {
    await move(15)
    await send()
    await cancelSession({ sessionId, why: 'Ziek.', expected: 1 }, { now, organiserId })
    await refusedAs('changed', 'session-cancelled')
    await send()
    expect(await again('session-cancelled')).toMatchObject({ ok: true })
  })

  test('a change after a later one, or that was taken back', async () => {
    await move(15)
    await send()
    now = later(now, 60)
    await move(22)
    await refusedAs('changed', 'overtaken')
    await move(15)
    expect(await again('changed')).toEqual({ ok: true, value: null })
  })

  test('a change that was taken back before it went out', async () => {
    await move(15)
    await move(8)
    await refusedAs('changed', 'overtaken')
  })

  test('a reminder on another day; the very day it comes, and not a moment longer', async () => {
    now = dayBefore
    await planMail(now)
    await send()
    now = new Date('2022-11-07T22:59:59.999Z')
    expect(await again('reminder-day')).toEqual({ ok: true, value: null })
    const [first, second] = await database.db.message.findMany({ where: { kind: 'reminder-day' } })
    expect(second?.expiresAt).toEqual(new Date('2022-11-07T23:00:00Z'))
    expect(second?.expiresAt).toEqual(first?.expiresAt)
    now = later(now, 1)
    smtp.received.length = 0
    await send()
    expect(smtp.received).toEqual([])
    await database.db.message.deleteMany({ where: { dedupeKey: { startsWith: 'again:' } } })
    await database.db.auditEntry.deleteMany()
    await refusedAs('reminder-day', 'expired')
  })

  test('a reminder of a kennissessie that moved', async () => {
    now = dayBefore
    await planMail(now)
    await send()
    await move(15)
    await refusedAs('reminder-day', 'session-moved')
  })

  test('to who cancelled, and of what is over', async () => {
    await database.db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    await refusedAs('confirmation', 'registration-cancelled')
    await database.db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: null } })
    now = new Date('2022-11-08T15:30:00Z')
    await refusedAs('confirmation', 'session-over')
  })
})

test('a reminder that is refused for a while does not say "morgen" of what was moved meanwhile', async () => {
  now = dayBefore
  await planMail(now)
  smtp.behaviour = 'defer-recipient'
  await send()
  // A worker holds it at the very moment of the move.
  const claimed = { claimToken: '00000000-0000-4000-8000-000000000000' }
  await database.db.message.updateMany({ where: { kind: 'reminder-day' }, data: claimed })
  await move(15)
  await database.db.message.updateMany({ where: { kind: 'reminder-day' }, data: { claimToken: null } })
  smtp.behaviour = 'accept'
  now = later(dayBefore, 120)
  await send()
  expect(await database.db.message.findFirst({ where: { kind: 'reminder-day' } })).toMatchObject({
    dropReason: 'session-moved',
  })
})
