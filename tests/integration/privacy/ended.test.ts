import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, addMonths } from '@/lib/platform/time'
import { eraseWhatIsDue } from '@/lib/privacy/commands'
import { accountEraseAt, invitationKeepDays } from '@/lib/privacy/rules'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { halfway, untilWaiting } from '@/tests/support/locks'

const at = new Date('2026-01-31T12:00:00Z')
const terms = { needsDays: 28, namesMonths: 3, trailMonths: 12 }
const aYearOn = addMonths(at, 12)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await database.db.organiser.deleteMany()
  await database.db.auditEntry.deleteMany()
})
afterAll(() => database.drop())

const erase = (now: Date) => eraseWhatIsDue({ terms, mailDir: '/nowhere', now })
const add = async (standing: { acceptedAt?: Date; endedAt?: Date; linkExpiresAt?: Date }) => {
  const id = randomUUID()
  await database.db.organiser.create({ data: { id, name: 'Voorbeeld', email: `${id}@example.nl`, ...standing } })
  return id
}
const there = async () => (await database.db.organiser.findMany({ select: { id: true } })).map(({ id }) => id)

describe('an organiser', () => {
  test('who may log in stays, however long ago that was', async () => {
    const id = await add({ acceptedAt: at })
    await erase(addMonths(at, 60))
    expect(await there()).toEqual([id])
  })

  test('whose access ended is erased after the term of the trail, which says so', async () => {
    const id = await add({ acceptedAt: at, endedAt: at })
    await erase(new Date(aYearOn.getTime() - 60_000))
    expect(await there()).toEqual([id])
    await erase(aYearOn)
    expect(await there()).toEqual([])
    expect(await database.db.auditEntry.findMany()).toMatchObject([
      { actor: 'system', action: 'organiser.erased', subjectId: id },
    ])
  })

  test('who was invited and never came is forgotten four weeks after the link stopped working', async () => {
    const id = await add({ linkExpiresAt: at })
    await erase(addDays(at, invitationKeepDays - 1))
    expect(await there()).toEqual([id])
    await erase(addDays(at, invitationKeepDays))
    expect(await there()).toEqual([])
  })

  test('who is let in again at that very moment stays', async () => {
    const id = await add({ acceptedAt: at, endedAt: at })
    const finish = await halfway(database.db, (tx) => tx.organiser.update({ where: { id }, data: { endedAt: null } }))
    const erasing = erase(aYearOn)
    await untilWaiting(database.db)
    await finish()
    await erasing
    expect(await there()).toEqual([id])
  })
})

test('nobody is told a day on which their account goes as long as they have access or a link', () => {
  const nobody = { acceptedAt: null, endedAt: null, linkExpiresAt: null }
  expect(accountEraseAt(nobody, terms)).toBeNull()
  expect(accountEraseAt({ ...nobody, acceptedAt: at }, terms)).toBeNull()
  expect(accountEraseAt({ ...nobody, acceptedAt: at, endedAt: at }, terms)).toEqual(aYearOn)
})
