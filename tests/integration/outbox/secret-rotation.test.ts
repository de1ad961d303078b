import { afterEach, expect, test } from 'vitest'
import { releaseSession } from '@/lib/sessions/release'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, deliverDue, enqueueConfirmations, october, transportTo } from '@/tests/support/outbox'
import { startSmtpServer } from '@/tests/support/servers/smtp-server'

const currentSecret = process.env.APP_SECRET ?? ''
const newSecret = 'nieuw-nieuw-nieuw-nieuw-nieuw-nieuw'

const { db } = await createTestDatabase()
afterEach(() => {
  process.env.APP_SECRET = currentSecret
})

/** The mail with link and agenda, offered a first time under the secret of before and once more under `secrets`. */
async function attemptTwice(secrets: string) {
  const { session } = await enqueueConfirmations(db, 1)
  await db.message.deleteMany()
  const release = {
    sessionId: session.id,
    onlineLink: 'https://v.example.nl/1',
    agenda: 'Welkom',
    after: 0,
    expected: 1,
  }
  await releaseSession(release, { now: october, organiserId: 'organisator' })
  const smtp = await startSmtpServer({ behaviour: 'drop-after-data' })
  const transport = transportTo(smtp.url)
  await deliverDue(transport, october)
  process.env.APP_SECRET = secrets
  smtp.behaviour = 'accept'
  await deliverDue(transport, addSeconds(october, 3600))
  transport.close()
  await smtp.close()
  return smtp.received.map(({ raw }) => raw)
}

test('a retry after APP_SECRET got a new first secret sends the same bytes', async () => {
  const [first, second, ...more] = await attemptTwice(`${newSecret},${currentSecret}`)
  expect(first).toMatch(/deelnemen/)
  expect(second).toBe(first)
  expect(more).toEqual([])
})

test('a retry after the old secret was removed sends links signed with the current one', async () => {
  const [first, second] = await attemptTwice(newSecret)
  expect(second).toMatch(/deelnemen/)
  expect(second).not.toBe(first)
})

test('the database holds no secret and nothing derived from it except its key id', async () => {
  const { signingKeyId } = await db.messageContent.findFirstOrThrow()
  expect(signingKeyId).toMatch(/^[\w-]{12}$/)
  expect(currentSecret + newSecret).not.toContain(signingKeyId)
})
