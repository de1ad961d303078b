import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { runScheduler } from '@/lib/notifications/scheduler'
import { createPersonalToken } from '@/lib/personal-links/token'
import { changeOwnRegistration } from '@/lib/registrations/self-service/commands'
import { transferRegistration } from '@/lib/registrations/self-service/transfer'
import { requestClarification } from '@/lib/triage/clarification'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { registrationInputFor } from '@/tests/support/fixtures/session'
import { fullSession, october, organiserId } from '@/tests/support/full-session'

const database = await createTestDatabase()
const { db } = database

const transferee = { name: 'Kim', email: 'kim@example.nl', role: 'projectleider' }
const findTransferee = () =>
  db.registration.findFirstOrThrow({
    where: { normalizedEmail: transferee.email },
    include: { answers: true, messages: true },
  })

let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  await db.message.deleteMany()
  await db.registration.updateMany({ data: { transferredToId: null } })
  await db.registration.deleteMany()
  full = await fullSession(db, { capacity: 1, waiting: 0 })
  expect(
    await transferRegistration(createPersonalToken('manage', full.person('A')), transferee, { now: october }),
  ).toMatchObject({ ok: true })
})

test('scheduled mail goes to the transferee and not to the transferor', async () => {
  await runScheduler(new Date('2022-11-07T09:00:00Z'))
  expect((await findTransferee()).messages.map(({ kind }) => kind).toSorted()).toEqual(['confirmation', 'reminderDay'])
  expect(await full.mails('A')).toEqual(['confirmation', 'transferred'])
})

test('a clarification is refused until the transferee gives a contact wish', async () => {
  const { id, tokenVersion, answers } = await findTransferee()
  const { id: questionId } = full.session.questions.find(({ isAgendaQuestion }) => isAgendaQuestion) ?? { id: '' }
  const answerId = answers.find((answer) => answer.questionId === questionId)?.id ?? ''
  const request = {
    sessionId: full.session.id,
    answerId,
    previousRequests: 0,
    channel: 'email',
    requestText: 'Over wie?',
  } as const
  const ask = () => requestClarification({ ...request, requestId: randomUUID() }, { now: october, organiserId })
  expect(await ask()).toEqual({ ok: false, reason: 'no-contact' })

  const { sessionId: _, idempotencyKey: __, email: ___, ...input } = registrationInputFor(full.session, transferee)
  const change = { ...input, contactWish: 'email' as const, version: 1, acknowledgesDeadline: false }
  const token = createPersonalToken('manage', { id, tokenVersion })
  expect(await changeOwnRegistration(token, change, { now: october })).toEqual({ ok: true, value: { changed: true } })
  expect(await ask()).toEqual({ ok: true, value: null })
})
