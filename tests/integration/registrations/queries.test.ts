import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { listRegistrations } from '@/lib/registrations/admin/search'
import { defaultSearch } from '@/lib/registrations/admin/search-params'
import {
  burstThreshold,
  getRegistration,
  listRegistrationBursts,
  listRegistrationCounts,
} from '@/lib/registrations/queries'
import { registerParticipant } from '@/lib/registrations/register'
import { createTestDatabase } from '@/tests/support/database/test-database'
import {
  addParticipant,
  addParticipants,
  createTestSession,
  registrationInputFor,
} from '@/tests/support/fixtures/session'

type Session = Awaited<ReturnType<typeof createTestSession>>
const start = new Date('2022-10-17T11:00:00Z').getTime()

const { db } = await createTestDatabase()
let session: Session
let other: Session
beforeAll(async () => {
  session = await createTestSession(db)
  other = await createTestSession(db)
  for (let minute = 0; minute < 102; minute += 1) await signUp(minute)
})

/** The question deadline is an hour after the start, so the first sixty registrations are before it. */
function signUp(minute: number) {
  const input = registrationInputFor(session, { name: `Voorbeeld ${minute}`, email: `voorbeeld${minute}@example.nl` })
  return registerParticipant(input, { now: new Date(start + minute * 60_000) })
}

const names = async (page: number) =>
  (await listRegistrations(session.id, defaultSearch, page)).rows.map(({ name }) => name)
const idOf = async (name: string) =>
  (await db.registration.findFirstOrThrow({ where: { name, sessionId: session.id } })).id

describe('listRegistrations', () => {
  test('returns fifty registrations a page, latest first', async () => {
    const pages = [await names(1), await names(2), await names(3)]
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 2])
    expect(pages.flat()).toEqual(Array.from({ length: 102 }, (_, index) => `Voorbeeld ${101 - index}`))
  })

  test('returns the total and the last page for a page beyond it', async () => {
    expect(await listRegistrations(session.id, defaultSearch, 999_999)).toMatchObject({ total: 102, page: 3, pages: 3 })
    expect(await listRegistrations(other.id, defaultSearch, 1)).toEqual({ total: 0, page: 1, pages: 1, rows: [] })
  })

  test('returns the workplace and whether the question was asked before the deadline', async () => {
    const at = { now: new Date(start) }
    const inDenHaag = registrationInputFor(other, {
      name: 'Voorbeeld A',
      email: 'a@example.nl',
      municipalityCode: 'GM0518',
    })
    const elsewhere = registrationInputFor(other, {
      email: 'b@example.nl',
      municipalityCode: null,
      organisation: 'Stichting Voorbeeld',
    })
    await registerParticipant(inDenHaag, at)
    await registerParticipant({ ...elsewhere, name: 'Voorbeeld B' }, { now: other.questionDeadlineAt })
    expect((await listRegistrations(other.id, defaultSearch, 1)).rows).toMatchObject([
      { name: 'Voorbeeld B', workplace: 'Stichting Voorbeeld', askedBeforeDeadline: false },
      { name: 'Voorbeeld A', workplace: "Den Haag ('s-Gravenhage)", askedBeforeDeadline: true },
    ])
  })

  test('leaves out cancelled registrations', async () => {
    await db.registration.updateMany({
      where: { name: 'Voorbeeld 101', sessionId: session.id },
      data: { cancelledAt: new Date(start) },
    })
    expect(await listRegistrations(session.id, defaultSearch, 1)).toMatchObject({
      total: 101,
      rows: { 0: { name: 'Voorbeeld 100' } },
    })
  })
})

describe('getRegistration', () => {
  test('returns the answers in the order of the form', async () => {
    const found = await getRegistration(session.id, await idOf('Voorbeeld 7'))
    expect(found).toMatchObject({ email: 'voorbeeld7@example.nl', workplace: 'Utrecht', askedBeforeDeadline: true })
    expect(found?.answers.map(({ question, text }) => [question.label, text])).toEqual([
      ['Waar sta je?', 'Antwoord 1'],
      ['Wat wil je weten?', 'Antwoord 2'],
      ['Wat heb je geprobeerd?', 'Antwoord 3'],
    ])
  })

  test('returns null for another session and for an unknown id', async () => {
    expect(await getRegistration(other.id, await idOf('Voorbeeld 7'))).toBeNull()
    expect(await getRegistration(session.id, randomUUID())).toBeNull()
  })
})

test('listRegistrationCounts counts registrations of each session before and after the deadline', async () => {
  const counts = await listRegistrationCounts()
  expect(counts.get(session.id)).toEqual({ signedUp: 101, inTime: 60, later: 41, offered: 0, waitlisted: 0 })
  expect(counts.get(other.id)).toEqual({ signedUp: 2, inTime: 1, later: 1, offered: 0, waitlisted: 0 })
  expect(counts.get(randomUUID())).toBeUndefined()
})

test('a burst is more than the threshold of sign-ups of one session in an hour', async () => {
  const busy = await createTestSession(db)
  const now = new Date('2022-10-01T12:00:00Z')
  const at = { createdAt: new Date(now.getTime() - 30 * 60_000) }
  await addParticipants(db, busy.id, burstThreshold)
  await db.registration.updateMany({ where: { sessionId: busy.id }, data: at })
  expect(await listRegistrationBursts(now)).toEqual([])
  const { id } = await addParticipant(db, busy.id)
  await db.registration.update({ where: { id }, data: at })
  expect(await listRegistrationBursts(now)).toEqual([
    { sessionId: busy.id, title: busy.title, count: burstThreshold + 1 },
  ])
  expect(await listRegistrationBursts(new Date(now.getTime() + 60 * 60_000))).toEqual([])
})
