import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { correctEmail } from '@/lib/registrations/correct-email'
import { isFormSent } from '@/lib/registrations/form-identity'
import { registerParticipant } from '@/lib/registrations/register'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'

const early = new Date('2022-10-01T08:00:00Z')
const afterDeadline = new Date('2022-10-20T08:00:00Z')
const afterClosing = new Date('2022-11-02T08:00:00Z')

const { db } = await createTestDatabase()
let session: Awaited<ReturnType<typeof createTestSession>>
let form: { idempotencyKey: string }
beforeEach(async () => {
  session = await createTestSession(db)
  form = { idempotencyKey: randomUUID() }
})

type Different = Parameters<typeof registrationInputFor>[1]
const send = (different: Different = {}, { now = early, wasAnswered = false } = {}) =>
  registerParticipant(registrationInputFor(session, { ...form, ...different }), { now, wasAnswered })
const withQuestion = (text: string) => ({
  answers: Object.fromEntries(session.questions.map((each) => [each.id, each.isAgendaQuestion ? text : 'Zo'])),
})
const active = () =>
  db.registration.findMany({ where: { sessionId: session.id, cancelledAt: null }, include: { answers: true } })
const agendaAnswers = async () => {
  const id = session.questions.find((each) => each.isAgendaQuestion)?.id
  return (await active()).flatMap(({ answers }) => answers.filter(({ questionId }) => questionId === id))
}
const changed = { ok: true, value: { isChange: true } }
const mailKinds = async () => (await db.message.findMany({ where: { sessionId: session.id } })).map(({ kind }) => kind)

describe('a form that is sent again', () => {
  test('stores an improved question', async () => {
    await send(withQuestion('Eerst'))
    expect(await send(withQuestion('Beter'))).toMatchObject(changed)
    expect((await agendaAnswers()).map(({ text }) => text)).toEqual(['Beter'])
    expect(await mailKinds()).toEqual(['confirmation'])
  })

  test('with a corrected address moves the sign-up to that address, and mails there only', async () => {
    await send({ email: 'fout@example.nl' })
    expect(await send({ email: 'goed@example.nl' })).toMatchObject(changed)
    expect(await active()).toMatchObject([{ email: 'goed@example.nl', tokenVersion: 2 }])
    expect(await mailKinds()).toEqual(['confirmation'])
  })

  test('with a corrected address mails again when the first mail was rendered', async () => {
    await send({ email: 'fout@example.nl' })
    const { id } = await db.message.findFirstOrThrow({ where: { sessionId: session.id } })
    await db.message.update({
      where: { id },
      data: { sentAt: early, content: { create: { renderedAt: early, toAddress: 'fout@example.nl' } } },
    })
    await send({ email: 'goed@example.nl' })
    expect(await mailKinds()).toEqual(['confirmation', 'confirmation'])
  })

  test('with the address of someone else leaves no ghost, and gives the result of an unknown address', async () => {
    const { idempotencyKey: _, ...other } = { ...form, email: 'ander@example.nl', name: 'Een Ander' }
    await registerParticipant(registrationInputFor(session, other), { now: early })
    await send({ email: 'fout@example.nl' })
    const result = await send({ email: 'ander@example.nl' })
    expect((await active()).map(({ name }) => name)).toEqual(['Een Ander'])
    expect(await db.pendingRegistration.count({ where: { registration: { sessionId: session.id } } })).toBe(1)
    form = { idempotencyKey: randomUUID() }
    await send({ email: 'nog-fout@example.nl', name: 'Derde' })
    expect(await send({ email: 'onbekend@example.nl', name: 'Derde' })).toEqual(result)
  })

  test('across the question deadline keeps the guarantee that is stored', async () => {
    await send(withQuestion('Op tijd'))
    expect(await send(withQuestion('Op tijd'), { now: afterDeadline })).toMatchObject({
      value: { askedBeforeDeadline: true, isChange: false, isChangedLate: false },
    })
    expect(await send(withQuestion('Te laat'), { now: afterDeadline })).toMatchObject({
      value: { askedBeforeDeadline: true, isChange: true, isChangedLate: true },
    })
    expect(await agendaAnswers()).toMatchObject([{ text: 'Te laat', textAtDeadline: 'Op tijd' }])
  })

  test('after registration closed is still that sign-up', async () => {
    await send()
    expect(await send({}, { now: afterClosing })).toMatchObject({ ok: true })
    expect(await send({ role: 'wethouder' }, { now: afterClosing })).toMatchObject(changed)
    expect(await active()).toMatchObject([{ role: 'wethouder' }])
  })

  test('after the session is not saved, and is known to be stored', async () => {
    await send()
    const result = await send({ role: 'wethouder' }, { now: session.endsAt })
    expect(result).toEqual({ ok: false, reason: 'change-not-saved' })
    expect(await isFormSent({ sessionId: session.id, ...form })).toBe(true)
    expect(await isFormSent({ sessionId: session.id, idempotencyKey: randomUUID() })).toBe(false)
  })

  test('by another person who went back to it makes a second sign-up', async () => {
    await send({ name: 'Een', email: 'een@example.nl' })
    await send({ name: 'Twee', email: 'twee@example.nl' }, { wasAnswered: true })
    await send({ name: 'Drie', email: 'drie@example.nl' })
    expect((await active()).map(({ name }) => name).sort()).toEqual(['Drie', 'Een', 'Twee'])
  })
})

describe('a corrected address on the page after signing up', () => {
  const correct = (name: string, email: string, newEmail: string) =>
    correctEmail({ sessionId: session.id, form: form.idempotencyKey, name, email }, newEmail, { now: early })

  test('moves a new sign-up, with its answers', async () => {
    await send({ name: 'Sam', email: 'fout@example.nl', ...withQuestion('Wat nu?') })
    expect(await correct('Sam', 'fout@example.nl', 'goed@example.nl')).toMatchObject(changed)
    expect(await active()).toMatchObject([{ name: 'Sam', email: 'goed@example.nl' }])
    expect((await agendaAnswers()).map(({ text }) => text)).toEqual(['Wat nu?'])
  })

  test('makes a sign-up when the mistyped address was that of another participant', async () => {
    const other = { name: 'Kim', email: 'kim@example.nl', idempotencyKey: randomUUID() }
    await send(other)
    await send({ name: 'Sam', email: 'kim@example.nl', ...withQuestion('Wat nu?') })
    const result = await correct('Sam', 'kim@example.nl', 'sam@example.nl')
    expect(result).toMatchObject(changed)
    expect((await active()).map(({ name, email }) => [name, email]).sort()).toEqual([
      ['Kim', 'kim@example.nl'],
      ['Sam', 'sam@example.nl'],
    ])
    expect(await db.pendingRegistration.count({ where: { registration: { sessionId: session.id } } })).toBe(0)
  })

  test('is refused for a form that was never sent', async () => {
    expect(await correct('Sam', 'sam@example.nl', 'nieuw@example.nl')).toEqual({ ok: false, reason: 'unknown-form' })
  })
})
