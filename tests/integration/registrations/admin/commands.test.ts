import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { createPersonalToken } from '@/lib/personal-links/token'
import { registerByHand } from '@/lib/registrations/register'
import { joinMeeting } from '@/lib/registrations/self-service/commands'
import { getParticipation } from '@/lib/registrations/self-service/queries'
import { updateRegistration } from '@/lib/registrations/update'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'

const now = new Date('2022-10-01T08:00:00Z')
const later = new Date('2022-10-01T09:00:00Z')
const actor = { now, organiserId: 'organisator' }
const { db } = await createTestDatabase()
let session: Awaited<ReturnType<typeof createTestSession>>
beforeEach(async () => {
  session = await createTestSession(db)
})

const manualRegistration = (different: Parameters<typeof registrationInputFor>[1] = {}, confirm = true) => ({
  ...registrationInputFor(session, different),
  shouldSendConfirmation: confirm,
})
const mails = (registrationId: string) => db.message.findMany({ where: { registrationId } })
const stored = (id: string) => db.registration.findUniqueOrThrow({ where: { id } })

async function registerOne(different: Parameters<typeof registrationInputFor>[1] = {}) {
  const result = await registerByHand(manualRegistration(different), actor)
  if (!result.ok) throw new Error(result.reason)
  return result.value.id
}

describe('registerByHand', () => {
  test('stores the registration, enqueues a confirmation and records the organiser in the audit log', async () => {
    const id = await registerOne()
    expect(await stored(id)).toMatchObject({ name: 'Voorbeeld', askedBeforeDeadline: true, version: 1 })
    expect(await db.answer.count({ where: { registrationId: id } })).toBe(3)
    expect((await mails(id)).map(({ kind }) => kind)).toEqual(['confirmation'])
    expect(await listHistory('registration', id)).toMatchObject([
      { action: 'registrationCreated', actorType: 'organiser' },
    ])
  })

  test('enqueues no mail without shouldSendConfirmation', async () => {
    const result = await registerByHand(manualRegistration({}, false), actor)
    expect(result.ok && (await mails(result.value.id))).toEqual([])
  })

  test('registers after registration closed, without a guarantee', async () => {
    const result = await registerByHand(manualRegistration(), { ...actor, now: session.startsAt })
    expect(result.ok && (await stored(result.value.id)).askedBeforeDeadline).toBe(false)
  })

  test('refuses a confirmation after the session and registers without one', async () => {
    const afterSession = { ...actor, now: session.endsAt }
    expect(await registerByHand(manualRegistration(), afterSession)).toEqual({ ok: false, reason: 'mail-not-relevant' })
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(0)
    const result = await registerByHand(manualRegistration({}, false), afterSession)
    expect(result.ok && (await mails(result.value.id))).toEqual([])
  })

  test('refuses a registered address and accepts the same form twice', async () => {
    const form = manualRegistration({ email: 'een@example.nl' })
    const both = await Promise.all([registerByHand(form, actor), registerByHand(form, actor)])
    expect(both[0]).toEqual(both[1])
    expect(await registerByHand(manualRegistration({ email: ' EEN@example.nl' }), actor)).toEqual({
      ok: false,
      reason: 'address-taken',
    })
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(1)
  })

  test.each([
    ['an unknown municipality', { municipalityCode: 'GM9999' }, 'unknown-municipality'],
    ['an unknown session', { sessionId: randomUUID() }, 'unknown-session'],
    ['a question of another session', { answers: { [randomUUID()]: 'Hallo' } }, 'unknown-question'],
  ])('refuses %s', async (_, different, reason) => {
    expect(await registerByHand(manualRegistration(different), actor)).toEqual({ ok: false, reason })
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(0)
  })

  test('refuses a cancelled or unpublished session', async () => {
    session = await createTestSession(db, { cancelledAt: now })
    expect(await registerByHand(manualRegistration(), actor)).toEqual({ ok: false, reason: 'session-cancelled' })
    session = await createTestSession(db, { publishedAt: null })
    expect(await registerByHand(manualRegistration(), actor)).toEqual({ ok: false, reason: 'not-published' })
  })
})

describe('updateRegistration', () => {
  const change = async (id: string, different: Parameters<typeof registrationInputFor>[1] = {}, version = 1) => {
    const { idempotencyKey: _, ...input } = registrationInputFor(session, different)
    return await updateRegistration({ ...input, id, version }, { ...actor, now: later })
  }

  test('stores the change and records only the changed fields in the audit log', async () => {
    const id = await registerOne()
    const [first] = session.questions
    const answers = { ...registrationInputFor(session).answers, [first?.id ?? '']: '' }
    expect(await change(id, { name: 'Geheim Voorbeeld', needs: 'Schrijftolk', answers })).toEqual({
      ok: true,
      value: null,
    })
    expect(await stored(id)).toMatchObject({ name: 'Geheim Voorbeeld', needs: 'Schrijftolk', version: 2 })
    expect(await db.answer.count({ where: { registrationId: id } })).toBe(2)
    const [latest] = await listHistory('registration', id)
    expect(latest).toMatchObject({ action: 'registrationChanged', fields: ['name', 'needs', 'answers'] })
    const auditLog = JSON.stringify(await db.auditEntry.findMany({ where: { subjectId: id } }))
    expect(auditLog).not.toMatch(/Geheim|Schrijftolk|Antwoord/)
  })

  test('writes nothing when nothing differs', async () => {
    const id = await registerOne()
    expect(await change(id, {}, 99)).toEqual({ ok: true, value: null })
    expect(await stored(id)).toMatchObject({ version: 1 })
    expect(await listHistory('registration', id)).toHaveLength(1)
  })

  test('refuses the second of two concurrent changes unless it is the same change', async () => {
    const id = await registerOne()
    const results = await Promise.all([change(id, { name: 'Een' }), change(id, { name: 'Twee' })])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await change(id, { name: (await stored(id)).name })).toEqual({ ok: true, value: null })
    expect((await stored(id)).version).toBe(2)
  })

  test('invalidates earlier links for another address but not for other capitals', async () => {
    const id = await registerOne({ email: 'een@example.nl' })
    const link = createPersonalToken('take-part', { id, tokenVersion: 1 })
    await change(id, { email: 'Een@example.nl' })
    expect(await getParticipation(link)).not.toBeNull()
    await change(id, { email: 'ander@example.nl' }, 2)
    expect(await getParticipation(link)).toBeNull()
    expect(await joinMeeting(link, { now })).toEqual({ ok: false, reason: 'unknown-link' })
    expect(await stored(id)).toMatchObject({ tokenVersion: 2, normalizedEmail: 'ander@example.nl' })
  })

  test('refuses the address of another registration, also for concurrent changes', async () => {
    const id = await registerOne({ email: 'een@example.nl' })
    const second = await addParticipant(db, session.id, { email: 'twee@example.nl' })
    expect(await change(id, { email: 'TWEE@example.nl' })).toEqual({ ok: false, reason: 'address-taken' })
    expect(await stored(id)).toMatchObject({ email: 'een@example.nl', version: 1, tokenVersion: 1 })
    const third = { email: 'drie@example.nl' }
    const results = await Promise.all([change(id, third), change(second.id, third)])
    expect(results.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['address-taken', 'ok'])
  })

  test.each([
    ['an unknown municipality', { municipalityCode: 'GM9999' }, 'unknown-municipality'],
    ['a question of another session', { answers: { [randomUUID()]: 'Hallo' } }, 'unknown-question'],
  ])('refuses %s', async (_, different, reason) => {
    expect(await change(await registerOne(), different)).toEqual({ ok: false, reason })
  })

  test('does not find a registration for another session', async () => {
    const id = await registerOne()
    session = await createTestSession(db)
    expect(await change(id)).toEqual({ ok: false, reason: 'unknown-registration' })
  })
})
