import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMessages } from '@/lib/messages/queries'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { october, queueConfirmations } from './outbox'

let database: TestDatabase
let registrationId = ''
beforeAll(async () => {
  database = await createTestDatabase()
  registrationId = (await queueConfirmations(database.db, 2)).registrationIds[0] ?? ''
})
afterAll(() => database.drop())

test.each([
  ['waiting', {}],
  ['retrying', { attempts: 1 }],
  ['sent', { sentAt: october, attempts: 2 }],
  ['failed', { failedAt: october, attempts: 1 }],
  ['dropped', { droppedAt: october, attempts: 0 }],
] as const)('a mail about a sign-up is listed with what became of it: %s', async (state, data) => {
  const afresh = { sentAt: null, failedAt: null, droppedAt: null }
  await database.db.message.updateMany({ where: { registrationId }, data: { ...afresh, ...data } })
  expect(await listMessages(registrationId)).toMatchObject([{ kind: 'confirmation', state, at: october }])
})
