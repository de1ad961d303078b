import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sendCustomMessage } from '@/lib/notifications/custom-messages'
import { unrestrictedAudience } from '@/lib/notifications/schema'
import { resendMessage } from '@/lib/outbox/enqueue'
import { prepareMail } from '@/lib/outbox/render-and-store'
import { createPersonalToken } from '@/lib/personal-links/token'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { addDays, addMonths } from '@/lib/platform/time'
import { eraseOwnRegistration, eraseRegistrations } from '@/lib/privacy/erasure'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { listRegistrationChanges } from '@/lib/registrations/change-log'
import { registerParticipant } from '@/lib/registrations/register'
import { transferRegistration } from '@/lib/registrations/self-service/transfer'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { claimOne, deliverAllDue, silentLogger } from '@/tests/support/outbox'
import { dumpDatabaseAndFiles } from './canaries'

const now = new Date('2022-10-01T08:00:00Z')
const actor = { now, organiserId: 'organisator' }
const colleague = { name: 'Kim Voorbeeld', email: 'kim@example.nl', role: 'projectleider' }
const periods = { needsDays: 28, namesMonths: 3, auditLogMonths: 12 }

const database = await createTestDatabase()
const { db } = database
await createTestOrganiser(db)
afterAll(() => database.drop())

let session: Awaited<ReturnType<typeof createTestSession>>
let mailDir: string
beforeEach(async () => {
  await db.message.deleteMany()
  await db.customMessage.deleteMany()
  await db.registration.deleteMany()
  session = await createTestSession(db)
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  return () => rm(mailDir, { recursive: true })
})

async function register(name: string) {
  const email = `${name.replace(/\W/g, '').toLowerCase()}@example.nl`
  const result = await registerParticipant(registrationInputFor(session, { name, email }), { now })
  if (!result.ok) throw new Error(result.reason)
  return result.value.id
}
const getRegistration = (id: string) => db.registration.findUniqueOrThrow({ where: { id } })
/** Everybody gets their mails, in files too. */
const deliver = () => deliverAllDue(createMailTransport({ mailDir, from: 'Aanschuif <aanmelden@example.nl>' }), now)
const dumpText = async () => (await dumpDatabaseAndFiles(db, mailDir)).replace(/\\n|=\r?\n/g, ' ')
const mailsTo = (email: string) => db.message.findMany({ where: { registration: { normalizedEmail: email } } })

async function transferTo(id: string, to: typeof colleague) {
  const token = createPersonalToken('manage', await getRegistration(id))
  expect(await transferRegistration(token, to, { now })).toEqual({ ok: true, value: null })
}

/** Somebody by this name gives their place to a colleague, who is mailed so. */
async function registerAndTransfer(name: string) {
  const id = await register(name)
  await transferTo(id, colleague)
  await deliver()
  expect((await mailsTo(colleague.email))[0]?.text).toContain(`${name} gaf de plek`)
  return id
}

async function sendCustomMessageTo(people: number, text: string, subject = 'Nog iets') {
  const customMessage = {
    customMessageId: randomUUID(),
    sessionId: session.id,
    subject,
    text,
    to: unrestrictedAudience,
    expected: people,
  }
  expect(await sendCustomMessage(customMessage, actor)).toEqual({ ok: true, value: null })
}

describe('somebody who gave their place away', () => {
  test.each(['Robin van der Voorbeeld', 'Robin'])(
    'as %s is gone from what the colleague read, file and all',
    async (name) => {
      const id = await registerAndTransfer(name)
      expect(await dumpText()).toContain(name)
      expect(
        await eraseOwnRegistration(createPersonalToken('manage', await getRegistration(id)), { now, mailDir }),
      ).toEqual({
        ok: true,
        value: null,
      })
      expect(await dumpText()).not.toContain(name)
      const [mail] = await mailsTo(colleague.email)
      expect(mail).toMatchObject({ toAddress: colleague.email, sentAt: now, html: null })
    },
  )

  test('is gone from it as well when their names are due, before those of the colleague', async () => {
    await registerAndTransfer('Robin van der Voorbeeld')
    await db.session.update({ where: { id: session.id }, data: { endsAt: addMonths(now, 5) } })
    await runPurgeJob({ periods, mailDir, now: addMonths(now, 3) })
    expect(await dumpText()).not.toContain('Robin')
    const [mail] = await mailsTo(colleague.email)
    const again = { sessionId: session.id, id: mail?.id ?? '', resendCount: 0 }
    expect(await resendMessage(again, actor)).toEqual({ ok: true, value: null })
    await deliver()
    expect(await dumpText()).toContain('Een collega gaf de plek')
  })

  test.each([
    ['still there', false],
    ['gone too', true],
  ])('leaves no first name in the answers that went along, by way of a third who is %s', async (_where, isGone) => {
    const id = await register('Robin van der Voorbeeld')
    const asked = { registrationId: id, questionId: session.questions[1]?.id ?? '' }
    await db.answer.updateMany({ where: asked, data: { text: 'Robin wil weten hoe.' } })
    await transferTo(id, colleague)
    const between = await db.registration.findFirstOrThrow({ where: { normalizedEmail: colleague.email } })
    await transferTo(between.id, { ...colleague, name: 'Noor', email: 'noor@example.nl' })
    if (isGone) await eraseRegistrations([between.id], { ...actor, mailDir })
    await eraseRegistrations([id], { ...actor, mailDir })
    const [text] = await db.answer.findMany({ where: { questionId: asked.questionId }, select: { text: true } })
    expect(text).toEqual({ text: '[naam] wil weten hoe.' })
  })

  test('leaves no number in a note about their question, from four weeks after that day', async () => {
    const id = await register('Robin van der Voorbeeld')
    await db.registration.update({ where: { id }, data: { phone: '06 12340001', contactWish: 'phone' } })
    const { id: answerId } = await db.answer.findFirstOrThrow({ where: { registrationId: id } })
    await db.triage.create({ data: { answerId, position: 1, version: 1, note: 'Bel 0612340001' } })
    await transferTo(id, colleague)
    expect(await listRegistrationChanges(id)).toMatchObject([
      { field: 'contactWish', before: 'phone', after: 'none' },
      { field: 'phone', before: '06 12340001', after: '', actorType: 'participant' },
    ])
    await runPurgeJob({ periods, mailDir, now: addDays(now, 28) })
    expect(await db.triage.findUnique({ where: { answerId } })).toMatchObject({ note: 'Bel [nummer]' })
    expect(await getRegistration(id)).toMatchObject({ name: 'Robin van der Voorbeeld' })
  })

  test('leaves the mails of others as they are', async () => {
    const other = await register('Iemand Anders')
    const id = await registerAndTransfer('Robin van der Voorbeeld')
    await eraseRegistrations([id], { ...actor, mailDir })
    const mails = await db.message.findMany({ where: { registrationId: other } })
    expect(mails.map(({ html }) => html !== null)).toEqual([true])
  })
})

describe('somebody whom a letter to others names', () => {
  test.each([
    ['its text', 'Bel Robin van der  Voorbeeld.', 'Nog iets'],
    ['its subject', 'Dag', 'Vraag van Robin van der Voorbeeld'],
  ])('in %s is gone from the letter, and from what each of them read', async (_where, text, subject) => {
    await register('Iemand Anders')
    const id = await register('Robin van der Voorbeeld')
    await sendCustomMessageTo(2, text, subject)
    await deliver()
    await eraseRegistrations([id], { ...actor, mailDir })
    expect(await dumpText()).not.toMatch(/Robin van der\s+Voorbeeld/)
  })

  test('is not in what is written afterwards, by who was at it or later', async () => {
    await register('Iemand Anders')
    const id = await register('Robin van der Voorbeeld')
    await deliver()
    await sendCustomMessageTo(2, 'Bel Robin van der Voorbeeld.')
    const tools = {
      transport: createMailTransport({ mailDir, from: 'a@example.nl' }),
      logger: silentLogger,
      now: () => now,
    }
    await db.message.updateMany({ where: { registrationId: id, kind: 'letter' }, data: { cancelledAt: now } })
    const claimed = await claimOne(now)
    await eraseRegistrations([id], { ...actor, mailDir })
    // As if the name had been read just before.
    expect(await prepareMail(claimed, tools)).toBeNull()
    await deliver()
    expect(await dumpText()).toContain('Bel [naam].')
  })

  test('is not in a mail that is tried again', async () => {
    await register('Iemand Anders')
    const id = await register('Robin van der Voorbeeld')
    await sendCustomMessageTo(2, 'Bel Robin van der Voorbeeld.')
    await deliver()
    const letter = { kind: 'letter', NOT: { registrationId: id } }
    await db.message.updateMany({ where: letter, data: { sentAt: null, attempts: 1 } })
    await eraseRegistrations([id], { ...actor, mailDir })
    await deliver()
    expect(await db.message.findFirstOrThrow({ where: letter })).toMatchObject({ sentAt: now })
    expect(await dumpText()).toContain('Bel [naam].')
  })

  test('is gone from what an organiser was mailed', async () => {
    const id = await register('Robin van der Voorbeeld')
    const told = { html: '<p>Robin van der Voorbeeld</p>', text: 'Robin van der Voorbeeld', subject: 'Proef' }
    const mail = { kind: 'test', dedupeKey: randomUUID(), sessionId: session.id, createdAt: now, dueAt: now }
    await db.message.create({ data: { ...mail, ...told, sentAt: now } })
    await eraseRegistrations([id], { ...actor, mailDir })
    expect(await dumpText()).not.toContain('Robin')
  })
})
