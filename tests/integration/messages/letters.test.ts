import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendAgain } from '@/lib/messages/commands'
import { sendLetter, stopLetter } from '@/lib/messages/letters'
import { getLetter, getRecipientCount, listLetters, listPlaces } from '@/lib/messages/queries'
import type { LetterSelection } from '@/lib/messages/schema'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { startSmtp } from '@/tests/support/smtp'
import { deliverAllDue, later, october, queueConfirmations, transportTo } from './outbox'

const by = { now: october, organiserId: 'organisator' }
const everybody: LetterSelection = { inTime: '', places: [], contactWishes: [], tookPart: false }
const words = { subject: 'Lees je vast in, {naam}?', text: 'Dag {naam} van {gemeente},\n\n**Tot snel!**' }

let database: TestDatabase
let sessionId = ''
let people: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { session, registrationIds } = await queueConfirmations(database.db, 6)
  sessionId = session.id
  people = registrationIds
  await database.db.message.deleteMany()
  await database.db.auditEntry.deleteMany()
})

const send = (different: { to?: Partial<LetterSelection>; letterId?: string; expected?: number } = {}, when = by) => {
  const { to, letterId = randomUUID(), expected = 6 } = different
  return sendLetter({ ...words, sessionId, letterId, expected, to: { ...everybody, ...to } }, when)
}
const recipients = async () =>
  (await database.db.message.findMany({ where: { sessionId, kind: 'letter' } })).map(
    ({ registrationId }) => registrationId,
  )
const change = (index: number, data: object) =>
  database.db.registration.update({ where: { id: people[index] ?? '' }, data })

describe('a letter', () => {
  test('pressed twenty times at once: one letter, one mail for each person, one entry in the trail', async () => {
    const letterId = randomUUID()
    const presses = await Promise.all(Array.from({ length: 20 }, () => send({ letterId })))
    expect(presses).toEqual(Array(20).fill({ ok: true, value: null }))
    expect((await recipients()).sort()).toEqual([...people].sort())
    expect(await database.db.auditEntry.findMany()).toMatchObject([{ action: 'letter.sent', subjectId: letterId }])
    expect(await database.db.letter.findUnique({ where: { id: letterId } })).toMatchObject({ selection: everybody })
    expect(await listLetters(sessionId)).toMatchObject([{ id: letterId, progress: { total: 6, sent: 0, left: 6 } }])
  })

  test('arrives with its placeholders filled in for each reader', async () => {
    await change(0, { name: 'Een <b>"naam"</b>', municipalityCode: null, organisation: 'Stichting Voorbeeld' })
    await send()
    const smtp = await startSmtp()
    const transport = transportTo(smtp.url)
    await deliverAllDue(transport, october)
    transport.close()
    await smtp.close()
    expect(smtp.received).toHaveLength(6)
    const message = await database.db.message.findFirstOrThrow({ where: { registrationId: people[0] ?? '' } })
    expect(message.subject).toBe('Lees je vast in, Een <b>"naam"</b>?')
    expect(message.text).toContain('Dag Een <b>"naam"</b> van Stichting Voorbeeld,')
    expect(message.html).toContain('<strong>Tot snel!</strong>')
    const other = await database.db.message.findFirstOrThrow({ where: { registrationId: people[1] ?? '' } })
    expect(other.text).toContain('Dag Voorbeeld 1 van Utrecht,')
  })

  test('goes to nobody when the number is another than the organiser saw', async () => {
    expect(await send({ expected: 5 })).toEqual({ ok: false, reason: 'recipients-changed' })
    await change(0, { cancelledAt: october })
    expect(await send()).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await recipients()).toEqual([])
    expect(await send({ expected: 5 })).toMatchObject({ ok: true })
    expect(await recipients()).toHaveLength(5)
  })

  test('is refused when it is for nobody, or its session is not there', async () => {
    expect(await send({ to: { tookPart: true }, expected: 0 })).toEqual({ ok: false, reason: 'nobody' })
    sessionId = randomUUID()
    expect(await send()).toEqual({ ok: false, reason: 'unknown-session' })
  })

  test('can be stopped halfway; what is gone is gone', async () => {
    const letterId = randomUUID()
    await send({ letterId })
    const [sent] = people
    await database.db.message.updateMany({ where: { registrationId: sent ?? '' }, data: { sentAt: october } })
    expect(await stopLetter({ sessionId, letterId }, by)).toBe(5)
    expect(await stopLetter({ sessionId, letterId }, by)).toBe(0)
    expect(await getLetter(sessionId, letterId)).toMatchObject({ progress: { total: 6, sent: 1, left: 0 } })
    expect(await database.db.auditEntry.count({ where: { action: 'letter.stopped' } })).toBe(1)
    expect(await getLetter(randomUUID(), letterId)).toBeNull()
  })

  test('that was written before a cancelling stays here; one written after it goes out', async () => {
    await send()
    await database.db.session.update({ where: { id: sessionId }, data: { cancelledAt: later(october, 10) } })
    await send({}, { ...by, now: later(october, 20) })
    const smtp = await startSmtp()
    const transport = transportTo(smtp.url)
    await deliverAllDue(transport, later(october, 30))
    transport.close()
    await smtp.close()
    expect(smtp.received).toHaveLength(6)
    const dropped = { sessionId, dropReason: 'session-cancelled' }
    expect(await database.db.message.count({ where: dropped })).toBe(6)
    const { id } = await database.db.message.findFirstOrThrow({ where: dropped })
    const again = await sendAgain({ sessionId, id, times: 0 }, { ...by, now: later(october, 40) })
    expect(again).toEqual({ ok: false, reason: 'session-cancelled' })
  })
})

describe('a selection', () => {
  test.each<[Partial<LetterSelection>, number[]]>([
    [{}, [0, 1, 2, 3, 4, 5]],
    [{ inTime: 'no' }, [1]],
    [{ inTime: 'yes' }, [0, 2, 3, 4, 5]],
    [{ places: ['GM0344'] }, [0, 1, 4, 5]],
    [{ places: ['GM0599', 'other'] }, [2, 3]],
    [{ contactWishes: ['phone', 'none'] }, [4, 5]],
    [{ tookPart: true }, [5]],
    [{ inTime: 'yes', places: ['GM0344'], contactWishes: ['none'] }, [5]],
  ])('%j is for just those people, and the number that is shown is theirs', async (to, expected) => {
    await change(1, { questionInTime: false })
    await change(2, { municipalityCode: 'GM0599' })
    await change(3, { municipalityCode: null, organisation: 'Stichting Voorbeeld' })
    await change(4, { contactWish: 'phone', phone: '06 12345678' })
    await change(5, { contactWish: 'none', tookPartAt: october })
    expect(await getRecipientCount(sessionId, { ...everybody, ...to })).toBe(expected.length)
    expect(await send({ to, expected: expected.length })).toMatchObject({ ok: true })
    expect((await recipients()).sort()).toEqual(expected.map((index) => people[index]).sort())
  })

  test('can be made of the places where people work, other organisations last', async () => {
    await change(2, { municipalityCode: 'GM0518' })
    await change(3, { municipalityCode: null, organisation: 'Stichting Voorbeeld' })
    await change(4, { cancelledAt: october })
    expect(await listPlaces(sessionId)).toEqual([
      { code: 'GM0518', name: "Den Haag ('s-Gravenhage)", count: 1 },
      { code: 'GM0344', name: 'Utrecht', count: 3 },
      { code: null, name: '', count: 1 },
    ])
  })
})
