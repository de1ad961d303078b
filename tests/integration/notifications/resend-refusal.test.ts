import { beforeEach, describe, expect, test } from 'vitest'
import { resendMessage } from '@/lib/notifications/resend'
import { runScheduler } from '@/lib/notifications/scheduler'
import type { MessageKind } from '@/lib/outbox/schema'
import { cancelSession } from '@/lib/sessions/cancellation'
import { releaseSession } from '@/lib/sessions/release'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { rescheduleTo } from '@/tests/support/november-session'
import { addSeconds, deliverAllDue, enqueueConfirmations, october } from '@/tests/support/outbox'
import { startSmtpForFile } from '@/tests/support/servers/smtp-for-file'

const organiserId = 'organisator'
const dayBefore = new Date('2022-11-07T09:00:00Z')

const { db } = await createTestDatabase()
const { smtp, transport } = await startSmtpForFile()
let sessionId = ''
let now = october
beforeEach(async () => {
  now = october
  await db.message.deleteMany()
  await db.session.updateMany({ data: { cancelledAt: october } })
  sessionId = (await enqueueConfirmations(db, 1)).session.id
  await send()
  smtp.received.length = 0
})

const send = () => deliverAllDue(transport, now)
const release = (number: number) =>
  releaseSession(
    { sessionId, onlineLink: `https://v.example.nl/${number}`, agenda: 'Welkom', after: number - 1, expected: 1 },
    { now, organiserId },
  )
const reschedule = (day: number) => rescheduleTo(day, { sessionId, now, people: 1 })
/** Presses "once more" beside the first mail of this kind. */
async function resendFirst(kind: MessageKind) {
  const { id } = await db.message.findFirstOrThrow({
    where: { sessionId, kind },
    orderBy: { createdAt: 'asc' },
  })
  return await resendMessage({ sessionId, id, resendCount: 0 }, { now, organiserId })
}
const resentMessages = () => db.message.findMany({ where: { resendOfId: { not: null } } })

test('a resent release mail holds link and agenda of the latest release', async () => {
  await release(1)
  await send()
  await release(2)
  await send()
  smtp.received.length = 0
  expect(await resendFirst('release')).toEqual({ ok: true, value: null })
  expect(await resentMessages()).toMatchObject([{ kind: 'release', releaseNumber: 2 }])
  await send()
  expect(smtp.received).toHaveLength(1)
})

describe('a resend is refused and enqueues nothing for', () => {
  const refusedAs = async (kind: MessageKind, reason: string) => {
    expect(await resendFirst(kind)).toEqual({ ok: false, reason })
    expect(await resentMessages()).toEqual([])
    expect(await db.auditEntry.count({ where: { action: 'messageResent' } })).toBe(0)
  }
  beforeEach(() => db.auditEntry.deleteMany())

  test('a change notice of a cancelled session', async () => {
    await reschedule(15)
    await send()
    await cancelSession({ sessionId, reason: 'Ziek.', expected: 1 }, { now, organiserId })
    await refusedAs('sessionChanged', 'sessionCancelled')
    await send()
    expect(await resendFirst('sessionCancelled')).toMatchObject({ ok: true })
  })

  test('a change notice after a later change, until that change is undone', async () => {
    await reschedule(15)
    await send()
    now = addSeconds(now, 60)
    await reschedule(22)
    await refusedAs('sessionChanged', 'superseded')
    await reschedule(15)
    expect(await resendFirst('sessionChanged')).toEqual({ ok: true, value: null })
  })

  test('a change notice whose change was undone before it was sent', async () => {
    await reschedule(15)
    await reschedule(8)
    await refusedAs('sessionChanged', 'superseded')
  })

  test('a day reminder after its own day; on that day it is resent and keeps its expiry', async () => {
    now = dayBefore
    await runScheduler(now)
    await send()
    now = new Date('2022-11-07T22:59:59.999Z')
    expect(await resendFirst('reminderDay')).toEqual({ ok: true, value: null })
    const [first, second] = await db.message.findMany({ where: { kind: 'reminderDay' } })
    expect(second?.expiresAt).toEqual(new Date('2022-11-07T23:00:00Z'))
    expect(second?.expiresAt).toEqual(first?.expiresAt)
    now = addSeconds(now, 1)
    smtp.received.length = 0
    await send()
    expect(smtp.received).toEqual([])
    await db.message.deleteMany({ where: { resendOfId: { not: null } } })
    await db.auditEntry.deleteMany()
    await refusedAs('reminderDay', 'expired')
  })

  test('a reminder of a rescheduled session', async () => {
    now = dayBefore
    await runScheduler(now)
    await send()
    await reschedule(15)
    await refusedAs('reminderDay', 'sessionMoved')
  })

  test('a confirmation after the participant cancelled or the session ended', async () => {
    await db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    await refusedAs('confirmation', 'registrationCancelled')
    await db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: null } })
    now = new Date('2022-11-08T15:30:00Z')
    await refusedAs('confirmation', 'sessionOver')
  })
})

test('a retried reminder that says "morgen" is cancelled when the session was rescheduled meanwhile', async () => {
  now = dayBefore
  await runScheduler(now)
  smtp.behaviour = 'defer-recipient'
  await send()
  // A worker holds it at the very moment of the move.
  const claimed = { claimToken: '00000000-0000-4000-8000-000000000000' }
  await db.message.updateMany({ where: { kind: 'reminderDay' }, data: claimed })
  await reschedule(15)
  await db.message.updateMany({ where: { kind: 'reminderDay' }, data: { claimToken: null } })
  smtp.behaviour = 'accept'
  now = addSeconds(dayBefore, 120)
  await send()
  expect(await db.message.findFirst({ where: { kind: 'reminderDay' } })).toMatchObject({
    cancelReason: 'sessionMoved',
  })
})
