import { beforeAll, expect, test } from 'vitest'
import { Prisma } from '@/lib/db/client'
import { registrationStatuses, statusFilters, statusSql, withoutSeat } from '@/lib/db/scopes'
import { registrationStatus } from '@/lib/registrations/status'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const at = new Date('2022-10-01T08:00:00Z')
const { db } = await createTestDatabase()
beforeAll(async () => {
  const session = await createTestSession(db)
  for (const cancelledAt of [null, at]) {
    for (const offer of [{}, { waitlistedAt: at }, { waitlistedAt: at, offerExpiresAt: at }]) {
      const { id } = await addParticipant(db, session.id)
      await db.registration.update({ where: { id }, data: { cancelledAt, ...offer } })
    }
  }
})

const readAll = () => db.registration.findMany({ orderBy: { id: 'asc' } })

test('the filter of each status selects the registrations with that status', async () => {
  const rows = await readAll()
  for (const status of registrationStatuses) {
    const selected = await db.registration.findMany({ where: statusFilters[status], orderBy: { id: 'asc' } })
    expect(selected.map(({ id }) => id)).toEqual(
      rows.filter((row) => registrationStatus(row) === status).map(({ id }) => id),
    )
    expect(selected).not.toEqual([])
  }
})

test('the SQL expression gives the same status as the function', async () => {
  const rows = await db.$queryRaw<{ id: string; status: string }[]>`
    SELECT r."id", ${Prisma.raw(statusSql)} AS "status" FROM "Registration" AS r ORDER BY r."id"`
  expect(rows).toEqual((await readAll()).map((row) => ({ id: row.id, status: registrationStatus(row) })))
})

test('the filter for registrations without a seat selects waitlisted and offered ones', async () => {
  const selected = await db.registration.findMany({ where: withoutSeat })
  expect(selected.map(registrationStatus).sort()).toEqual(['offered', 'waitlisted'])
})
