import { beforeEach, describe, expect, test } from 'vitest'
import { countBulkActions, resendMessages } from '@/lib/notifications/resend'
import { cancelMessages } from '@/lib/outbox/cancel'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { claimOne, enqueueConfirmations, october } from '@/tests/support/outbox'

const actor = { now: october, organiserId: 'organisator' }

const { db } = await createTestDatabase()
let sessionId = ''
let people: string[] = []
beforeEach(async () => {
  await db.message.deleteMany()
  await db.auditEntry.deleteMany()
  const { session, registrationIds } = await enqueueConfirmations(db, 6)
  sessionId = session.id
  people = registrationIds
  await enqueueConfirmations(db, 2)
})

const countUnsent = () => db.message.count({ where: { sessionId, sentAt: null, cancelledAt: null, failedAt: null } })
const countCancelled = (where = {}) => db.message.count({ where: { cancelReason: 'stopped', ...where } })
const updateMessages = (data: object, where = {}) => db.message.updateMany({ where: { sessionId, ...where }, data })
const auditActions = async () => (await db.auditEntry.findMany()).map(({ action }) => action)
const moreThanSeen = { ok: false, reason: 'more-than-seen' }

describe('cancelling the mails of a list', () => {
  test('cancels the unsent mails of the session once, with one audit entry', async () => {
    const asked = { sessionId, show: 'waiting' } as const
    expect(await countBulkActions(asked)).toEqual({ cancellable: 6, resendable: 0 })
    const presses = await Promise.all(
      Array.from({ length: 10 }, () => cancelMessages({ ...asked, expected: 6 }, actor)),
    )
    const stopped = presses.map((press) => (press.ok ? press.value : -1)).sort()
    expect(stopped).toEqual([...Array(9).fill(0), 6])
    expect([await countCancelled({ sessionId }), await countCancelled(), await auditActions()]).toEqual([
      6,
      6,
      ['messagesCancelled'],
    ])
  })

  test('cancels only the mails that match the filter', async () => {
    const one = { sessionId, show: 'waiting', search: 'voorbeeld-3@' } as const
    expect(await countBulkActions(one)).toMatchObject({ cancellable: 1 })
    await cancelMessages({ ...one, expected: 1 }, actor)
    expect(await countCancelled({ registrationId: people[3] })).toBe(1)
    expect(await cancelMessages({ sessionId, show: 'waiting', kind: 'customMessage', expected: 9 }, actor)).toEqual({
      ok: true,
      value: 0,
    })
    expect(await countUnsent()).toBe(5)
  })

  test('is refused when there are more mails than the organiser saw, and succeeds when there are fewer', async () => {
    expect(await cancelMessages({ sessionId, show: 'waiting', expected: 5 }, actor)).toEqual(moreThanSeen)
    expect(await cancelMessages({ sessionId, show: 'waiting', expected: 0 }, actor)).toEqual(moreThanSeen)
    expect([await countUnsent(), await auditActions()]).toEqual([6, []])
    await updateMessages({ sentAt: october }, { registrationId: people[0] })
    expect(await cancelMessages({ sessionId, show: 'waiting', expected: 6 }, actor)).toEqual({ ok: true, value: 5 })
  })

  test('leaves claimed and sent mails alone', async () => {
    await db.message.deleteMany({ where: { sessionId: { not: sessionId } } })
    await claimOne(october)
    await updateMessages({ sentAt: october }, { registrationId: people[5], claimToken: null })
    const { cancellable } = await countBulkActions({ sessionId })
    expect(await cancelMessages({ sessionId, expected: 6 }, actor)).toEqual({ ok: true, value: cancellable })
    expect(cancellable).toBeLessThanOrEqual(5)
    expect(await db.message.count({ where: { claimToken: { not: null }, cancelledAt: null } })).toBe(1)
  })
})

describe('resending the mails of a list', () => {
  const failed = { show: 'failed' } as const

  test('resends each failed mail once when the button is pressed several times', async () => {
    await updateMessages({ failedAt: october })
    const presses = Array.from({ length: 5 }, () => resendMessages({ ...failed, sessionId, expected: 6 }, actor))
    await Promise.all(presses)
    expect([await countUnsent(), (await auditActions()).length]).toEqual([6, 6])
    expect(await countBulkActions({ ...failed, sessionId })).toMatchObject({ resendable: 0 })
    expect(await resendMessages({ ...failed, sessionId, expected: 6 }, actor)).toMatchObject({ value: { sent: 0 } })
  })

  test('counts for each of two concurrent resends only the messages of its own batch', async () => {
    await updateMessages({ failedAt: october })
    const resend = () => resendMessages({ show: 'failed', sessionId, expected: 6 }, actor)
    const results = await Promise.all([resend(), resend()])
    const sent = results.map((result) => (result.ok ? result.value.sent : Number.NaN))
    expect([sent.reduce((sum, count) => sum + count), await countUnsent()]).toEqual([6, 6])
  })

  test('counts mails that became irrelevant as skipped, and ignores dismissed failures', async () => {
    await updateMessages({ failedAt: october })
    await updateMessages({ dismissedAt: october }, { registrationId: people[0] })
    await db.registration.update({ where: { id: people[1] ?? '' }, data: { cancelledAt: october } })
    expect(await countBulkActions({ ...failed, sessionId })).toMatchObject({ resendable: 5 })
    const pressed = await resendMessages({ ...failed, sessionId, expected: 5 }, actor)
    expect(pressed).toEqual({ ok: true, value: { sent: 4, skipped: 1 } })
  })

  test('resends stopped mails', async () => {
    await cancelMessages({ sessionId, show: 'waiting', expected: 6 }, actor)
    await updateMessages({ cancelReason: 'expired' }, { registrationId: people[0] })
    const pressed = await resendMessages({ sessionId, show: 'cancelled', expected: 5 }, actor)
    expect([pressed, await countUnsent()]).toEqual([{ ok: true, value: { sent: 5, skipped: 0 } }, 5])
  })

  test('is refused when there are more mails than the organiser saw', async () => {
    await updateMessages({ failedAt: october })
    expect(await resendMessages({ ...failed, sessionId, expected: 5 }, actor)).toEqual(moreThanSeen)
    expect([await countUnsent(), await auditActions()]).toEqual([0, []])
  })
})
