import ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runScheduler } from '@/lib/notifications/scheduler'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import type { MessageKind } from '@/lib/outbox/schema'
import { cancelSession } from '@/lib/sessions/cancellation'
import { releaseSession } from '@/lib/sessions/release'
import { rescheduleSession } from '@/lib/sessions/schedule'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { addSeconds, createConfirmation, enqueueConfirmations, findMail, october } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'

const actor = { now: october, organiserId: 'organisator' }
const at = (text: string) => new Date(text)
const hour = 3600
/** The session is on Tuesday 8 November 2022 at 15.00; at ten, a week before: still winter time. */
const weekBefore = at('2022-11-01T09:00:00Z')
const dayBefore = at('2022-11-07T09:00:00Z')
const hourBefore = at('2022-11-08T13:00:00Z')

const { db } = await createTestDatabase()
let sessionId = ''
beforeAll(async () => {
  await createFirstOrganiser({ name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }, actor)
})
beforeEach(async () => {
  await db.message.deleteMany()
  await db.session.updateMany({ data: { cancelledAt: october } })
  sessionId = (await enqueueConfirmations(db, 5)).session.id
  await db.message.deleteMany()
})

const kinds = async (where = {}) =>
  (await db.message.findMany({ where: { sessionId, ...where }, orderBy: { kind: 'asc' } })).map(({ kind }) => kind)
const five = (kind: string) => Array(5).fill(kind)
const release = () =>
  releaseSession({ sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom', after: 0, expected: 5 }, actor)
const deleteMessages = () => db.message.deleteMany()

describe('a scheduled mail', () => {
  test('is sent within its window, not before and not after it', async () => {
    await runScheduler(addSeconds(weekBefore, -1))
    expect(await kinds()).toEqual([])
    await runScheduler(weekBefore)
    expect(await kinds()).toEqual(five('reminderWeek'))
    await deleteMessages()
    await runScheduler(dayBefore)
    expect(await kinds()).toEqual(five('reminderDay'))
    await deleteMessages()
    await runScheduler(at('2022-11-08T14:00:00Z'))
    expect(await kinds()).toEqual([])
  })

  test('reminds a week before only without a release, and an hour before only with one', async () => {
    await release()
    await deleteMessages()
    await runScheduler(weekBefore)
    expect(await kinds()).toEqual([])
    await runScheduler(hourBefore)
    expect(await kinds()).toEqual(five('reminderHour'))
  })

  test('tells organisers two days before the question deadline how many questions were asked', async () => {
    await runScheduler(at('2022-10-15T11:59:59Z'))
    expect(await kinds()).toEqual([])
    await runScheduler(at('2022-10-15T12:00:00Z'))
    expect(await kinds()).toEqual(['questionDeadline'])
    const received = await deliverAndReceive(at('2022-10-15T12:00:00Z'))
    expect(received).toEqual([expect.objectContaining({ to: 'o@example.nl' })])
    expect(received[0]?.raw).toContain('Er zijn nu 5 mensen aangemeld')
  })

  test('thanks attendees or all participants the morning after, and nobody when it is switched off', async () => {
    const morningAfter = at('2022-11-09T09:00:00Z')
    await runScheduler(morningAfter)
    expect(await kinds()).toEqual([])
    const one = await db.registration.findFirstOrThrow({ where: { sessionId } })
    await db.registration.update({ where: { id: one.id }, data: { tookPartAt: hourBefore } })
    await db.notificationSettings.update({ where: { sessionId }, data: { followUpAudience: 'tookPart' } })
    await runScheduler(morningAfter)
    expect(await kinds()).toEqual(['followUp'])
    await db.notificationSettings.update({ where: { sessionId }, data: { followUpAudience: 'all' } })
    await runScheduler(morningAfter)
    expect(await kinds()).toEqual(five('followUp'))
  })

  test.each([
    ['remindDayBefore', dayBefore],
    ['remindWeekBefore', weekBefore],
    ['remindOrganisers', at('2022-10-15T12:00:00Z')],
  ])('is not sent when its setting is off (%s)', async (setting, moment) => {
    await db.notificationSettings.update({ where: { sessionId }, data: { [setting]: false } })
    await runScheduler(moment)
    expect(await kinds()).toEqual([])
  })

  const told = async (kind: MessageKind = 'reminderDay') =>
    (await db.message.findMany({ where: { kind } })).map(({ registrationId }) => registrationId)

  test('skips participants who cancelled', async () => {
    const [cancelled] = await db.registration.findMany({ where: { sessionId } })
    await db.registration.update({ where: { id: cancelled?.id ?? '' }, data: { cancelledAt: october } })
    await runScheduler(dayBefore)
    expect(await told()).toHaveLength(4)
    expect(await told()).not.toContain(cancelled?.id)
  })

  test('skips the day reminder for participants confirmed within a day, but still reminds them an hour before', async () => {
    const people = (await db.registration.findMany({ where: { sessionId } })).map(({ id }) => id)
    const [just, before, justNow] = people
    await createConfirmation(db, just, at('2022-11-06T09:00:00Z'))
    await createConfirmation(db, before, at('2022-11-06T08:59:59.999Z'))
    await createConfirmation(db, justNow, addSeconds(dayBefore, 60))
    await runScheduler(addSeconds(dayBefore, 120))
    expect(new Set(await told())).toEqual(new Set(people.filter((id) => id !== just && id !== justNow)))
    await release()
    await runScheduler(hourBefore)
    expect(await told('reminderHour')).toHaveLength(5)
  })

  test('reminds participants whose confirmation failed, was stopped or was never enqueued', async () => {
    const [failed, stopped, byHand] = await db.registration.findMany({ where: { sessionId } })
    await createConfirmation(db, failed?.id, dayBefore, { failedAt: dayBefore })
    await createConfirmation(db, stopped?.id, dayBefore, { cancelledAt: dayBefore, cancelReason: 'stopped' })
    await db.registration.update({ where: { id: byHand?.id ?? '' }, data: { createdAt: dayBefore } })
    await runScheduler(addSeconds(dayBefore, 60))
    expect(await told()).toHaveLength(5)
  })

  test('skips the hour reminder for participants confirmed within that hour', async () => {
    await release()
    const [last] = await db.registration.findMany({ where: { sessionId } })
    await createConfirmation(db, last?.id, hourBefore)
    await runScheduler(addSeconds(hourBefore, 60))
    expect(await told('reminderHour')).toHaveLength(4)
    expect(await told('reminderHour')).not.toContain(last?.id)
  })
})

test('five schedulers with a clock that jumps two hours send each reminder once', async () => {
  await release()
  await deleteMessages()
  const moments = [0, 7200, -7200, 3600, 0, -3600, 7200, 600].flatMap((seconds) => [
    addSeconds(dayBefore, seconds),
    addSeconds(hourBefore, seconds),
  ])
  for (const moment of moments) await Promise.all(Array.from({ length: 5 }, () => runScheduler(moment)))
  expect(await kinds()).toEqual([...five('reminderDay'), ...five('reminderHour')])
})

describe('rescheduling a session', () => {
  const nextWeek = {
    startsAt: at('2022-11-15T14:00:00Z'),
    endsAt: at('2022-11-15T15:30:00Z'),
    questionDeadlineAt: at('2022-10-17T12:00:00Z'),
    registrationOpensAt: null,
    registrationClosesAt: at('2022-10-31T23:00:00Z'),
  }
  const move = (times = {}, expected: number | null = 5) =>
    rescheduleSession({ sessionId, seen: sessionTimes2022, times: { ...nextWeek, ...times }, expected }, actor)

  test('reschedules its reminders and cancels those of the old date', async () => {
    await runScheduler(dayBefore)
    expect(await move()).toMatchObject({ ok: true })
    expect(await kinds({ cancelReason: 'sessionMoved' })).toEqual(five('reminderDay'))
    await runScheduler(addSeconds(dayBefore, hour))
    expect(await kinds({ cancelledAt: null })).toEqual(five('sessionChanged'))
    await runScheduler(at('2022-11-14T09:00:00Z'))
    expect(await kinds({ cancelledAt: null })).toEqual([...five('reminderDay'), ...five('sessionChanged')])
  })

  test('mails old and new times with a calendar file that replaces the earlier one', async () => {
    await move()
    const received = await deliverAndReceive(october)
    expect(received).toHaveLength(5)
    const { registrationId, content } = await findMail({ kind: 'sessionChanged' })
    expect(content?.text).toContain('Het was: dinsdag 8 november 2022, 15.00 tot 16.30 uur.')
    expect(content?.text).toContain('dinsdag 15 november 2022')
    expect(content?.calendar).toContain(`UID:${registrationId}\r\n`)
    expect(content?.calendar).toContain('SEQUENCE:1')
  })

  test('sends no change notice when the organiser chooses not to notify', async () => {
    await move({}, null)
    expect(await kinds({ cancelledAt: null })).toEqual([])
    expect(await kinds({ cancelReason: 'notNotified' })).toEqual(five('sessionChanged'))
  })

  test('sends no reminder for a date in the past, and refuses times that are out of order', async () => {
    const lastWeek = { startsAt: at('2022-11-02T14:00:00Z'), endsAt: at('2022-11-02T15:30:00Z') }
    await move(lastWeek, null)
    await runScheduler(dayBefore)
    expect(await kinds({ cancelledAt: null })).toEqual([])
    expect(await move({ endsAt: nextWeek.startsAt })).toEqual({ ok: false, reason: 'times-out-of-order' })
  })
})

test('a cancelled session sends each participant one mail with a calendar cancellation, and no reminder', async () => {
  await runScheduler(dayBefore)
  const reason = 'De spreker is ziek <b>&</b> we zoeken een nieuwe datum.'
  const cancel = () => cancelSession({ sessionId, reason, expected: 5 }, actor)
  expect(await Promise.all(Array.from({ length: 5 }, cancel))).toEqual(Array(5).fill({ ok: true, value: null }))
  const received = await deliverAndReceive(dayBefore)
  expect(received).toHaveLength(5)
  const { registrationId, content } = await findMail({ kind: 'sessionCancelled' })
  expect(content?.text).toContain('De spreker is ziek <b>&</b>')
  expect(content?.html).toContain('&lt;b&gt;')
  const calendar = new ICAL.Component(ICAL.parse(content?.calendar ?? ''))
  const vevent = calendar.getFirstSubcomponent('vevent')
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1)
  expect(vevent?.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(vevent?.getFirstPropertyValue('uid')).toBe(registrationId)
  expect(vevent?.getFirstPropertyValue('sequence')).toBe(1)
  expect(vevent?.getFirstPropertyValue('dtstart')?.toString()).toBe('2022-11-08T15:00:00')
  expect(await kinds({ cancelReason: 'sessionCancelled' })).toEqual(five('reminderDay'))
  await runScheduler(hourBefore)
  expect(await kinds({ kind: 'reminderHour' })).toEqual([])
})
