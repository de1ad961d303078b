import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { lockRow } from '@/lib/db/locks'
import type { MessageKind } from '@/lib/outbox/schema'
import { registerParticipant } from '@/lib/registrations/register'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor, sessionTimes2022 } from '@/tests/support/fixtures/session'

const { db } = await createTestDatabase()

const early = new Date('2022-09-20T09:00:00Z')
const hoursLater = (hours: number) => new Date(early.getTime() + hours * 60 * 60 * 1000)
const messagesOf = (sessionId: string, kind: MessageKind) => db.message.count({ where: { sessionId, kind } })

describe('registerParticipant', () => {
  it('stores the registration, its answers, a confirmation and an audit entry together', async () => {
    const session = await createTestSession(db)
    expect(await registerParticipant(registrationInputFor(session), { now: early })).toMatchObject({
      ok: true,
      value: { askedBeforeDeadline: true },
    })
    const [stored] = await db.registration.findMany({
      where: { sessionId: session.id },
      include: { answers: true },
    })
    expect(stored).toMatchObject({
      name: 'Voorbeeld',
      municipalityCode: 'GM0344',
      askedBeforeDeadline: true,
      createdAt: early,
    })
    expect(stored?.answers).toHaveLength(3)
    expect(await messagesOf(session.id, 'confirmation')).toBe(1)
    expect(await db.auditEntry.count({ where: { subjectId: stored?.id, action: 'registrationCreated' } })).toBe(1)
  })

  it('stores nothing when one part cannot be stored', async () => {
    const session = await createTestSession(db)
    const broken = registrationInputFor(session, { phone: '06 12345678', contactWish: 'email' })
    await expect(registerParticipant(broken, { now: early })).rejects.toThrow()
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(0)
    expect(await messagesOf(session.id, 'confirmation')).toBe(0)
  })

  it('stores one registration and one confirmation for twenty identical concurrent forms', async () => {
    const session = await createTestSession(db)
    const signUp = registrationInputFor(session)
    const results = await Promise.all(Array.from({ length: 20 }, () => registerParticipant(signUp, { now: early })))
    expect(results.every((result) => result.ok)).toBe(true)
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(1)
    expect(await messagesOf(session.id, 'confirmation')).toBe(1)
    expect(await messagesOf(session.id, 'alreadyRegistered')).toBe(0)
  })

  it('waits for a concurrent cancellation of the session and then refuses', async () => {
    const session = await createTestSession(db)
    const cancel = await holdTransactionOpen(db, async (tx) => {
      await lockRow(tx, 'Session', session.id)
      await tx.session.update({ where: { id: session.id }, data: { cancelledAt: early } })
    })
    const signingUp = registerParticipant(registrationInputFor(session), { now: early })
    await waitForBlockedConnections(db)
    await cancel()
    expect(await signingUp).toEqual({ ok: false, reason: 'session-cancelled' })
    expect(await messagesOf(session.id, 'confirmation')).toBe(0)
  })

  it('stores duplicates without the unique index', async () => {
    const session = await createTestSession(db)
    const index = '"Registration_sessionId_normalizedEmail_addressSequence_key"'
    await db.$executeRawUnsafe(`DROP INDEX ${index}`)
    const signUp = registrationInputFor(session)
    await Promise.all(Array.from({ length: 20 }, () => registerParticipant(signUp, { now: early })))
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBeGreaterThan(1)
    await db.answer.deleteMany({ where: { registration: { sessionId: session.id } } })
    await db.registration.deleteMany({ where: { sessionId: session.id } })
    await db.$executeRawUnsafe(
      `CREATE UNIQUE INDEX ${index} ON "Registration"("sessionId", "normalizedEmail", "addressSequence")`,
    )
  })

  it('recognises an address regardless of case and spaces and changes nothing', async () => {
    const session = await createTestSession(db)
    await registerParticipant(registrationInputFor(session, { email: 'voorbeeld@example.nl' }), { now: early })
    const again = registrationInputFor(session, { email: ' Voorbeeld@EXAMPLE.nl ', name: 'Iemand anders' })
    expect(await registerParticipant(again, { now: hoursLater(1) })).toMatchObject({
      ok: true,
      value: { askedBeforeDeadline: true },
    })
    const stored = await db.registration.findMany({ where: { sessionId: session.id } })
    expect(stored.map(({ name }) => name)).toEqual(['Voorbeeld'])
  })

  it('mails a registered address at most once an hour', async () => {
    const session = await createTestSession(db)
    await registerParticipant(registrationInputFor(session), { now: early })
    for (const hours of [1, 1.5, 1.99])
      await registerParticipant(registrationInputFor(session), { now: hoursLater(hours) })
    expect(await messagesOf(session.id, 'alreadyRegistered')).toBe(1)
    await registerParticipant(registrationInputFor(session), { now: hoursLater(2) })
    expect(await messagesOf(session.id, 'alreadyRegistered')).toBe(2)
  })

  it('mails a registered address once for twenty concurrent registrations', async () => {
    const session = await createTestSession(db)
    await registerParticipant(registrationInputFor(session), { now: early })
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        registerParticipant(registrationInputFor(session), { now: new Date(hoursLater(1).getTime() + index) }),
      ),
    )
    expect(await messagesOf(session.id, 'alreadyRegistered')).toBe(1)
  })

  it('registers one participant for two sessions', async () => {
    const [one, two] = [await createTestSession(db), await createTestSession(db)]
    await registerParticipant(registrationInputFor(one), { now: early })
    await registerParticipant(registrationInputFor(two), { now: early })
    expect(await db.registration.count({ where: { sessionId: { in: [one.id, two.id] } } })).toBe(2)
  })
})

describe('registerParticipant refuses', () => {
  it.each([
    ['an unknown municipality', { municipalityCode: 'GM9999' }, 'unknown-municipality'],
    ['an unknown session', { sessionId: randomUUID() }, 'unknown-session'],
    ['an answer to a question of another session', { answers: { [randomUUID()]: 'Hallo' } }, 'unknown-question'],
  ])('%s', async (_, different, reason) => {
    const session = await createTestSession(db)
    expect(await registerParticipant(registrationInputFor(session, different), { now: early })).toEqual({
      ok: false,
      reason,
    })
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(0)
  })

  it('a cancelled or unpublished session', async () => {
    const cancelled = await createTestSession(db, { cancelledAt: early })
    const draft = await createTestSession(db, { publishedAt: null })
    expect(await registerParticipant(registrationInputFor(cancelled), { now: early })).toMatchObject({
      reason: 'session-cancelled',
    })
    expect(await registerParticipant(registrationInputFor(draft), { now: early })).toMatchObject({
      reason: 'unknown-session',
    })
  })
})

describe('registration deadlines', () => {
  const edges = [
    ['the session times of 2022', sessionTimes2022],
    [
      'a question deadline in the repeated hour when summer time ends',
      { ...sessionTimes2022, questionDeadlineAt: new Date('2022-10-30T01:30:00Z') },
    ],
    [
      'both deadlines in the night when summer time starts',
      {
        questionDeadlineAt: new Date('2022-03-27T01:00:00Z'),
        registrationClosesAt: new Date('2022-03-27T01:30:00Z'),
        startsAt: new Date('2022-04-05T13:00:00Z'),
        endsAt: new Date('2022-04-05T14:30:00Z'),
      },
    ],
  ] as const

  it.each(edges)('apply to the millisecond with %s', async (_, moments) => {
    const session = await createTestSession(db, moments)
    const at = async (moment: Date, ms: number) => {
      const signUp = registrationInputFor(session, { email: `${randomUUID()}@example.nl` })
      const result = await registerParticipant(signUp, { now: new Date(moment.getTime() + ms) })
      if (!result.ok) return result.reason
      return result.value.askedBeforeDeadline ? 'before deadline' : 'after deadline'
    }
    expect(await at(moments.questionDeadlineAt, -1)).toBe('before deadline')
    expect(await at(moments.questionDeadlineAt, 0)).toBe('after deadline')
    expect(await at(moments.questionDeadlineAt, 1)).toBe('after deadline')
    expect(await at(moments.registrationClosesAt, -1)).toBe('after deadline')
    expect(await at(moments.registrationClosesAt, 0)).toBe('registration-closed')
    expect(await at(moments.registrationClosesAt, 1)).toBe('registration-closed')
    const beforeDeadline = await db.registration.count({
      where: { sessionId: session.id, askedBeforeDeadline: true },
    })
    expect(beforeDeadline).toBe(1)
  })
})
