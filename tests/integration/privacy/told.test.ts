import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sendAgain } from '@/lib/messages/commands'
import { prepareMail } from '@/lib/messages/deliver-prepare'
import { sendLetter } from '@/lib/messages/letters'
import { everybody } from '@/lib/messages/schema'
import { handOver } from '@/lib/own-sign-up/hand-over'
import { openTransport } from '@/lib/platform/mail'
import { personalToken } from '@/lib/platform/personal-token'
import { addDays, addMonths } from '@/lib/platform/time'
import { eraseWhatIsDue } from '@/lib/privacy/commands'
import { eraseOwn, eraseSignUps } from '@/lib/privacy/erase-person'
import { listBeforeAfter } from '@/lib/registrations/before-after'
import { registerParticipant } from '@/lib/registrations/commands'
import { claimOne, deliverAllDue, silent } from '@/tests/integration/messages/outbox'
import { createTestDatabase } from '@/tests/support/database'
import { makeSession, signUpFor } from '@/tests/support/sign-up'
import { readEverything } from './marks'

const now = new Date('2022-10-01T08:00:00Z')
const by = { now, organiserId: 'organisator' }
const colleague = { name: 'Kim Voorbeeld', email: 'kim@example.nl', role: 'projectleider' }
const terms = { needsDays: 28, namesMonths: 3, trailMonths: 12 }

const database = await createTestDatabase()
const { db } = database
afterAll(() => database.drop())

let session: Awaited<ReturnType<typeof makeSession>>
let mailDir: string
beforeEach(async () => {
  await db.message.deleteMany()
  await db.letter.deleteMany()
  await db.registration.deleteMany()
  session = await makeSession(db)
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  return () => rm(mailDir, { recursive: true })
})

async function signUp(name: string) {
  const email = `${name.replace(/\W/g, '').toLowerCase()}@example.nl`
  const result = await registerParticipant(signUpFor(session, { name, email }), { now })
  if (!result.ok) throw new Error(result.reason)
  return result.value.id
}
const rowOf = (id: string) => db.registration.findUniqueOrThrow({ where: { id } })
/** Everybody gets their mails, in files too. */
const deliver = () => deliverAllDue(openTransport({ mailDir, from: 'Aanschuif <aanmelden@example.nl>' }), now)
const everything = async () => (await readEverything(db, mailDir)).replace(/\\n|=\r?\n/g, ' ')
const mailsTo = (email: string) => db.message.findMany({ where: { registration: { emailKey: email } } })

async function giveOn(id: string, to: typeof colleague) {
  const token = personalToken('manage', await rowOf(id))
  expect(await handOver(token, to, { now })).toEqual({ ok: true, value: null })
}

/** Somebody by this name gives their place to a colleague, who is mailed so. */
async function giveAway(name: string) {
  const id = await signUp(name)
  await giveOn(id, colleague)
  await deliver()
  expect((await mailsTo(colleague.email))[0]?.text).toContain(`${name} gaf de plek`)
  return id
}

async function sendLetterTo(people: number, text: string, subject = 'Nog iets') {
  const letter = { letterId: randomUUID(), sessionId: session.id, subject, text, to: everybody, expected: people }
  expect(await sendLetter(letter, by)).toEqual({ ok: true, value: null })
}

describe('somebody who gave their place away', () => {
  test.each(['Robin van der Voorbeeld', 'Robin'])(
    'as %s is gone from what the colleague read, file and all',
    async (name) => {
      const id = await giveAway(name)
      expect(await everything()).toContain(name)
      expect(await eraseOwn(personalToken('manage', await rowOf(id)), { now, mailDir })).toEqual({
        ok: true,
        value: null,
      })
      expect(await everything()).not.toContain(name)
      const [mail] = await mailsTo(colleague.email)
      expect(mail).toMatchObject({ toAddress: colleague.email, sentAt: now, html: null })
    },
  )

  test('is gone from it as well when their names are due, before those of the colleague', async () => {
    await giveAway('Robin van der Voorbeeld')
    await db.session.update({ where: { id: session.id }, data: { endsAt: addMonths(now, 5) } })
    await eraseWhatIsDue({ terms, mailDir, now: addMonths(now, 3) })
    expect(await everything()).not.toContain('Robin')
    const [mail] = await mailsTo(colleague.email)
    const again = { sessionId: session.id, id: mail?.id ?? '', times: 0 }
    expect(await sendAgain(again, by)).toEqual({ ok: true, value: null })
    await deliver()
    expect(await everything()).toContain('Een collega gaf de plek')
  })

  test.each([
    ['still there', false],
    ['gone too', true],
  ])('leaves no first name in the answers that went along, by way of a third who is %s', async (_where, isGone) => {
    const id = await signUp('Robin van der Voorbeeld')
    const asked = { registrationId: id, questionId: session.questions[1]?.id ?? '' }
    await db.answer.updateMany({ where: asked, data: { text: 'Robin wil weten hoe.' } })
    await giveOn(id, colleague)
    const between = await db.registration.findFirstOrThrow({ where: { emailKey: colleague.email } })
    await giveOn(between.id, { ...colleague, name: 'Noor', email: 'noor@example.nl' })
    if (isGone) await eraseSignUps([between.id], { ...by, mailDir })
    await eraseSignUps([id], { ...by, mailDir })
    const [text] = await db.answer.findMany({ where: { questionId: asked.questionId }, select: { text: true } })
    expect(text).toEqual({ text: '[naam] wil weten hoe.' })
  })

  test('leaves no number in a note about their question, from four weeks after that day', async () => {
    const id = await signUp('Robin van der Voorbeeld')
    await db.registration.update({ where: { id }, data: { phone: '06 12340001', contactWish: 'phone' } })
    const { id: answerId } = await db.answer.findFirstOrThrow({ where: { registrationId: id } })
    await db.triage.create({ data: { answerId, position: 1, version: 1, note: 'Bel 0612340001' } })
    await giveOn(id, colleague)
    expect(await listBeforeAfter(id)).toMatchObject([
      { field: 'contactWish', before: 'phone', after: 'none' },
      { field: 'phone', before: '06 12340001', after: '', actor: 'participant' },
    ])
    await eraseWhatIsDue({ terms, mailDir, now: addDays(now, 28) })
    expect(await db.triage.findUnique({ where: { answerId } })).toMatchObject({ note: 'Bel [nummer]' })
    expect(await rowOf(id)).toMatchObject({ name: 'Robin van der Voorbeeld' })
  })

  test('leaves the mails of others as they are', async () => {
    const other = await signUp('Iemand Anders')
    const id = await giveAway('Robin van der Voorbeeld')
    await eraseSignUps([id], { ...by, mailDir })
    const mails = await db.message.findMany({ where: { registrationId: other } })
    expect(mails.map(({ html }) => html !== null)).toEqual([true])
  })
})

describe('somebody whom a letter to others names', () => {
  test.each([
    ['its text', 'Bel Robin van der  Voorbeeld.', 'Nog iets'],
    ['its subject', 'Dag', 'Vraag van Robin van der Voorbeeld'],
  ])('in %s is gone from the letter, and from what each of them read', async (_where, text, subject) => {
    await signUp('Iemand Anders')
    const id = await signUp('Robin van der Voorbeeld')
    await sendLetterTo(2, text, subject)
    await deliver()
    await eraseSignUps([id], { ...by, mailDir })
    expect(await everything()).not.toMatch(/Robin van der\s+Voorbeeld/)
  })

  test('is not in what is written afterwards, by who was at it or later', async () => {
    await signUp('Iemand Anders')
    const id = await signUp('Robin van der Voorbeeld')
    await deliver()
    await sendLetterTo(2, 'Bel Robin van der Voorbeeld.')
    const tools = { transport: openTransport({ mailDir, from: 'a@example.nl' }), logger: silent, now: () => now }
    await db.message.updateMany({ where: { registrationId: id, kind: 'letter' }, data: { droppedAt: now } })
    const claimed = await claimOne(now)
    await eraseSignUps([id], { ...by, mailDir })
    // As if the name had been read just before.
    expect(await prepareMail(claimed, tools)).toBeNull()
    await deliver()
    expect(await everything()).toContain('Bel [naam].')
  })

  test('is not in a mail that is tried again', async () => {
    await signUp('Iemand Anders')
    const id = await signUp('Robin van der Voorbeeld')
    await sendLetterTo(2, 'Bel Robin van der Voorbeeld.')
    await deliver()
    const letter = { kind: 'letter', NOT: { registrationId: id } }
    await db.message.updateMany({ where: letter, data: { sentAt: null, attempts: 1 } })
    await eraseSignUps([id], { ...by, mailDir })
    await deliver()
    expect(await db.message.findFirstOrThrow({ where: letter })).toMatchObject({ sentAt: now })
    expect(await everything()).toContain('Bel [naam].')
  })

  test('is gone from what an organiser was mailed', async () => {
    const id = await signUp('Robin van der Voorbeeld')
    const told = { html: '<p>Robin van der Voorbeeld</p>', text: 'Robin van der Voorbeeld', subject: 'Proef' }
    const mail = { kind: 'test', dedupeKey: randomUUID(), sessionId: session.id, createdAt: now, dueAt: now }
    await db.message.create({ data: { ...mail, ...told, sentAt: now } })
    await eraseSignUps([id], { ...by, mailDir })
    expect(await everything()).not.toContain('Robin')
  })
})
