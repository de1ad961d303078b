import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelMessage, resendMessage } from '@/lib/outbox/enqueue'
import { triageQuestion } from '@/lib/triage/decide'
import { getAgendaQuestion } from '@/lib/triage/queries'
import { listPendingResults, saveResultText, sendResults } from '@/lib/triage/results'
import { closeRound } from '@/lib/triage/round'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { addSeconds, deliverAllDue, transportTo } from '@/tests/support/outbox'
import { startSmtpServer } from '@/tests/support/servers/smtp-server'
import { afterwards, currentDecision, october, unknownId } from './current-decision'

const actor = { now: afterwards, organiserId: 'organisator' }
let database: TestDatabase
let sessionId = ''
let questions: string[] = []
let registrations: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  await createTestOrganiser(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.auditEntry.deleteMany()
  const askers = [{}, {}, { contactWish: 'none' as const }]
  ;({ sessionId, questions, registrations } = await createSessionWithQuestions(database.db, askers))
})

const send = (expected: number, when = actor) => sendResults({ sessionId, expected }, when)
const mails = () => database.db.message.findMany({ where: { sessionId, kind: 'outcome' } })
const decide = async (place: number, different: object) =>
  triageQuestion({ ...(await currentDecision(sessionId, questions[place] ?? '')), ...different }, actor)
const deliver = async () => {
  const smtp = await startSmtpServer()
  const transport = transportTo(smtp.url)
  await deliverAllDue(transport, addSeconds(afterwards, 60))
  transport.close()
  await smtp.close()
}
const textTo = async (place: number) =>
  (await database.db.message.findFirst({ where: { registrationId: registrations[place] ?? '' } }))?.text

describe('what became of the questions', () => {
  test('goes to each asker, in our words for its state or in words for this question', async () => {
    await decide(0, { state: 'answered' })
    await decide(1, { state: 'answerInWriting', resultText: 'Zie **het** stuk\nop bladzij 3.' })
    expect(await send(3)).toEqual({ ok: true, value: { count: 3 } })
    await deliver()
    expect(await textTo(0)).toContain('Je vraag is in de kennissessie beantwoord.')
    expect(await textTo(0)).toContain('Antwoord 2 van 0')
    expect(await textTo(1)).toContain('Zie **het** stuk\nop bladzij 3.')
    expect(await textTo(1)).not.toContain('op schrift')
    expect(await textTo(2)).toContain('niet aan je vraag toegekomen')
  })

  test('goes out once, however often and by however many it is pressed', async () => {
    const presses = await Promise.all(Array.from({ length: 10 }, () => send(3)))
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1)
    expect(presses).toContainEqual({ ok: false, reason: 'recipients-changed' })
    expect(await send(0)).toEqual({ ok: false, reason: 'nobody' })
    expect((await mails()).map(({ dedupeKey }) => dedupeKey).sort()).toEqual(
      questions.map((id) => `outcome:${id}`).sort(),
    )
    expect(await database.db.auditEntry.findMany()).toMatchObject([{ action: 'resultsSent' }])
  })

  test('goes to nobody when the number is another than the organiser saw', async () => {
    expect(await send(2)).toEqual({ ok: false, reason: 'recipients-changed' })
    await database.db.registration.update({ where: { id: registrations[0] ?? '' }, data: { cancelledAt: october } })
    expect(await send(3)).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await mails()).toEqual([])
    expect(await send(2)).toEqual({ ok: true, value: { count: 2 } })
    expect((await mails()).map(({ registrationId }) => registrationId)).not.toContain(registrations[0])
  })

  test('goes a second time only to who is sent it again from the messages', async () => {
    await send(3)
    const [mail] = await mails()
    await cancelMessage({ sessionId, id: mail?.id ?? '' }, actor)
    expect(await listPendingResults(sessionId)).toEqual([])
    expect(await resendMessage({ sessionId, id: mail?.id ?? '', resendCount: 0 }, actor)).toEqual({
      ok: true,
      value: null,
    })
    expect(await mails()).toHaveLength(4)
    expect(await send(0)).toEqual({ ok: false, reason: 'nobody' })
  })

  test('is refused before the end, and of a session that did not take place or is not there', async () => {
    expect(await send(3, { ...actor, now: october })).toEqual({ ok: false, reason: 'session-not-ended' })
    await database.db.session.update({ where: { id: sessionId }, data: { cancelledAt: october } })
    expect(await send(3)).toEqual({ ok: false, reason: 'session-cancelled' })
    sessionId = unknownId
    expect(await send(3)).toEqual({ ok: false, reason: 'unknown-session' })
    expect(await mails()).toEqual([])
  })
})

describe('an own text for one asker', () => {
  const write = (text: string, version = 0, when = actor) =>
    saveResultText({ sessionId, answerId: questions[0] ?? '', version, text }, when)

  test('can be written in a closed vragenronde until the mail goes out, and not after', async () => {
    await closeRound({ sessionId, explanation: 'Geen tijd', expected: 3 }, actor)
    expect(await decide(0, { resultText: 'Langs de andere weg' })).toEqual({ ok: false, reason: 'round-closed' })
    expect(await write('GEHEIM')).toEqual({ ok: true, value: null })
    expect(await write('GEHEIM'), 'sent twice').toEqual({ ok: true, value: null })
    await send(3)
    expect(await write('Te laat', 1)).toEqual({ ok: false, reason: 'result-already-sent' })
    await deliver()
    expect(await textTo(0)).toContain('GEHEIM')
    const trail = await database.db.auditEntry.findMany({ where: { action: 'resultTextSaved' } })
    expect(trail).toMatchObject([{ subjectType: 'answer', subjectId: questions[0] }])
    expect(JSON.stringify(trail)).not.toContain('GEHEIM')
  })

  test('is not changed any more by deciding about the question, once the mail goes out; the rest is', async () => {
    await decide(0, { resultText: 'Van toen' })
    await send(3)
    expect(await decide(0, { resultText: 'Te laat' })).toEqual({ ok: false, reason: 'result-already-sent' })
    expect(await decide(0, { resultText: 'Van toen', note: 'Mag' })).toEqual({ ok: true, value: null })
    expect(await getAgendaQuestion(sessionId, questions[0] ?? '')).toMatchObject({
      resultText: 'Van toen',
      note: 'Mag',
    })
  })

  test('of two organisers at once is that of one; the other is told', async () => {
    const both = await Promise.all([write('een'), write('twee')])
    expect(both).toContainEqual({ ok: true, value: null })
    expect(both).toContainEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  test('is refused before the end, of who cancelled, and of what is not there', async () => {
    expect(await write('Te vroeg', 0, { ...actor, now: october })).toEqual({ ok: false, reason: 'session-not-ended' })
    await database.db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    expect(await write('Afgemeld')).toEqual({ ok: false, reason: 'asker-cancelled' })
    questions = [unknownId]
    expect(await write('Onbekend')).toEqual({ ok: false, reason: 'unknown-question' })
    sessionId = unknownId
    expect(await write('Onbekend')).toEqual({ ok: false, reason: 'unknown-session' })
  })
})
