import { expect, test } from 'vitest'
import { addMonths } from '@/lib/platform/time'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addMailAuditAndTriage, addManyRegistrations } from '@/tests/support/fixtures/many-registrations'
import { createTestSession, sessionTimes2022 } from '@/tests/support/fixtures/session'

const count = 2_000
const periods = { needsDays: 28, namesMonths: 3, auditLogMonths: 60 }

const { db } = await createTestDatabase()

test(`purges ${count} registrations of one session within a minute, in few transactions`, async () => {
  const session = await createTestSession(db)
  const from = new Date('2022-09-10T08:00:00Z')
  await addManyRegistrations(db, session, { count, from })
  await addMailAuditAndTriage(db, session.id, from)
  const started = performance.now()
  await runPurgeJob({ periods, mailDir: '/nowhere', now: addMonths(sessionTimes2022.endsAt, 3) })
  const seconds = (performance.now() - started) / 1000
  process.stdout.write(`${count} registrations were purged in ${seconds.toFixed(1)} s\n`)
  expect(await db.registration.count({ where: { erasedAt: null } })).toBe(0)
  expect(await db.messageContent.count({ where: { html: { not: null } } })).toBe(0)
  expect(await db.auditEntry.count({ where: { action: 'namesPurged' } })).toBeLessThan(10)
  expect(seconds).toBeLessThan(60)
}, 120_000)
