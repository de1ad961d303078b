import { describe, expect, it } from 'vitest'
import { dateAndTime, weekday } from '@/lib/platform/time'
import { listPublishedSessions } from '@/lib/sessions/queries'
import { sessionPhase } from '@/lib/sessions/rules'
import { nextEdition, seed } from '@/prisma/seed'
import { createTestDatabase } from '@/tests/support/database/test-database'

const { db } = await createTestDatabase()

const now = new Date('2026-11-23T20:00:00Z')

describe('seed', () => {
  it('creates two sessions once when ten processes start at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => seed(db, now)))
    expect(await db.session.count()).toBe(2)
    expect(await db.question.count()).toBe(6)
  })

  it('creates a past session and an upcoming one with open registration', async () => {
    const { upcoming, past } = await listPublishedSessions(now)
    expect(past.map(({ startsAt }) => dateAndTime(startsAt))).toEqual(['dinsdag 8 november 2022, 15.00 uur'])
    expect(upcoming.map((session) => sessionPhase(session, now))).toEqual(['open-before-deadline'])
  })

  it('does nothing when the database has a session', async () => {
    await db.question.deleteMany()
    await db.session.deleteMany({ where: { startsAt: { gt: now } } })
    await seed(db, now)
    expect(await db.session.count()).toBe(1)
  })
})

describe('nextEdition', () => {
  it('returns a Tuesday five to six weeks ahead, on any day and across DST', () => {
    for (let day = 0; day < 3 * 365; day++) {
      const from = new Date(now.getTime() + day * 24 * 60 * 60 * 1000)
      const next = nextEdition(from)
      const days = (next.startsAt.getTime() - from.getTime()) / (24 * 60 * 60 * 1000)
      expect(weekday(next.startsAt)).toBe(2)
      expect(days).toBeGreaterThan(34)
      expect(days).toBeLessThan(43)
      expect(dateAndTime(next.startsAt)).toContain(', 15.00 uur')
      expect(dateAndTime(next.endsAt)).toContain(', 16.30 uur')
      expect(dateAndTime(next.questionDeadlineAt)).toMatch(/^maandag .*, 14\.00 uur$/)
      expect(dateAndTime(next.registrationClosesAt)).toMatch(/^dinsdag .*, 00\.00 uur$/)
    }
  })
})
