import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths } from '@/lib/platform/time'
import { eraseWhatIsDue } from '@/lib/privacy/commands'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { addManySignUps, addTheirTraces } from '@/tests/support/many-sign-ups'
import { makeSession, moments2022 } from '@/tests/support/sign-up'

const count = 2_000
const terms = { needsDays: 28, namesMonths: 3, trailMonths: 60 }

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test(`${count} sign-ups of one kennissessie are erased within a minute, in few steps`, async () => {
  const session = await makeSession(database.db)
  const from = new Date('2022-09-10T08:00:00Z')
  await addManySignUps(database.db, session, { count, from })
  await addTheirTraces(database.db, session.id, from)
  const started = performance.now()
  await eraseWhatIsDue({ terms, mailDir: '/nowhere', now: addMonths(moments2022.endsAt, 3) })
  const seconds = (performance.now() - started) / 1000
  process.stdout.write(`${count} sign-ups were erased in ${seconds.toFixed(1)} s\n`)
  expect(await database.db.registration.count({ where: { erasedAt: null } })).toBe(0)
  expect(await database.db.message.count({ where: { html: { not: null } } })).toBe(0)
  expect(await database.db.auditEntry.count({ where: { action: 'privacy.names-erased' } })).toBeLessThan(10)
  expect(seconds).toBeLessThan(60)
}, 120_000)
