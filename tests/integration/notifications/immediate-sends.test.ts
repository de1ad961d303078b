import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listImmediateSends, runScheduler } from '@/lib/notifications/scheduler'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { getNotificationSettings, saveNotificationSettings } from '@/lib/sessions/notification-settings'
import { releaseSession } from '@/lib/sessions/release'
import { rescheduleSession } from '@/lib/sessions/schedule'
import type { FollowUpAudience } from '@/prisma/generated/enums'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { addSeconds, createConfirmation, enqueueConfirmations, october } from '@/tests/support/outbox'

const actor = { now: october, organiserId: 'organisator' }
const at = (text: string) => new Date(text)
/** The session is on Tuesday 8 November 2022 at 15.00. */
const twoDaysAfter = at('2022-11-10T09:00:00Z')
const dayBefore = at('2022-11-07T12:00:00Z')
const hourBefore = at('2022-11-08T13:30:00Z')
const beforeDeadline = at('2022-10-16T12:00:00Z')
const off = {
  remindWeekBefore: false,
  remindDayBefore: false,
  remindHourBefore: false,
  remindOrganisers: false,
  notifyWaitlist: false,
  followUpAudience: 'nobody' as FollowUpAudience,
}

const { db } = await createTestDatabase()
let sessionId = ''
let people: string[] = []
beforeAll(async () => {
  await createFirstOrganiser({ name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }, actor)
})
beforeEach(async () => {
  await db.message.deleteMany()
  await db.session.updateMany({ data: { cancelledAt: october } })
  const { session, registrationIds } = await enqueueConfirmations(db, 5)
  sessionId = session.id
  people = registrationIds
  await db.message.deleteMany()
  await updateSettings(off)
})

const listDue = (settings: Partial<typeof off>, now: Date) =>
  listImmediateSends(sessionId, { ...off, ...settings }, now)
const updateRegistration = (index: number, data: object) =>
  db.registration.update({ where: { id: people[index] ?? '' }, data })
const updateSettings = (data: Partial<typeof off>) => db.notificationSettings.update({ where: { sessionId }, data })

describe('saving the notification settings', () => {
  test('sends the follow-up at once when its time has passed, to all participants or to attendees', async () => {
    await updateRegistration(0, { tookPartAt: hourBefore })
    await updateRegistration(1, { cancelledAt: october })
    expect(await listDue({ followUpAudience: 'all' }, twoDaysAfter)).toEqual([{ kind: 'followUp', recipients: 4 }])
    expect(await listDue({ followUpAudience: 'tookPart' }, twoDaysAfter)).toEqual([{ kind: 'followUp', recipients: 1 }])
    expect(await listDue({}, twoDaysAfter)).toEqual([])
    expect(await listDue({ followUpAudience: 'all' }, at('2022-11-09T08:59:59Z'))).toEqual([])
    expect(await listDue({ followUpAudience: 'all' }, at('2022-11-16T09:00:00Z'))).toEqual([])
  })

  test('sends the follow-up to the others when the audience grows from attendees to all', async () => {
    await updateRegistration(0, { tookPartAt: hourBefore })
    await updateSettings({ followUpAudience: 'tookPart' })
    await runScheduler(twoDaysAfter)
    expect(await listDue({ followUpAudience: 'tookPart' }, twoDaysAfter)).toEqual([])
    expect(await listDue({ followUpAudience: 'all' }, twoDaysAfter)).toEqual([{ kind: 'followUp', recipients: 4 }])
  })

  test('lists for each mail exactly how many participants get it', async () => {
    await createConfirmation(db, people[0], at('2022-11-06T09:00:00Z'))
    await updateRegistration(1, { cancelledAt: october })
    const found = await listDue({ remindDayBefore: true }, dayBefore)
    expect(found).toEqual([{ kind: 'reminderDay', recipients: 3 }])
    const rest = { materials: '', evaluationUrl: null }
    const settings = { ...off, ...rest, followUpAudience: 'nobody' as const, remindDayBefore: true }
    await saveNotificationSettings(
      { sessionId, settings, seen: (await getNotificationSettings(sessionId))?.seen ?? '' },
      actor,
    )
    await runScheduler(addSeconds(dayBefore, 15))
    expect(await db.message.count({ where: { sessionId, kind: 'reminderDay' } })).toBe(3)
    expect(await listDue({ remindDayBefore: true }, addSeconds(dayBefore, 30))).toEqual([])
  })

  test('lists no hour reminder without a release and no week reminder with one', async () => {
    const weekBefore = at('2022-11-01T12:00:00Z')
    expect(await listDue({ remindHourBefore: true }, hourBefore)).toEqual([])
    expect(await listDue({ remindWeekBefore: true }, weekBefore)).toEqual([{ kind: 'reminderWeek', recipients: 5 }])
    const release = { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom', after: 0, expected: 5 }
    await releaseSession(release, actor)
    expect(await listDue({ remindHourBefore: true }, hourBefore)).toEqual([{ kind: 'reminderHour', recipients: 5 }])
    expect(await listDue({ remindWeekBefore: true }, weekBefore)).toEqual([])
  })

  test('counts organisers for the question deadline mail', async () => {
    expect(await listDue({ remindOrganisers: true }, beforeDeadline)).toEqual([
      { kind: 'questionDeadline', recipients: 1 },
    ])
    await updateSettings({ remindOrganisers: true })
    await runScheduler(beforeDeadline)
    await updateSettings({ remindOrganisers: false })
    expect(await listDue({ remindOrganisers: true }, beforeDeadline)).toEqual([])
  })

  test('lists nothing for enqueued mails or for a cancelled, unpublished or unknown session', async () => {
    await updateSettings({ remindDayBefore: true })
    expect(await listDue({ remindDayBefore: true }, dayBefore)).toEqual([])
    await updateSettings({ remindDayBefore: false })
    for (const closed of [{ cancelledAt: october }, { cancelledAt: null, publishedAt: null }]) {
      await db.session.update({ where: { id: sessionId }, data: closed })
      expect(await listDue({ remindDayBefore: true }, dayBefore)).toEqual([])
    }
    sessionId = '00000000-0000-4000-8000-000000000000'
    expect(await listDue({ remindDayBefore: true }, dayBefore)).toEqual([])
  })
})

describe('rescheduling a session', () => {
  const tomorrow = { startsAt: at('2022-10-02T14:00:00Z'), endsAt: at('2022-10-02T15:30:00Z') }
  const past = { startsAt: at('2022-09-28T14:00:00Z'), endsAt: at('2022-09-28T15:30:00Z') }
  const noon = at('2022-10-01T12:00:00Z')
  const move = (times: typeof past, from = sessionTimes2022) =>
    rescheduleSession(
      { sessionId, seen: { ...sessionTimes2022, ...from }, times: { ...early, ...times }, expected: null },
      actor,
    )
  const early = {
    ...sessionTimes2022,
    questionDeadlineAt: at('2022-09-20T12:00:00Z'),
    registrationClosesAt: at('2022-09-21T12:00:00Z'),
  }
  const kinds = async () =>
    (await db.message.findMany({ where: { sessionId, cancelledAt: null } })).map(({ kind }) => kind)

  test('to tomorrow lists the day reminder with its recipients', async () => {
    for (const [index, id] of people.entries()) {
      await createConfirmation(db, id, index === 0 ? at('2022-09-29T12:00:00Z') : noon)
    }
    await updateSettings({ remindDayBefore: true })
    expect(await listImmediateSends(sessionId, tomorrow, noon)).toEqual([{ kind: 'reminderDay', recipients: 1 }])
    await move(tomorrow)
    await runScheduler(noon)
    expect((await kinds()).filter((kind) => kind !== 'confirmation')).toEqual(['reminderDay'])
  })

  test('into the past lists the follow-up, and moving it back and forth thanks nobody twice', async () => {
    await db.registration.updateMany({ where: { sessionId }, data: { createdAt: at('2022-09-01T12:00:00Z') } })
    await updateSettings({ followUpAudience: 'all' })
    expect(await listImmediateSends(sessionId, past, noon)).toEqual([{ kind: 'followUp', recipients: 5 }])
    await move(past)
    await runScheduler(noon)
    expect(await kinds()).toEqual(Array(5).fill('followUp'))
    await db.message.updateMany({ where: { kind: 'followUp' }, data: { sentAt: noon } })
    const back = { ...sessionTimes2022, ...early, startsAt: sessionTimes2022.startsAt, endsAt: sessionTimes2022.endsAt }
    await rescheduleSession({ sessionId, seen: { ...early, ...past }, times: back, expected: null }, actor)
    expect(await listImmediateSends(sessionId, past, noon)).toEqual([])
    await runScheduler(twoDaysAfter)
    expect(await kinds()).toEqual(Array(5).fill('followUp'))
  })
})

test('an enqueued follow-up for all goes only to attendees after the setting changed to attendees', async () => {
  await updateRegistration(1, { tookPartAt: hourBefore })
  await updateSettings({ followUpAudience: 'all' })
  await runScheduler(twoDaysAfter)
  const settings = { ...off, followUpAudience: 'tookPart' as const, materials: '', evaluationUrl: null }
  await saveNotificationSettings(
    { sessionId, settings, seen: (await getNotificationSettings(sessionId))?.seen ?? '' },
    actor,
  )
  await runScheduler(addSeconds(twoDaysAfter, 15))
  const left = await db.message.findMany({ where: { sessionId, cancelledAt: null } })
  expect(left.map(({ registrationId }) => registrationId)).toEqual([people[1]])
})

test('a participant who gets the release mail within the last hour gets no hour reminder', async () => {
  await updateSettings({ remindHourBefore: true })
  const release = { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom', after: 0, expected: 5 }
  await releaseSession(release, { ...actor, now: hourBefore })
  await runScheduler(addSeconds(hourBefore, 15))
  expect(await db.message.count({ where: { sessionId, kind: 'reminderHour' } })).toBe(0)
})

test('organisers get the question deadline mail when the deadline is half a year before the session', async () => {
  await updateSettings({ remindOrganisers: true })
  const times = { startsAt: at('2023-05-08T14:00:00Z'), endsAt: at('2023-05-08T15:30:00Z') }
  await db.session.update({ where: { id: sessionId }, data: times })
  await runScheduler(beforeDeadline)
  expect(await db.message.count({ where: { sessionId, kind: 'questionDeadline' } })).toBe(1)
})
