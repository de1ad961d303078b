import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveCustomMessageDraft } from '@/lib/notifications/custom-message-drafts'
import { sendCustomMessage } from '@/lib/notifications/custom-messages'
import { mailPort } from '@/lib/notifications/message-context'
import { resendMessage } from '@/lib/notifications/resend'
import { unrestrictedAudience } from '@/lib/notifications/schema'
import { prepareMail } from '@/lib/outbox/render-and-store'
import { createPersonalToken } from '@/lib/personal-links/token'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { addDays, addMonths } from '@/lib/platform/time'
import { eraseOwnRegistration, eraseRegistrations } from '@/lib/privacy/erasure'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { listRegistrationChanges } from '@/lib/registrations/change-log'
import { transferRegistration } from '@/lib/registrations/self-service/transfer'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { createTestSession, registrationInputFor, sessionTimes2022 } from '@/tests/support/fixtures/session'
import { claimOne, deliverAllDue, listMails, silentLogger } from '@/tests/support/outbox'
import { registeredOwner } from '@/tests/support/registered'
import { dumpDatabaseAndFiles } from './canaries'

const now = new Date('2022-10-01T08:00:00Z')
const actor = { now, organiserId: 'organisator' }
const colleague = { name: 'Kim Voorbeeld', email: 'kim@example.nl', role: 'projectleider' }
const periods = { needsDays: 28, namesMonths: 3, auditLogMonths: 12 }

const { db } = await createTestDatabase()

let session: Awaited<ReturnType<typeof createTestSession>>
let mailDir: string
beforeEach(async () => {
  await createTestOrganiser(db)
  await db.message.deleteMany()
  await db.customMessage.deleteMany()
  await db.customMessageDraft.deleteMany()
  await db.registration.deleteMany()
  session = await createTestSession(db)
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  return () => rm(mailDir, { recursive: true })
})

async function register(name: string) {
  const email = `${name.replace(/\W/g, '').toLowerCase()}@example.nl`
  const result = await registeredOwner(registrationInputFor(session, { name, email }), now)
  return result.id
}
const getRegistration = (id: string) => db.registration.findUniqueOrThrow({ where: { id } })
/** Delivers all mails as files. */
const deliver = () => deliverAllDue(createMailTransport({ mailDir, from: 'Aanschuif <aanmelden@example.nl>' }), now)
const dumpText = async () => (await dumpDatabaseAndFiles(db, mailDir)).replace(/\\n|=\r?\n/g, ' ')
const mailsTo = (email: string) => listMails({ registration: { normalizedEmail: email } })

async function transferTo(id: string, to: typeof colleague) {
  const token = createPersonalToken('manage', await getRegistration(id))
  expect(await transferRegistration(token, to, { now })).toEqual({ ok: true, value: null })
}

/** Registers a participant who transfers the seat to a colleague. The colleague is mailed about it. */
async function registerAndTransfer(name: string) {
  const id = await register(name)
  await transferTo(id, colleague)
  await deliver()
  expect((await mailsTo(colleague.email))[0]?.content?.text).toContain(`${name} gaf de plek`)
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

describe('erasure of a transferor', () => {
  test.each(['Robin van der Voorbeeld', 'Robin'])(
    'redacts %s from the mails and mail files of the colleague',
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
      expect(mail).toMatchObject({ content: { toAddress: colleague.email, html: null }, sentAt: now })
    },
  )

  test('blanks the mail to the colleague when only the names of the transferor are due', async () => {
    await registerAndTransfer('Robin van der Voorbeeld')
    await db.session.update({ where: { id: session.id }, data: { endsAt: addMonths(now, 5) } })
    await runPurgeJob({ periods, mailDir, now: addMonths(now, 3) })
    expect(await dumpText()).not.toContain('Robin')
    const [mail] = await mailsTo(colleague.email)
    const resent = { sessionId: session.id, id: mail?.id ?? '', resendCount: 0 }
    expect(await resendMessage(resent, actor)).toEqual({ ok: true, value: null })
    await deliver()
    expect(await dumpText()).toContain('Een collega gaf de plek')
  })

  test.each([
    ['registered', false],
    ['erased', true],
  ])(
    'redacts the first name from answers that were transferred twice, when the second person is %s',
    async (_state, isErased) => {
      const id = await register('Robin van der Voorbeeld')
      const asked = { registrationId: id, questionId: session.questions[1]?.id ?? '' }
      await db.answer.updateMany({ where: asked, data: { text: 'Robin wil weten hoe.' } })
      await transferTo(id, colleague)
      const between = await db.registration.findFirstOrThrow({ where: { normalizedEmail: colleague.email } })
      await transferTo(between.id, { ...colleague, name: 'Noor', email: 'noor@example.nl' })
      if (isErased) await eraseRegistrations([between.id], { ...actor, mailDir })
      await eraseRegistrations([id], { ...actor, mailDir })
      const [text] = await db.answer.findMany({ where: { questionId: asked.questionId }, select: { text: true } })
      expect(text).toEqual({ text: '[naam] wil weten hoe.' })
    },
  )

  test('keeps the mails to other participants', async () => {
    const other = await register('Iemand Anders')
    const id = await registerAndTransfer('Robin van der Voorbeeld')
    await eraseRegistrations([id], { ...actor, mailDir })
    const mails = await listMails({ registrationId: other })
    expect(mails.map(({ content }) => content?.html)).toEqual([expect.any(String)])
  })
})

describe('erasure of a participant who is named in mails to others', () => {
  test.each([
    ['text', 'Bel Robin van der  Voorbeeld.', 'Nog iets'],
    ['subject', 'Dag', 'Vraag van Robin van der Voorbeeld'],
  ])('redacts the %s of a custom message and blanks its mails', async (_field, text, subject) => {
    await register('Iemand Anders')
    const id = await register('Robin van der Voorbeeld')
    await sendCustomMessageTo(2, text, subject)
    await deliver()
    await eraseRegistrations([id], { ...actor, mailDir })
    expect(await dumpText()).not.toMatch(/Robin van der\s+Voorbeeld/)
  })

  test('redacts the draft of a custom message', async () => {
    const id = await register('Robin van der Voorbeeld')
    const draft = { subject: 'Nog iets', text: 'Bel Robin van der Voorbeeld.', to: unrestrictedAudience }
    await saveCustomMessageDraft({ ...draft, sessionId: session.id }, actor)
    await eraseRegistrations([id], { ...actor, mailDir })
    expect(await db.customMessageDraft.findMany()).toMatchObject([{ text: expect.not.stringContaining('Robin') }])
  })

  test('keeps the name out of mails that are rendered during or after the erasure', async () => {
    await register('Iemand Anders')
    const id = await register('Robin van der Voorbeeld')
    await deliver()
    await sendCustomMessageTo(2, 'Bel Robin van der Voorbeeld.')
    const tools = {
      transport: createMailTransport({ mailDir, from: 'a@example.nl' }),
      logger: silentLogger,
      mail: mailPort,
      now: () => now,
    }
    await db.message.updateMany({ where: { registrationId: id, kind: 'customMessage' }, data: { cancelledAt: now } })
    const claimed = await claimOne(now)
    await eraseRegistrations([id], { ...actor, mailDir })
    // The worker read the custom message before the erasure.
    expect(await prepareMail(claimed, tools)).toBeNull()
    await deliver()
    expect(await dumpText()).toContain('Bel [naam].')
  })

  test('renders a retried mail anew, without the name', async () => {
    await register('Iemand Anders')
    const id = await register('Robin van der Voorbeeld')
    await sendCustomMessageTo(2, 'Bel Robin van der Voorbeeld.')
    await deliver()
    const customMessageMail = { kind: 'customMessage' as const, NOT: { registrationId: id } }
    await db.message.updateMany({ where: customMessageMail, data: { sentAt: null, attempts: 1 } })
    await eraseRegistrations([id], { ...actor, mailDir })
    await deliver()
    expect(await db.message.findFirstOrThrow({ where: customMessageMail })).toMatchObject({ sentAt: now })
    expect(await dumpText()).toContain('Bel [naam].')
  })

  test('blanks mails to organisers that name the participant', async () => {
    const id = await register('Robin van der Voorbeeld')
    const told = { html: '<p>Robin van der Voorbeeld</p>', text: 'Robin van der Voorbeeld', subject: 'Proef' }
    const mail = { kind: 'test' as const, dedupeKey: randomUUID(), sessionId: session.id, createdAt: now, dueAt: now }
    await db.message.create({ data: { ...mail, content: { create: { ...told, renderedAt: now } }, sentAt: now } })
    await eraseRegistrations([id], { ...actor, mailDir })
    expect(await dumpText()).not.toContain('Robin')
  })
})

describe('purge of free texts', () => {
  async function triageAnswerOf(registrationId: string, texts: { note?: string; clarification?: string }) {
    const { id: answerId } = await db.answer.findFirstOrThrow({ where: { registrationId } })
    await db.triage.create({ data: { answerId, position: 1, version: 1, ...texts } })
    return () => db.triage.findUniqueOrThrow({ where: { answerId } })
  }

  test('blanks the note on a transferred question when the needs of the colleague are due', async () => {
    const id = await register('Robin van der Voorbeeld')
    await db.registration.update({ where: { id }, data: { phone: '06 12340001', contactWish: 'phone' } })
    const getTriage = await triageAnswerOf(id, { note: 'Bel 0612340001' })
    await transferTo(id, colleague)
    expect(await listRegistrationChanges(id)).toMatchObject([
      { field: 'contactWish', before: 'phone', after: 'none' },
      { field: 'phone', before: '06 12340001', after: '', actorType: 'participant' },
    ])
    await runPurgeJob({ periods, mailDir, now: addDays(sessionTimes2022.endsAt, 28) })
    expect(await getTriage()).toMatchObject({ note: '', version: 2 })
    expect(await getRegistration(id)).toMatchObject({ name: 'Robin van der Voorbeeld', phone: null })
  })

  test('blanks texts about an early cancellation first, and texts about others when the session is due', async () => {
    const cancelled = await register('Robin van der Voorbeeld')
    await db.registration.update({ where: { id: cancelled }, data: { cancelledAt: now } })
    const other = await register('Iemand Anders')
    const own = await triageAnswerOf(cancelled, { clarification: 'Robin lichtte dit toe' })
    const ofOther = await triageAnswerOf(other, { clarification: 'Als Robin van der Voorbeeld' })
    await db.session.update({ where: { id: session.id }, data: { endsAt: addMonths(now, 5) } })
    await runPurgeJob({ periods, mailDir, now: addMonths(now, 3) })
    expect(await own()).toMatchObject({ clarification: '' })
    expect(await ofOther()).toMatchObject({ clarification: 'Als Robin van der Voorbeeld' })
    await runPurgeJob({ periods, mailDir, now: addMonths(now, 8) })
    expect(await ofOther()).toMatchObject({ clarification: '' })
  })

  test('keeps a round that needs an explanation valid', async () => {
    const round = { sessionId: session.id, openGuarantees: 1, closedAt: now, closedBy: actor.organiserId }
    await db.triageRound.create({ data: { ...round, explanation: 'Robin wilde niet' } })
    await runPurgeJob({ periods, mailDir, now: addMonths(sessionTimes2022.endsAt, 3) })
    expect(await db.triageRound.findFirstOrThrow({ where: { sessionId: session.id } })).toMatchObject({
      explanation: 'Tekst gewist',
    })
  })
})
