import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { planMail } from '@/lib/messages/plan'
import { changeOwn } from '@/lib/own-sign-up/commands'
import { handOver } from '@/lib/own-sign-up/hand-over'
import { personalToken } from '@/lib/platform/personal-token'
import { askClarification } from '@/lib/questions/clarification'
import { fullSession, october, organiserId } from '@/tests/integration/registrations/full-session'
import { createTestDatabase } from '@/tests/support/database'
import { signUpFor } from '@/tests/support/sign-up'

const database = await createTestDatabase()
const { db } = database
afterAll(() => database.drop())

const kim = { name: 'Kim', email: 'kim@example.nl', role: 'projectleider' }
const colleague = () =>
  db.registration.findFirstOrThrow({ where: { emailKey: kim.email }, include: { answers: true, messages: true } })

let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  await db.message.deleteMany()
  await db.registration.updateMany({ data: { handedOverToId: null } })
  await db.registration.deleteMany()
  full = await fullSession(db, { capacity: 1, waiting: 0 })
  expect(await handOver(personalToken('manage', full.person('A')), kim, { now: october })).toMatchObject({ ok: true })
})

test('mail that goes out later by itself goes to the colleague, and no longer to who gave the place', async () => {
  await planMail(new Date('2022-11-07T09:00:00Z'))
  expect((await colleague()).messages.map(({ kind }) => kind).toSorted()).toEqual(['confirmation', 'reminder-day'])
  expect(await full.mails('A')).toEqual(['confirmation', 'handed-over'])
})

test('nobody is approached about the question before the colleague said that it is all right', async () => {
  const { id, linkVersion, answers } = await colleague()
  const { id: questionId } = full.session.questions.find(({ isAsked }) => isAsked) ?? { id: '' }
  const answerId = answers.find((answer) => answer.questionId === questionId)?.id ?? ''
  const asked = { sessionId: full.session.id, answerId, times: 0, way: 'email', ask: 'Over wie?' } as const
  const ask = () => askClarification({ ...asked, requestId: randomUUID() }, { now: october, organiserId })
  expect(await ask()).toEqual({ ok: false, reason: 'no-contact' })

  const { sessionId: _, submissionId: __, email: ___, ...input } = signUpFor(full.session, kim)
  const change = { ...input, contactWish: 'email' as const, version: 1, knowsDeadline: false }
  const token = personalToken('manage', { id, linkVersion })
  expect(await changeOwn(token, change, { now: october })).toEqual({ ok: true, value: { changed: true } })
  expect(await ask()).toEqual({ ok: true, value: null })
})
