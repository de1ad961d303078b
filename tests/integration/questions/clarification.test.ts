import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askClarification, saveClarification } from '@/lib/questions/clarification'
import { triageQuestion } from '@/lib/questions/commands'
import { getQuestion } from '@/lib/questions/queries'
import { closeRound } from '@/lib/questions/round'
import { deliverAllDue, later, transportTo } from '@/tests/integration/messages/outbox'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { makeRound } from '@/tests/support/questions'
import { startSmtp } from '@/tests/support/smtp'
import { afterwards, october, standing, unknown } from './round'

const by = { now: october, organiserId: 'organisator' }
let database: TestDatabase
let sessionId = ''
let [byMail, byPhone, notAtAll] = ['', '', '']
let email = ''

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.auditEntry.deleteMany()
  const round = await makeRound(database.db, [
    {},
    { contactWish: 'phone', phone: '06 12345678' },
    { contactWish: 'none' },
  ])
  sessionId = round.sessionId
  email = round.emails[0] ?? ''
  ;[byMail = '', byPhone = '', notAtAll = ''] = round.questions
})

type Ask = Parameters<typeof askClarification>[0]
const ask = (answerId: string, different: Partial<Ask> = {}, when = by) =>
  askClarification(
    { sessionId, answerId, requestId: randomUUID(), times: 0, way: 'email', ask: 'Over wie?', ...different },
    when,
  )
const mails = () => database.db.message.findMany({ where: { sessionId }, orderBy: { createdAt: 'asc' } })
const requests = () => database.db.clarificationRequest.count({ where: { answer: { question: { sessionId } } } })

describe('asking for a clarification', () => {
  test('by mail quotes the question and what the organiser wants to know; answers go to the contact', async () => {
    expect(await ask(byMail)).toEqual({ ok: true, value: null })
    const smtp = await startSmtp()
    const transport = transportTo(smtp.url)
    await deliverAllDue(transport, later(october, 60))
    transport.close()
    await smtp.close()
    expect(await mails()).toMatchObject([
      {
        kind: 'clarification',
        dedupeKey: `clarification:${byMail}:1`,
        toAddress: email,
        replyToAddress: 'contact@example.nl',
        text: expect.stringMatching(/Antwoord 2 van 0[\s\S]*Over wie\?/),
        sentAt: expect.any(Date),
      },
    ])
    expect(await getQuestion(sessionId, byMail)).toMatchObject({ state: 'awaiting', requests: [{ way: 'email' }] })
    const trail = await database.db.auditEntry.findMany()
    expect(trail).toMatchObject([{ action: 'question.clarification-asked', subjectId: byMail }])
    expect(JSON.stringify(trail)).not.toMatch(/Over wie|Antwoord/)
  })

  test('by phone is noted, and mails nothing', async () => {
    expect(await ask(byPhone, { way: 'phone' })).toEqual({ ok: true, value: null })
    expect(await mails()).toEqual([])
    expect(await getQuestion(sessionId, byPhone)).toMatchObject({ state: 'awaiting', requests: [{ way: 'phone' }] })
    expect(await database.db.auditEntry.findMany()).toMatchObject([{ action: 'question.asker-called' }])
  })

  test('is never done in another way than they agreed to', async () => {
    for (const way of ['email', 'phone'] as const) {
      expect(await ask(notAtAll, { way })).toEqual({ ok: false, reason: 'no-contact' })
    }
    expect(await ask(byPhone, { way: 'email' })).toEqual({ ok: false, reason: 'other-way' })
    expect(await ask(byMail, { way: 'phone' })).toEqual({ ok: false, reason: 'other-way' })
    expect([await mails(), await requests()]).toEqual([[], 0])
  })

  test('is done once, however often the same form is sent; a colleague who did not see it is told', async () => {
    const requestId = randomUUID()
    const presses = await Promise.all(Array.from({ length: 10 }, () => ask(byMail, { requestId })))
    expect(presses).toEqual(Array(10).fill({ ok: true, value: null }))
    expect(await ask(byMail)).toEqual({ ok: false, reason: 'asked-meanwhile' })
    expect(await mails()).toHaveLength(1)
    expect(await ask(byMail, { times: 1 })).toMatchObject({ ok: true })
    expect((await mails()).map(({ dedupeKey }) => dedupeKey)).toContain(`clarification:${byMail}:2`)
  })

  test('of two organisers at once, one asks', async () => {
    const both = await Promise.all([ask(byMail), ask(byMail)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect([(await mails()).length, await requests()]).toEqual([1, 1])
  })

  test('is refused of who cancelled, of a session that is over or cancelled, and in a closed round', async () => {
    expect(await ask(byMail, {}, { ...by, now: afterwards })).toEqual({ ok: false, reason: 'session-over' })
    expect(await ask(unknown)).toEqual({ ok: false, reason: 'unknown-question' })
    expect(await ask(byMail, { sessionId: unknown })).toEqual({ ok: false, reason: 'unknown-session' })
    await closeRound({ sessionId, why: 'Geen tijd', expected: 3 }, by)
    expect(await ask(byMail)).toEqual({ ok: false, reason: 'round-closed' })
    await database.db.triageClosing.deleteMany({ where: { sessionId } })
    await database.db.session.update({ where: { id: sessionId }, data: { cancelledAt: october } })
    expect(await ask(byMail)).toEqual({ ok: false, reason: 'session-cancelled' })
    await database.db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    expect(await ask(byMail)).toEqual({ ok: false, reason: 'asker-cancelled' })
    expect([await mails(), await requests()]).toEqual([[], 0])
  })

  test('leaves a question that was chosen as it is', async () => {
    await triageQuestion({ ...(await standing(sessionId, byMail)), state: 'chosen' }, by)
    await ask(byMail)
    expect(await standing(sessionId, byMail)).toMatchObject({ state: 'chosen' })
  })
})

describe('what the asker told', () => {
  const keep = (text: string, version: number) => saveClarification({ sessionId, answerId: byMail, version, text }, by)

  test('is kept beside the answer, and the question is clarified', async () => {
    await ask(byMail)
    expect(await keep('GEHEIM', 1)).toEqual({ ok: true, value: null })
    expect(await getQuestion(sessionId, byMail)).toMatchObject({
      text: 'Antwoord 2 van 0',
      clarification: 'GEHEIM',
      state: 'clarified',
    })
    expect(JSON.stringify(await database.db.auditEntry.findMany())).not.toContain('GEHEIM')
  })

  test('is not written over by a colleague who did not see it, and not in a closed round', async () => {
    const both = await Promise.all([keep('een', 0), keep('twee', 0)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    await closeRound({ sessionId, why: 'Geen tijd', expected: 3 }, by)
    expect(await keep('drie', 1)).toEqual({ ok: false, reason: 'round-closed' })
  })

  test('leaves a decision as it is, and can be taken away', async () => {
    await triageQuestion({ ...(await standing(sessionId, byMail)), state: 'outside' }, by)
    await keep('een', 1)
    await keep('', 2)
    expect(await getQuestion(sessionId, byMail)).toMatchObject({ state: 'outside', clarification: '' })
  })
})
