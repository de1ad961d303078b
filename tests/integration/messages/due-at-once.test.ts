import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listDueAtOnce } from '@/lib/messages/due-at-once'
import { planMail } from '@/lib/messages/plan'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { releaseSession } from '@/lib/sessions/commands'
import { getMailPlan, saveMailPlan } from '@/lib/sessions/mail-plan'
import { moveSession } from '@/lib/sessions/move'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { moments2022 } from '@/tests/support/sign-up'
import { confirm, later, october, queueConfirmations } from './outbox'

const by = { now: october, organiserId: 'organisator' }
const at = (text: string) => new Date(text)
/** The session is on Tuesday 8 November 2022 at 15.00. */
const twoDaysAfter = at('2022-11-10T09:00:00Z')
const dayBefore = at('2022-11-07T12:00:00Z')
const hourBefore = at('2022-11-08T13:30:00Z')
const deadlineNears = at('2022-10-16T12:00:00Z')
const off = {
  remindWeekBefore: false,
  remindDayBefore: false,
  remindHourBefore: false,
  remindOrganisers: false,
  thanksTo: null as string | null,
}

let database: TestDatabase
let sessionId = ''
let people: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  await createFirstOrganiser({ name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }, by)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.session.updateMany({ data: { cancelledAt: october } })
  const { session, registrationIds } = await queueConfirmations(database.db, 5)
  sessionId = session.id
  people = registrationIds
  await database.db.message.deleteMany()
  await database.db.session.update({ where: { id: sessionId }, data: off })
})

const due = (settings: Partial<typeof off>, now: Date) => listDueAtOnce(sessionId, { ...off, ...settings }, now)
const change = (index: number, data: object) =>
  database.db.registration.update({ where: { id: people[index] ?? '' }, data })
const set = (data: object) => database.db.session.update({ where: { id: sessionId }, data })

describe('saving which mails go out by themselves', () => {
  test('sends thanks at once when the morning after has been: to all, or to who took part', async () => {
    await change(0, { tookPartAt: hourBefore })
    await change(1, { cancelledAt: october })
    expect(await due({ thanksTo: 'all' }, twoDaysAfter)).toEqual([{ kind: 'thanks', recipients: 4 }])
    expect(await due({ thanksTo: 'took-part' }, twoDaysAfter)).toEqual([{ kind: 'thanks', recipients: 1 }])
    expect(await due({}, twoDaysAfter)).toEqual([])
    expect(await due({ thanksTo: 'all' }, at('2022-11-09T08:59:59Z'))).toEqual([])
    expect(await due({ thanksTo: 'all' }, at('2022-11-16T09:00:00Z'))).toEqual([])
  })

  test('to all after who took part had theirs: to the others only', async () => {
    await change(0, { tookPartAt: hourBefore })
    await set({ thanksTo: 'took-part' })
    await planMail(twoDaysAfter)
    expect(await due({ thanksTo: 'took-part' }, twoDaysAfter)).toEqual([])
    expect(await due({ thanksTo: 'all' }, twoDaysAfter)).toEqual([{ kind: 'thanks', recipients: 4 }])
  })

  test('says of each mail just how many then get it', async () => {
    await confirm(database.db, people[0], at('2022-11-06T09:00:00Z'))
    await change(1, { cancelledAt: october })
    const found = await due({ remindDayBefore: true }, dayBefore)
    expect(found).toEqual([{ kind: 'reminder-day', recipients: 3 }])
    const rest = { materials: '', evaluationUrl: '' }
    const plan = { ...off, ...rest, thanksTo: 'nobody' as const, remindDayBefore: true }
    await saveMailPlan({ sessionId, plan, seen: (await getMailPlan(sessionId))?.seen ?? '' }, by)
    await planMail(later(dayBefore, 15))
    expect(await database.db.message.count({ where: { sessionId, kind: 'reminder-day' } })).toBe(3)
    expect(await due({ remindDayBefore: true }, later(dayBefore, 30))).toEqual([])
  })

  test('knows what makes no sense: an hour before without a link, a week before with one', async () => {
    const weekBefore = at('2022-11-01T12:00:00Z')
    expect(await due({ remindHourBefore: true }, hourBefore)).toEqual([])
    expect(await due({ remindWeekBefore: true }, weekBefore)).toEqual([{ kind: 'reminder-week', recipients: 5 }])
    const release = { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom', after: 0, expected: 5 }
    await releaseSession(release, by)
    expect(await due({ remindHourBefore: true }, hourBefore)).toEqual([{ kind: 'reminder-hour', recipients: 5 }])
    expect(await due({ remindWeekBefore: true }, weekBefore)).toEqual([])
  })

  test('counts the organisers for the mail that is to them', async () => {
    expect(await due({ remindOrganisers: true }, deadlineNears)).toEqual([{ kind: 'question-deadline', recipients: 1 }])
    await set({ remindOrganisers: true })
    await planMail(deadlineNears)
    await set({ remindOrganisers: false })
    expect(await due({ remindOrganisers: true }, deadlineNears)).toEqual([])
  })

  test('sends nothing of what is on its way already, is cancelled, not published or not there', async () => {
    await set({ remindDayBefore: true })
    expect(await due({ remindDayBefore: true }, dayBefore)).toEqual([])
    await set({ remindDayBefore: false })
    for (const closed of [{ cancelledAt: october }, { cancelledAt: null, publishedAt: null }]) {
      await set(closed)
      expect(await due({ remindDayBefore: true }, dayBefore)).toEqual([])
    }
    sessionId = '00000000-0000-4000-8000-000000000000'
    expect(await due({ remindDayBefore: true }, dayBefore)).toEqual([])
  })
})

describe('moving a session', () => {
  const tomorrow = { startsAt: at('2022-10-02T14:00:00Z'), endsAt: at('2022-10-02T15:30:00Z') }
  const past = { startsAt: at('2022-09-28T14:00:00Z'), endsAt: at('2022-09-28T15:30:00Z') }
  const noon = at('2022-10-01T12:00:00Z')
  const move = (times: typeof past, from = moments2022) =>
    moveSession({ sessionId, seen: { ...moments2022, ...from }, times: { ...early, ...times }, expected: null }, by)
  const early = {
    ...moments2022,
    questionDeadlineAt: at('2022-09-20T12:00:00Z'),
    registrationClosesAt: at('2022-09-21T12:00:00Z'),
  }
  const kinds = async () =>
    (await database.db.message.findMany({ where: { sessionId, droppedAt: null } })).map(({ kind }) => kind)

  test('to tomorrow says that the reminder goes out, to whom it then goes', async () => {
    for (const [index, id] of people.entries()) {
      await confirm(database.db, id, index === 0 ? at('2022-09-29T12:00:00Z') : noon)
    }
    await set({ remindDayBefore: true })
    expect(await listDueAtOnce(sessionId, tomorrow, noon)).toEqual([{ kind: 'reminder-day', recipients: 1 }])
    await move(tomorrow)
    await planMail(noon)
    expect((await kinds()).filter((kind) => kind !== 'confirmation')).toEqual(['reminder-day'])
  })

  test('into the past by mistake says that it would thank, and thanks nobody twice', async () => {
    await database.db.registration.updateMany({ where: { sessionId }, data: { createdAt: at('2022-09-01T12:00:00Z') } })
    await set({ thanksTo: 'all' })
    expect(await listDueAtOnce(sessionId, past, noon)).toEqual([{ kind: 'thanks', recipients: 5 }])
    await move(past)
    await planMail(noon)
    expect(await kinds()).toEqual(Array(5).fill('thanks'))
    await database.db.message.updateMany({ where: { kind: 'thanks' }, data: { sentAt: noon } })
    const back = { ...moments2022, ...early, startsAt: moments2022.startsAt, endsAt: moments2022.endsAt }
    await moveSession({ sessionId, seen: { ...early, ...past }, times: back, expected: null }, by)
    expect(await listDueAtOnce(sessionId, past, noon)).toEqual([])
    await planMail(twoDaysAfter)
    expect(await kinds()).toEqual(Array(5).fill('thanks'))
  })
})

test('thanks that stood ready for all go only to who took part, once that is chosen', async () => {
  await change(1, { tookPartAt: hourBefore })
  await set({ thanksTo: 'all' })
  await planMail(twoDaysAfter)
  const plan = { ...off, thanksTo: 'took-part' as const, materials: '', evaluationUrl: '' }
  await saveMailPlan({ sessionId, plan, seen: (await getMailPlan(sessionId))?.seen ?? '' }, by)
  await planMail(later(twoDaysAfter, 15))
  const left = await database.db.message.findMany({ where: { sessionId, droppedAt: null } })
  expect(left.map(({ registrationId }) => registrationId)).toEqual([people[1]])
})

test('who gets the link within the last hour gets no reminder beside it', async () => {
  await set({ remindHourBefore: true })
  const release = { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom', after: 0, expected: 5 }
  await releaseSession(release, { ...by, now: hourBefore })
  await planMail(later(hourBefore, 15))
  expect(await database.db.message.count({ where: { sessionId, kind: 'reminder-hour' } })).toBe(0)
})

test('the organisers hear of a question deadline half a year before the session', async () => {
  await set({ remindOrganisers: true, startsAt: at('2023-05-08T14:00:00Z'), endsAt: at('2023-05-08T15:30:00Z') })
  await planMail(deadlineNears)
  expect(await database.db.message.count({ where: { sessionId, kind: 'question-deadline' } })).toBe(1)
})
