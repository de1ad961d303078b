import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { readAuditLogParams } from '@/app/beheer/logboek/_lib/audit-log-params'
import { auditActionsOf } from '@/components/audit/audit-log-copy'
import { audit, purgeAuditLog } from '@/lib/audit/commands'
import { listAuditLog } from '@/lib/audit/queries'
import { addMonths } from '@/lib/platform/time'
import { registerParticipant } from '@/lib/registrations/register'
import { createAdmin } from '@/tests/integration/organisers/organiser-fixtures'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'

const now = new Date('2022-10-01T08:00:00Z')
const hostile = `<script>alert(1)</script> "O'Brien"`

const { db } = await createTestDatabase()
beforeEach(async () => {
  await db.auditEntry.deleteMany()
  await db.organiser.deleteMany()
})

const write = (different: Partial<Parameters<typeof audit>[1]> = {}) =>
  db.$transaction((tx) =>
    audit(tx, {
      at: now,
      actor: 'system',
      action: 'sessionReleased',
      subjectType: 'session',
      subjectId: randomUUID(),
      ...different,
    }),
  )
const actions = async (filter: Parameters<typeof listAuditLog>[0]) =>
  (await listAuditLog(filter, { page: 1 })).rows.map(({ action }) => action)

describe('listAuditLog', () => {
  test('returns actors, actions and subjects, the latest first, with current names', async () => {
    const admin = await createAdmin(now)
    const session = await createTestSession(db)
    await registerParticipant(registrationInputFor(session, { name: hostile, email: 'iemand@example.nl' }), { now })
    const actor = { organiserId: admin }
    await write({ at: new Date(now.getTime() + 1000), actor, subjectId: session.id })
    await write({ at: new Date(now.getTime() + 2000), actor: { organiserId: randomUUID() } })
    const { rows, total } = await listAuditLog({}, { page: 1 })
    expect(total).toBe(4)
    expect(rows.map(({ actor: name, action, subject }) => [name, action, subject.label])).toEqual([
      [{ name: null }, 'sessionReleased', null],
      [{ name: 'Voorbeeld Beheerder' }, 'sessionReleased', session.title],
      ...[
        ['participant', 'registrationCreated', hostile],
        ['system', 'organiserCreated', 'Voorbeeld Beheerder'],
      ].toSorted((one, other) => order(rows, one[1]) - order(rows, other[1])),
    ])
    expect(JSON.stringify(rows)).not.toContain('Antwoord')
  })

  test('filters by actor, category, session and days', async () => {
    const admin = await createAdmin(now)
    const session = await createTestSession(db)
    const other = await createTestSession(db)
    await registerParticipant(registrationInputFor(session, { email: 'iemand@example.nl' }), { now })
    await write({ actor: { organiserId: admin }, subjectId: other.id })
    expect(await actions({ actor: admin })).toEqual(['sessionReleased'])
    expect(await actions({ actor: 'participant' })).toEqual(['registrationCreated'])
    expect(await actions({ actions: auditActionsOf('organiser') })).toEqual(['organiserCreated'])
    expect(await actions({ sessionId: session.id })).toEqual(['registrationCreated'])
    expect(await actions({ sessionId: other.id, actions: auditActionsOf('session') })).toEqual(['sessionReleased'])
    expect(await actions({ sessionId: other.id, actor: 'participant' })).toEqual([])
    expect(await actions({ from: new Date(now.getTime() + 1) })).toEqual([])
    expect(await actions({ to: now })).toEqual([])
    expect(await actions({ from: now, to: new Date(now.getTime() + 1) })).toHaveLength(3)
  })

  test('reads Dutch days from the query string and ignores invalid values', () => {
    const { filter } = readAuditLogParams({ van: '2022-10-30', tot: '2022-10-30' })
    expect(filter).toMatchObject({ from: new Date('2022-10-29T22:00:00Z'), to: new Date('2022-10-30T23:00:00Z') })
    const invalid = ['', 'x', '2022-02-30', '0000-00-00', "' OR 1=1", '\u0000', '99999-01-01']
    for (const text of invalid) {
      expect(readAuditLogParams({ wie: text, wat: text, sessie: text, van: text, tot: text }).asked).toEqual({})
    }
    expect(readAuditLogParams({ wat: 'toString', wie: ['a', 'b'] }).asked).toEqual({})
  })

  test('returns one page of 40,000 entries', async () => {
    const session = await createTestSession(db)
    await registerParticipant(registrationInputFor(session, { email: 'iemand@example.nl' }), { now })
    const { id } = await db.registration.findFirstOrThrow({ where: { sessionId: session.id } })
    await db.$executeRaw`
      INSERT INTO "AuditEntry" ("id", "at", "actorType", "action", "subjectType", "subjectId")
      SELECT gen_random_uuid(), ${now.toISOString()}::timestamptz + n * interval '1 second', 'participant',
        'meetingJoined', 'registration', ${id} FROM generate_series(1, 40000) AS n`
    expect(await listAuditLog({ sessionId: session.id }, { page: 800 })).toMatchObject({
      total: 40_001,
      page: 800,
      pages: 801,
    })
    expect(await listAuditLog({}, { page: 1 })).toMatchObject({ total: 40_001 })
  })

  test('returns pages of fifty', async () => {
    await db.auditEntry.createMany({
      data: Array.from({ length: 101 }, (_, index) => ({
        id: randomUUID(),
        at: new Date(now.getTime() + index),
        actorType: 'system' as const,
        action: 'messageFailureDismissed',
        subjectType: 'message',
        subjectId: 'geen uuid',
      })),
    })
    const [first, third, beyond] = await Promise.all([1, 3, 99].map((page) => listAuditLog({}, { page })))
    expect([first?.rows.length, third?.rows.length, first?.pages]).toEqual([50, 1, 3])
    expect(beyond?.rows).toEqual(third?.rows)
  })

  test('returns the first page for a page below it, also of an empty log', async () => {
    for (const page of [0, -3])
      expect(await listAuditLog({}, { page })).toMatchObject({ page: 1, total: expect.any(Number) })
    expect((await listAuditLog({}, { page: 0 })).rows).toEqual((await listAuditLog({}, { page: 1 })).rows)
    expect(await listAuditLog({ sessionId: randomUUID() }, { page: 0 })).toMatchObject({ page: 1, rows: [] })
  })
})

describe('purgeAuditLog', () => {
  test('deletes older entries in batches and keeps the others', async () => {
    const oldest = addMonths(now, -12)
    expect(oldest).toEqual(new Date('2021-10-01T08:00:00Z'))
    await db.auditEntry.createMany({
      data: Array.from({ length: 2_500 }, () => ({
        id: randomUUID(),
        at: new Date(oldest.getTime() - 1),
        actorType: 'system' as const,
        action: 'messageFailureDismissed',
        subjectType: 'message',
        subjectId: randomUUID(),
      })),
    })
    await write({ at: oldest })
    expect(await purgeAuditLog(now, 12)).toBe(2_500)
    expect(await db.auditEntry.count()).toBe(1)
    expect(await purgeAuditLog(now, 12)).toBe(0)
  })
})

const order = (rows: { action: string }[], action?: string) => rows.findIndex((row) => row.action === action)
