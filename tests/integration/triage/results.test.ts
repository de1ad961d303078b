import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { resendMessage } from '@/lib/notifications/resend'
import { cancelMessage } from '@/lib/outbox/cancel'
import { triageQuestion } from '@/lib/triage/decide'
import { getAgendaQuestion } from '@/lib/triage/queries'
import { listPendingResults, saveResultText, sendResults } from '@/lib/triage/results'
import { closeRound } from '@/lib/triage/round'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { addSeconds, listMails } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'
import { afterwards, currentDecision, october, unknownId } from './current-decision'

const actor = { now: afterwards, organiserId: 'organisator' }
const { db } = await createTestDatabase()
let sessionId = ''
let questions: string[] = []
let registrations: string[] = []

beforeAll(async () => {
  await createTestOrganiser(db)
})
beforeEach(async () => {
  await db.message.deleteMany()
  await db.auditEntry.deleteMany()
  const askers = [{}, {}, { contactWish: 'none' as const }]
  ;({ sessionId, questions, registrations } = await createSessionWithQuestions(db, askers))
})

const send = (expected: number, sender = actor) => sendResults({ sessionId, expected }, sender)
const mails = () => db.message.findMany({ where: { sessionId, kind: 'questionResult' } })
const decide = async (index: number, different: object) =>
  triageQuestion({ ...(await currentDecision(sessionId, questions[index] ?? '')), ...different }, actor)
const deliver = async () => {
  await deliverAndReceive(addSeconds(afterwards, 60))
}
const textTo = async (index: number) =>
  (await listMails({ registrationId: registrations[index] ?? '' }))[0]?.content?.text

describe('sendResults', () => {
  test('mails each asker the standard text for the state or the own text', async () => {
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

  test('sends each mail once when submitted ten times at once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => send(3)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual({ ok: false, reason: 'recipients-changed' })
    expect(await send(0)).toEqual({ ok: false, reason: 'nobody' })
    expect((await mails()).map(({ dedupeKey }) => dedupeKey).sort()).toEqual(
      questions.map((id) => `outcome:${id}`).sort(),
    )
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: 'resultsSent' }])
  })

  test('sends nothing when the number of recipients is not the expected one', async () => {
    expect(await send(2)).toEqual({ ok: false, reason: 'recipients-changed' })
    await db.registration.update({ where: { id: registrations[0] ?? '' }, data: { cancelledAt: october } })
    expect(await send(3)).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await mails()).toEqual([])
    expect(await send(2)).toEqual({ ok: true, value: { count: 2 } })
    expect((await mails()).map(({ registrationId }) => registrationId)).not.toContain(registrations[0])
  })

  test('does not send a cancelled mail again, but resending it does', async () => {
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

  test('refuses a session that has not ended, is cancelled or is unknown', async () => {
    expect(await send(3, { ...actor, now: october })).toEqual({ ok: false, reason: 'session-not-ended' })
    await db.session.update({ where: { id: sessionId }, data: { cancelledAt: october } })
    expect(await send(3)).toEqual({ ok: false, reason: 'session-cancelled' })
    sessionId = unknownId
    expect(await send(3)).toEqual({ ok: false, reason: 'unknown-session' })
    expect(await mails()).toEqual([])
  })
})

describe('saveResultText', () => {
  const write = (text: string, version = 0, author = actor) =>
    saveResultText({ sessionId, answerId: questions[0] ?? '', version, resultText: text }, author)

  test('saves in a closed round until the result mail is enqueued', async () => {
    await closeRound({ sessionId, explanation: 'Geen tijd', expected: 3 }, actor)
    expect(await decide(0, { resultText: 'Langs de andere weg' })).toEqual({ ok: false, reason: 'round-closed' })
    expect(await write('GEHEIM')).toEqual({ ok: true, value: null })
    expect(await write('GEHEIM'), 'repeated submission').toEqual({ ok: true, value: null })
    await send(3)
    expect(await write('Te laat', 1)).toEqual({ ok: false, reason: 'result-already-sent' })
    await deliver()
    expect(await textTo(0)).toContain('GEHEIM')
    const entries = await db.auditEntry.findMany({ where: { action: 'resultTextSaved' } })
    expect(entries).toMatchObject([{ subjectType: 'answer', subjectId: questions[0] }])
    expect(JSON.stringify(entries)).not.toContain('GEHEIM')
  })

  test('keeps the result text in later decisions once the result mail is enqueued', async () => {
    await decide(0, { resultText: 'Van toen' })
    await send(3)
    expect(await decide(0, { resultText: 'Te laat' })).toEqual({ ok: false, reason: 'result-already-sent' })
    expect(await decide(0, { resultText: 'Van toen', note: 'Mag' })).toEqual({ ok: true, value: null })
    expect(await getAgendaQuestion(sessionId, questions[0] ?? '')).toMatchObject({
      resultText: 'Van toen',
      note: 'Mag',
    })
  })

  test('saves one of two concurrent texts and refuses the other', async () => {
    const both = await Promise.all([write('een'), write('twee')])
    expect(both).toContainEqual({ ok: true, value: null })
    expect(both).toContainEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  test('refuses a session that has not ended, a cancelled asker and an unknown question', async () => {
    expect(await write('Te vroeg', 0, { ...actor, now: october })).toEqual({ ok: false, reason: 'session-not-ended' })
    await db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    expect(await write('Afgemeld')).toEqual({ ok: false, reason: 'asker-cancelled' })
    questions = [unknownId]
    expect(await write('Onbekend')).toEqual({ ok: false, reason: 'unknown-question' })
    sessionId = unknownId
    expect(await write('Onbekend')).toEqual({ ok: false, reason: 'unknown-session' })
  })
})
