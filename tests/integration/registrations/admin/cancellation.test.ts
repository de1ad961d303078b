import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/history'
import { cancelRegistration, resendConfirmation, restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { registerByHand, updateRegistration } from '@/lib/registrations/admin/commands'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { addSeconds, deliverAllDue, transportTo } from '@/tests/support/outbox'
import { startSmtpServer } from '@/tests/support/servers/smtp-server'

const now = new Date('2022-10-01T08:00:00Z')
const actor = { now, organiserId: 'organisator' }
let database: TestDatabase
let session: Awaited<ReturnType<typeof createTestSession>>
let target: { sessionId: string; id: string }
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  session = await createTestSession(database.db)
  const result = await registerByHand({ ...registrationInputFor(session), shouldSendConfirmation: false }, actor)
  if (!result.ok) throw new Error(result.reason)
  target = { sessionId: session.id, id: result.value.id }
})

const cancel = (version = 1, shouldNotify = false, at = now) =>
  cancelRegistration({ ...target, version, shouldNotify }, { ...actor, now: at })
const restore = (version = 2, shouldNotify = false) => restoreRegistration({ ...target, version, shouldNotify }, actor)
const resend = (version = 1, sentCount = 0) => resendConfirmation({ ...target, version, sentCount }, actor)
const kinds = async () => (await database.db.message.findMany()).map(({ kind }) => kind)
const actions = async () => (await listHistory('registration', target.id)).map(({ action }) => action)
const cancelled = { ok: true, value: { offered: 0 } }
const restored = { ok: true, value: { isWaitlisted: false } }
const stale = { ok: false, reason: 'changed-meanwhile' }

async function deliver(minutes = 1) {
  const smtp = await startSmtpServer()
  const transport = transportTo(smtp.url)
  await deliverAllDue(transport, addSeconds(now, minutes))
  transport.close()
  await smtp.close()
  return await database.db.message.findMany({ orderBy: { createdAt: 'asc' } })
}

describe('on and off the list', () => {
  test('cancelling mails nothing unless it is asked for, and is done once', async () => {
    expect(await cancel()).toEqual(cancelled)
    expect(await cancel()).toEqual(cancelled)
    expect(await kinds()).toEqual([])
    expect(await actions()).toContain('registrationCancelled')
    expect(await actions()).toHaveLength(2)
  })

  test('with the tick the participant hears it, with a file that takes it out of the calendar', async () => {
    await cancel(1, true)
    const [mail] = await deliver()
    expect(mail).toMatchObject({ sentAt: expect.any(Date), calendarMethod: 'CANCEL' })
    expect(mail?.subject).toContain('Je bent afgemeld')
    expect(mail?.calendar).toContain(`UID:${target.id}\r\n`)
    expect(mail?.calendar).toContain('SEQUENCE:1')
  })

  test('a mail of before, and one about cancelling, are dropped when it is not so any more', async () => {
    await resend()
    await cancel(1, true)
    await restore(2, true)
    const dropped = (await deliver()).map(({ kind, cancelReason }) => [kind, cancelReason])
    expect(dropped.sort()).toEqual([
      ['confirmation', null],
      ['confirmation', null],
      ['registration-cancelled', 'registration-restored'],
    ])
  })

  test('who is back is in the calendar again: the number of the file goes up', async () => {
    await cancel(1, true)
    await restore(2, true)
    const back = (await deliver()).find(({ kind }) => kind === 'confirmation')
    expect(back?.calendarMethod).toBe('PUBLISH')
    expect(back?.calendar).toContain('SEQUENCE:2')
  })

  test('nobody is put back on the list of what is not on the site: what a mail leads to would not be there', async () => {
    await cancel()
    await database.db.session.update({ where: { id: session.id }, data: { publishedAt: null } })
    expect(await restore()).toEqual({ ok: false, reason: 'not-published' })
    expect(await actions()).not.toContain('registrationRestored')
    await database.db.session.update({ where: { id: session.id }, data: { publishedAt: now } })
    expect(await restore()).toEqual(restored)
  })

  test('what a colleague did meanwhile is told, and nothing is done', async () => {
    const { idempotencyKey: _, ...input } = registrationInputFor(session, { name: 'Van een collega' })
    await updateRegistration({ ...input, ...target, version: 1 }, actor)
    expect(await cancel()).toEqual(stale)
    expect(await resend()).toEqual(stale)
    await cancel(2)
    expect(await restore(2)).toEqual(stale)
    expect(await restore(3)).toEqual(restored)
    expect(await restore(3)).toEqual(restored)
  })

  test('no mail goes out about what has been, and taking off the list still can', async () => {
    expect(await cancel(1, true, session.endsAt)).toEqual({ ok: false, reason: 'mail-not-relevant' })
    expect(await cancel(1, false, session.endsAt)).toEqual(cancelled)
  })

  test('a sign-up of another kennissessie is not found', async () => {
    target = { ...target, sessionId: (await createTestSession(database.db)).id }
    const unknown = { ok: false, reason: 'unknown-registration' }
    expect([await cancel(), await restore(), await resend()]).toEqual([unknown, unknown, unknown])
  })
})

describe('the confirmation again', () => {
  test('is one more when pressed twice, and another one when asked for anew', async () => {
    await Promise.all([resend(), resend()])
    expect(await kinds()).toEqual(['confirmation'])
    await resend(1, 1)
    expect(await kinds()).toHaveLength(2)
    expect((await actions()).filter((action) => action === 'confirmationResent')).toHaveLength(2)
  })

  test('does not go out about what has been', async () => {
    const late = { ...actor, now: session.endsAt }
    const refused = { ok: false, reason: 'mail-not-relevant' }
    expect(await resendConfirmation({ ...target, version: 1, sentCount: 0 }, late)).toEqual(refused)
    await cancel()
    expect(await restoreRegistration({ ...target, version: 2, shouldNotify: true }, late)).toEqual(refused)
    expect(await kinds()).toEqual([])
  })

  test('does not go to who is off the list', async () => {
    await cancel()
    expect(await resend(2)).toEqual(stale)
  })
})

test('a mail that failed once goes to the new address, never with a new link to the old one', async () => {
  await resend()
  await database.db.message.updateMany({
    data: {
      renderedAt: now,
      messageIdHeader: '<voorbeeld@example.nl>',
      toAddress: 'voorbeeld@utrecht.example.nl',
      subject: 'Van eerst',
      html: 'Van eerst',
      text: 'Van eerst',
      attempts: 1,
      firstAttemptAt: now,
    },
  })
  const { idempotencyKey: _, ...input } = registrationInputFor(session, { email: 'nieuw@example.nl' })
  await updateRegistration({ ...input, ...target, version: 1 }, actor)
  const [mail] = await deliver()
  expect(mail).toMatchObject({ sentAt: expect.any(Date), toAddress: 'nieuw@example.nl' })
  expect(mail?.text).not.toContain('Van eerst')
})
