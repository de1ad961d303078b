import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { mailPort } from '@/lib/notifications/message-context'
import { createPersonalToken, type LinkOwner } from '@/lib/personal-links/token'
import { findPeopleByEmail } from '@/lib/privacy/queries'
import { listRecordsOfSamePerson } from '@/lib/privacy/subject-access'
import { listPendingRegistrations, registerColleague } from '@/lib/registrations/pending-registration'
import { registerParticipant } from '@/lib/registrations/register'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { claimOne } from '@/tests/support/outbox'
import { registeredOwner } from '@/tests/support/registered'

const now = new Date('2022-10-01T08:00:00Z')
const beforeDeadline = new Date('2022-10-16T08:00:00Z')
const afterDeadline = new Date('2022-10-18T08:00:00Z')
const email = 'team@example.nl'

const { db } = await createTestDatabase()
let session: Awaited<ReturnType<typeof createTestSession>>
let first: LinkOwner
let token: string
beforeEach(async () => {
  session = await createTestSession(db)
  first = await registeredOwner(registrationInputFor(session, { name: 'Sam Eerst', email }), now)
  token = createPersonalToken('other-colleague', first)
  await db.message.deleteMany()
})

const signUp = (name: string, different: Parameters<typeof registrationInputFor>[1] = {}, at = now) =>
  registerParticipant(registrationInputFor(session, { name, email, ...different }), { now: at })
const registrations = () =>
  db.registration.findMany({
    where: { sessionId: session.id },
    orderBy: { createdAt: 'asc' },
    include: { answers: true },
  })
const pendingIds = async () => (await listPendingRegistrations(token, now))?.pending.map(({ id }) => id) ?? []

describe('a second sign-up with a registered address', () => {
  test('gives the result of a new address', async () => {
    expect(await signUp('Kim Collega')).toEqual(await signUp('Kim Collega', { email: 'nieuw@example.nl' }))
    const full = await createTestSession(db, { capacity: 1 })
    const register = (name: string, address: string) =>
      registerParticipant(registrationInputFor(full, { name, email: address }), { now })
    await register('Een', 'een@example.nl')
    expect(await register('Twee', 'een@example.nl')).toEqual(await register('Drie', 'drie@example.nl'))
  })

  test('mails that address who signed up, in text that becomes no link, without the answers', async () => {
    await signUp('Kim Collega', { role: 'zie www.slecht.example.nl', answers: {} })
    const message = await claimOne(now)
    const { text, html } = await mailPort.render(message, { now, siteUrl: 'http://localhost:3000' })
    expect(text).toContain('Sam Eerst (zaterdag 1 oktober 2022)')
    expect(text).toContain('Kim Collega, zie www')
    expect(text + html).not.toMatch(/slecht\.example|Antwoord 1/)
    expect(text).toContain('/andere-collega')
  })

  test('mails each new name at once, and a repeated one at most once an hour', async () => {
    for (const name of ['Kim Collega', 'Kim Collega', 'kim  collega', 'Bo Derde']) await signUp(name)
    expect(await db.message.count({ where: { registrationId: first.id, kind: 'alreadyRegistered' } })).toBe(2)
    expect(await pendingIds()).toHaveLength(2)
  })

  test('becomes a registration of its own by the mailed link, with its answers and guarantee', async () => {
    await signUp('Kim Collega', { answers: { [session.questions[1]?.id ?? '']: 'Hoe verder?' } }, beforeDeadline)
    const [id = ''] = await pendingIds()
    const result = await registerColleague(token, id, { now: afterDeadline })
    expect(result).toMatchObject({ ok: true })
    expect(await registrations()).toMatchObject([
      { name: 'Sam Eerst', email, addressSequence: 0 },
      { name: 'Kim Collega', email, addressSequence: 1, askedBeforeDeadline: true, answers: [{ text: 'Hoe verder?' }] },
    ])
    expect(await db.message.count({ where: { kind: 'confirmation', registration: { name: 'Kim Collega' } } })).toBe(1)
    expect(await registerColleague(token, id, { now })).toEqual({ ok: false, reason: 'gone' })
    expect(await pendingIds()).toEqual([])
  })

  test('becomes one registration when the button is pressed ten times at once', async () => {
    await signUp('Kim Collega')
    const [id = ''] = await pendingIds()
    await Promise.all(Array.from({ length: 10 }, () => registerColleague(token, id, { now })))
    expect(await registrations()).toHaveLength(2)
  })

  test('needs the link of that mailbox', async () => {
    await signUp('Kim Collega')
    const [id = ''] = await pendingIds()
    const other = await registeredOwner(registrationInputFor(session, { email: 'ander@example.nl' }), now)
    const otherToken = createPersonalToken('other-colleague', other)
    expect(await registerColleague(otherToken, id, { now })).toEqual({ ok: false, reason: 'gone' })
    expect(await registerColleague(`${token}x`, id, { now })).toEqual({ ok: false, reason: 'unknown-link' })
    expect(await registerColleague(token, randomUUID(), { now })).toEqual({ ok: false, reason: 'gone' })
    expect(await listPendingRegistrations(otherToken, now)).toMatchObject({ pending: [] })
  })

  test('after a colleague on the same address is still recognised as registered', async () => {
    await signUp('Kim Collega')
    const [id = ''] = await pendingIds()
    await registerColleague(token, id, { now })
    await db.registration.update({ where: { id: first.id }, data: { normalizedEmail: 'weg@example.nl' } })
    await signUp('Kim Collega')
    expect((await registrations()).filter((each) => each.normalizedEmail === email)).toHaveLength(1)
  })
})

test('each colleague has a personal record of their own, of all sessions', async () => {
  await db.registration.deleteMany({ where: { id: { not: first.id } } })
  const { id: otherSession } = await createTestSession(db)
  const again = await addParticipant(db, otherSession, { name: 'SAM  eerst', email })
  const colleague = await addParticipant(db, otherSession, { name: 'Kim Collega', email, addressSequence: 1 })
  const { people } = await findPeopleByEmail(email)
  expect(people.map(({ registrationId }) => registrationId).toSorted()).toEqual([again.id, colleague.id].toSorted())
  const recordIds = async (of: string) => (await listRecordsOfSamePerson(of)).map(({ id }) => id).toSorted()
  expect(await recordIds(first.id)).toEqual([first.id, again.id].toSorted())
  expect(await recordIds(colleague.id)).toEqual([colleague.id])
})
