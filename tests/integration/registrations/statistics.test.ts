import { describe, expect, test } from 'vitest'
import { getStatistics } from '@/lib/registrations/statistics'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addManyRegistrations } from '@/tests/support/fixtures/many-registrations'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const { db } = await createTestDatabase()

async function register(sessionId: string, name: string, columns: object) {
  const { id } = await addParticipant(db, sessionId, { name })
  await db.registration.update({ where: { id }, data: columns })
}

describe('getStatistics', () => {
  test('counts Dutch days, also when summer time ends', async () => {
    const session = await createTestSession(db)
    await register(session.id, 'Een', { createdAt: new Date('2022-10-28T21:59:59Z') })
    await register(session.id, 'Twee', { createdAt: new Date('2022-10-28T22:00:00Z') })
    await register(session.id, 'Drie', { createdAt: new Date('2022-10-30T22:59:59Z') })
    const { days } = await getStatistics(session)
    expect(days.map(({ at, count }) => [at.toISOString(), count])).toEqual([
      ['2022-10-27T22:00:00.000Z', 1],
      ['2022-10-28T22:00:00.000Z', 1],
      ['2022-10-29T22:00:00.000Z', 1],
      ['2022-10-30T23:00:00.000Z', 0],
    ])
  })

  test('counts every province and groups participants by workplace, without cancelled registrations', async () => {
    const session = await createTestSession(db)
    await register(session.id, 'Een', { municipalityCode: 'GM0344' })
    await register(session.id, 'Twee', { municipalityCode: 'GM0344', askedBeforeDeadline: false })
    await register(session.id, 'Drie', { municipalityCode: null, organisation: 'Stichting Voorbeeld' })
    await register(session.id, 'Vier', {
      municipalityCode: null,
      organisation: 'stichting voorbeeld',
      createdAt: new Date(Date.now() + 60_000),
    })
    await register(session.id, 'Weg', { municipalityCode: 'GM0518', cancelledAt: new Date() })
    const statistics = await getStatistics(session)
    expect(statistics).toMatchObject({ total: 4, askedBeforeDeadline: 3, municipalities: { represented: 1, all: 342 } })
    expect(statistics.provinces).toHaveLength(13)
    expect(statistics.provinces).toContainEqual({ name: 'Utrecht', count: 2, municipalities: 1 })
    expect(statistics.provinces.at(-1)).toEqual({ name: 'Andere organisaties', count: 2, municipalities: null })
    expect(statistics.workplaces.map(({ workplace, count, names }) => [workplace, count, names.toSorted()])).toEqual([
      ['Utrecht', 2, ['Een', 'Twee']],
      ['Stichting Voorbeeld', 2, ['Drie', 'Vier']],
    ])
  })

  test('returns zeros for a session without registrations', async () => {
    expect(await getStatistics(await createTestSession(db))).toMatchObject({ total: 0, days: [], workplaces: [] })
  })

  test('adds up for 5,000 registrations and names at most five participants of a workplace', async () => {
    const session = await createTestSession(db)
    await addManyRegistrations(db, session, { count: 5_000, from: new Date('2022-09-20T09:00:00Z') })
    const { total, days, provinces, workplaces } = await getStatistics(session)
    const sum = (parts: { count: number }[]) => parts.reduce((all, { count }) => all + count, 0)
    expect([total, sum(days), sum(provinces), sum(workplaces)]).toEqual([5_000, 5_000, 5_000, 5_000])
    expect(Math.max(...workplaces.map(({ names }) => names.length))).toBe(5)
  })

  test('returns at most 400 days', async () => {
    const session = await createTestSession(db)
    await register(session.id, 'Een', { createdAt: new Date('2010-01-01T12:00:00Z') })
    expect((await getStatistics(session)).days).toHaveLength(400)
  })
})
