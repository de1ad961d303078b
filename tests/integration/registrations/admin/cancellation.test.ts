import { beforeEach, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { cancelRegistration, resendConfirmation, restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { registerByHand } from '@/lib/registrations/register'
import { updateRegistration } from '@/lib/registrations/update'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { addSeconds, createContent, listMails, onlyMessage } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'

const now = new Date('2022-10-01T08:00:00Z')
const actor = { now, organiserId: 'organisator' }
const { db } = await createTestDatabase()
let session: Awaited<ReturnType<typeof createTestSession>>
let target: { sessionId: string; id: string }
beforeEach(async () => {
  await db.message.deleteMany()
  session = await createTestSession(db)
  const result = await registerByHand({ ...registrationInputFor(session), shouldSendConfirmation: false }, actor)
  if (!result.ok) throw new Error(result.reason)
  target = { sessionId: session.id, id: result.value.id }
})

const cancel = (version = 1, shouldNotify = false, at = now) =>
  cancelRegistration({ ...target, version, shouldNotify }, { ...actor, now: at })
const restore = (version = 2, shouldNotify = false) => restoreRegistration({ ...target, version, shouldNotify }, actor)
const resend = (version = 1, sentCount = 0) => resendConfirmation({ ...target, version, sentCount }, actor)
const kinds = async () => (await db.message.findMany()).map(({ kind }) => kind)
const actions = async () => (await listHistory('registration', target.id)).map(({ action }) => action)
const cancelled = { ok: true, value: { offered: 0 } }
const restored = { ok: true, value: { isWaitlisted: false } }
const stale = { ok: false, reason: 'changed-meanwhile' }

async function deliver(minutes = 1) {
  await deliverAndReceive(addSeconds(now, minutes))
  return await listMails()
}

describe('cancelling and restoring a registration', () => {
  test('a repeated cancellation without a mail has one effect', async () => {
    expect(await cancel()).toEqual(cancelled)
    expect(await cancel()).toEqual(cancelled)
    expect(await kinds()).toEqual([])
    expect(await actions()).toContain('registrationCancelled')
    expect(await actions()).toHaveLength(2)
  })

  test('a cancellation with a mail sends a calendar file with METHOD:CANCEL', async () => {
    await cancel(1, true)
    const [mail] = await deliver()
    expect(mail).toMatchObject({ sentAt: expect.any(Date), content: { calendarMethod: 'CANCEL' } })
    expect(mail?.content?.subject).toContain('Je bent afgemeld')
    expect(mail?.content?.calendar).toContain(`UID:${target.id}\r\n`)
    expect(mail?.content?.calendar).toContain('SEQUENCE:1')
  })

  test('a restored registration does not get the cancellation mail', async () => {
    await resend()
    await cancel(1, true)
    await restore(2, true)
    const reasons = (await deliver()).map(({ kind, cancelReason }) => [kind, cancelReason])
    expect(reasons.sort()).toEqual([
      ['confirmation', null],
      ['confirmation', null],
      ['registrationCancelled', 'registrationRestored'],
    ])
  })

  test('a restored registration gets a calendar file with a higher SEQUENCE', async () => {
    await cancel(1, true)
    await restore(2, true)
    const confirmation = (await deliver()).find(({ kind }) => kind === 'confirmation')
    expect(confirmation?.content?.calendarMethod).toBe('PUBLISH')
    expect(confirmation?.content?.calendar).toContain('SEQUENCE:2')
  })

  test('a registration for an unpublished session is not restored', async () => {
    await cancel()
    await db.session.update({ where: { id: session.id }, data: { publishedAt: null } })
    expect(await restore()).toEqual({ ok: false, reason: 'not-published' })
    expect(await actions()).not.toContain('registrationRestored')
    await db.session.update({ where: { id: session.id }, data: { publishedAt: now } })
    expect(await restore()).toEqual(restored)
  })

  test('an outdated version is refused for cancelling, resending and restoring', async () => {
    const { idempotencyKey: _, ...input } = registrationInputFor(session, { name: 'Van een collega' })
    await updateRegistration({ ...input, ...target, version: 1 }, actor)
    expect(await cancel()).toEqual(stale)
    expect(await resend()).toEqual(stale)
    await cancel(2)
    expect(await restore(2)).toEqual(stale)
    expect(await restore(3)).toEqual(restored)
    expect(await restore(3)).toEqual(restored)
  })

  test('after the session a cancellation is refused with a mail and accepted without one', async () => {
    expect(await cancel(1, true, session.endsAt)).toEqual({ ok: false, reason: 'mail-not-relevant' })
    expect(await cancel(1, false, session.endsAt)).toEqual(cancelled)
  })

  test('a registration for another session is not found', async () => {
    target = { ...target, sessionId: (await createTestSession(db)).id }
    const unknown = { ok: false, reason: 'unknown-registration' }
    expect([await cancel(), await restore(), await resend()]).toEqual([unknown, unknown, unknown])
  })
})

describe('resendConfirmation', () => {
  test('sends one confirmation for a repeated request and another for a new request', async () => {
    await Promise.all([resend(), resend()])
    expect(await kinds()).toEqual(['confirmation'])
    await resend(1, 1)
    expect(await kinds()).toHaveLength(2)
    expect((await actions()).filter((action) => action === 'confirmationResent')).toHaveLength(2)
  })

  test('is refused after the session, like restoring with a mail', async () => {
    const late = { ...actor, now: session.endsAt }
    const refused = { ok: false, reason: 'mail-not-relevant' }
    expect(await resendConfirmation({ ...target, version: 1, sentCount: 0 }, late)).toEqual(refused)
    await cancel()
    expect(await restoreRegistration({ ...target, version: 2, shouldNotify: true }, late)).toEqual(refused)
    expect(await kinds()).toEqual([])
  })

  test('is refused for a cancelled registration', async () => {
    await cancel()
    expect(await resend(2)).toEqual(stale)
  })
})

test('a mail that failed once is rendered again for a new address', async () => {
  await resend()
  const { id } = await onlyMessage()
  await db.message.update({ where: { id }, data: { attempts: 1, firstAttemptAt: now } })
  await createContent(id, {
    renderedAt: now,
    messageIdHeader: '<voorbeeld@example.nl>',
    toAddress: 'voorbeeld@utrecht.example.nl',
    subject: 'Van eerst',
    html: 'Van eerst',
    text: 'Van eerst',
  })
  const { idempotencyKey: _, ...input } = registrationInputFor(session, { email: 'nieuw@example.nl' })
  await updateRegistration({ ...input, ...target, version: 1 }, actor)
  const [mail] = await deliver()
  expect(mail).toMatchObject({ sentAt: expect.any(Date), content: { toAddress: 'nieuw@example.nl' } })
  expect(mail?.content?.text).not.toContain('Van eerst')
})
