import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordClarification, requestClarification } from '@/lib/triage/clarification'
import { triageQuestion } from '@/lib/triage/decide'
import { getAgendaQuestion } from '@/lib/triage/queries'
import { closeRound } from '@/lib/triage/round'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { addSeconds, listMails } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'
import { afterwards, currentDecision, october, unknownId } from './current-decision'

const actor = { now: october, organiserId: 'organisator' }
const { db } = await createTestDatabase()
let sessionId = ''
let [byMail, byPhone, noContact] = ['', '', '']
let email = ''

beforeAll(async () => {
  await createTestOrganiser(db)
})
beforeEach(async () => {
  await db.message.deleteMany()
  await db.auditEntry.deleteMany()
  const round = await createSessionWithQuestions(db, [
    {},
    { contactWish: 'phone', phone: '06 12345678' },
    { contactWish: 'none' },
  ])
  sessionId = round.sessionId
  email = round.emails[0] ?? ''
  ;[byMail = '', byPhone = '', noContact = ''] = round.questions
})

type RequestInput = Parameters<typeof requestClarification>[0]
const request = (answerId: string, different: Partial<RequestInput> = {}, requester = actor) =>
  requestClarification(
    {
      sessionId,
      answerId,
      requestId: randomUUID(),
      previousRequests: 0,
      channel: 'email',
      requestText: 'Over wie?',
      ...different,
    },
    requester,
  )
const mails = () => listMails({ sessionId })
const requests = () => db.clarificationRequest.count({ where: { answer: { question: { sessionId } } } })

describe('requestClarification', () => {
  test('sends a mail with the question and a reply address of the contact', async () => {
    expect(await request(byMail)).toEqual({ ok: true, value: null })
    await deliverAndReceive(addSeconds(october, 60))
    expect(await mails()).toMatchObject([
      {
        kind: 'clarification',
        dedupeKey: `clarification:${byMail}:1`,
        content: {
          toAddress: email,
          replyToAddress: 'contact@example.nl',
          text: expect.stringMatching(/Antwoord 2 van 0[\s\S]*Over wie\?/),
        },
        sentAt: expect.any(Date),
      },
    ])
    expect(await getAgendaQuestion(sessionId, byMail)).toMatchObject({
      state: 'awaitingClarification',
      requests: [{ channel: 'email' }],
    })
    const trail = await db.auditEntry.findMany()
    expect(trail).toMatchObject([{ action: 'clarificationRequested', subjectId: byMail }])
    expect(JSON.stringify(trail)).not.toMatch(/Over wie|Antwoord/)
  })

  test('records a phone call without sending a mail', async () => {
    expect(await request(byPhone, { channel: 'phone' })).toEqual({ ok: true, value: null })
    expect(await mails()).toEqual([])
    expect(await getAgendaQuestion(sessionId, byPhone)).toMatchObject({
      state: 'awaitingClarification',
      requests: [{ channel: 'phone' }],
    })
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: 'askerCalled' }])
  })

  test('refuses another channel than the asker agreed to', async () => {
    for (const channel of ['email', 'phone'] as const) {
      expect(await request(noContact, { channel })).toEqual({ ok: false, reason: 'no-contact' })
    }
    expect(await request(byPhone, { channel: 'email' })).toEqual({ ok: false, reason: 'other-channel' })
    expect(await request(byMail, { channel: 'phone' })).toEqual({ ok: false, reason: 'other-channel' })
    expect([await mails(), await requests()]).toEqual([[], 0])
  })

  test('stores one request when the same form is submitted ten times and refuses a colleague', async () => {
    const requestId = randomUUID()
    const results = await Promise.all(Array.from({ length: 10 }, () => request(byMail, { requestId })))
    expect(results).toEqual(Array(10).fill({ ok: true, value: null }))
    expect(await request(byMail)).toEqual({ ok: false, reason: 'requested-meanwhile' })
    expect(await mails()).toHaveLength(1)
    expect(await request(byMail, { previousRequests: 1 })).toMatchObject({ ok: true })
    expect((await mails()).map(({ dedupeKey }) => dedupeKey)).toContain(`clarification:${byMail}:2`)
  })

  test('accepts one of two concurrent organisers', async () => {
    const both = await Promise.all([request(byMail), request(byMail)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect([(await mails()).length, await requests()]).toEqual([1, 1])
  })

  test('refuses an unknown or cancelled asker, a session that is over or cancelled, and a closed round', async () => {
    expect(await request(byMail, {}, { ...actor, now: afterwards })).toEqual({ ok: false, reason: 'session-over' })
    expect(await request(unknownId)).toEqual({ ok: false, reason: 'unknown-question' })
    expect(await request(byMail, { sessionId: unknownId })).toEqual({ ok: false, reason: 'unknown-session' })
    await closeRound({ sessionId, explanation: 'Geen tijd', expected: 3 }, actor)
    expect(await request(byMail)).toEqual({ ok: false, reason: 'round-closed' })
    await db.triageRound.deleteMany({ where: { sessionId } })
    await db.session.update({ where: { id: sessionId }, data: { cancelledAt: october } })
    expect(await request(byMail)).toEqual({ ok: false, reason: 'session-cancelled' })
    await db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    expect(await request(byMail)).toEqual({ ok: false, reason: 'asker-cancelled' })
    expect([await mails(), await requests()]).toEqual([[], 0])
  })

  test('keeps the state of a chosen question', async () => {
    await triageQuestion({ ...(await currentDecision(sessionId, byMail)), state: 'chosen' }, actor)
    await request(byMail)
    expect(await currentDecision(sessionId, byMail)).toMatchObject({ state: 'chosen' })
  })
})

describe('recordClarification', () => {
  const record = (text: string, version: number) =>
    recordClarification({ sessionId, answerId: byMail, version, clarification: text }, actor)

  test('stores the clarification and marks the question as clarified', async () => {
    await request(byMail)
    expect(await record('GEHEIM', 1)).toEqual({ ok: true, value: null })
    expect(await getAgendaQuestion(sessionId, byMail)).toMatchObject({
      text: 'Antwoord 2 van 0',
      clarification: 'GEHEIM',
      state: 'clarified',
    })
    expect(JSON.stringify(await db.auditEntry.findMany())).not.toContain('GEHEIM')
  })

  test('refuses a colleague who did not see the last version, and a closed round', async () => {
    const both = await Promise.all([record('een', 0), record('twee', 0)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    await closeRound({ sessionId, explanation: 'Geen tijd', expected: 3 }, actor)
    expect(await record('drie', 1)).toEqual({ ok: false, reason: 'round-closed' })
  })

  test('keeps a decision and can be emptied', async () => {
    await triageQuestion({ ...(await currentDecision(sessionId, byMail)), state: 'outOfScope' }, actor)
    await record('een', 1)
    await record('', 2)
    expect(await getAgendaQuestion(sessionId, byMail)).toMatchObject({ state: 'outOfScope', clarification: '' })
  })
})
