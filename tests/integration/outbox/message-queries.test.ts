import { beforeAll, expect, test } from 'vitest'
import { listMessages, listSessionMessages } from '@/lib/outbox/message-queries'
import type { MessageKind } from '@/lib/outbox/schema'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { enqueueConfirmations, october } from '@/tests/support/outbox'

const { db } = await createTestDatabase()
let registrationId = ''
let sessionId = ''
beforeAll(async () => {
  const { session, registrationIds } = await enqueueConfirmations(db, 2)
  sessionId = session.id
  registrationId = registrationIds[0] ?? ''
})

test.each([
  ['waiting', {}],
  ['retrying', { attempts: 1 }],
  ['sent', { sentAt: october, attempts: 2 }],
  ['failed', { failedAt: october, attempts: 1 }],
  ['cancelled', { cancelledAt: october, attempts: 0 }],
] as const)('the list of a participant shows the state of each message: %s', async (state, data) => {
  const afresh = { sentAt: null, failedAt: null, cancelledAt: null }
  await db.message.updateMany({ where: { registrationId }, data: { ...afresh, ...data } })
  expect(await listMessages(registrationId)).toMatchObject([{ kind: 'confirmation', state, at: october }])
})

test.each([
  ['voorbeeld', 2],
  ['VOORBEELD 1', 1],
  ['voorbeeld-0@', 1],
  ['example.nl', 2],
  ['%', 0],
  ['_', 0],
  ['\\\\', 0],
  ["' OR true --", 0],
])('messages are found by part of the name or address of the recipient: %s', async (search, count) => {
  expect(await listSessionMessages({ sessionId, page: 1, search })).toMatchObject({ total: count })
})

test('messages are found by mail kind', async () => {
  const found = (kind: MessageKind) => listSessionMessages({ sessionId, page: 1, kind })
  expect(await found('confirmation')).toMatchObject({ total: 2 })
  expect(await found('customMessage')).toMatchObject({ total: 0, rows: [] })
})
