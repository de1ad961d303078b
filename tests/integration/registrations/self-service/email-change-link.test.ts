import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createPersonalToken } from '@/lib/personal-links/token'
import { registerParticipant } from '@/lib/registrations/register'
import { confirmEmailChange, getEmailChangeRequest } from '@/lib/registrations/self-service/confirm-email-change'
import { requestEmailChange, withdrawEmailChange } from '@/lib/registrations/self-service/request-email-change'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { deliverAllDue, transportTo } from '@/tests/support/outbox'
import { startSmtpServer } from '@/tests/support/servers/smtp-server'
import { confirmLinkIn, linksIn } from './mail-links'

// A link that somebody read in a box of their own never opens a request for somebody else's: that would give them the address
// of another, and tell them whether it is signed up.

const now = new Date('2022-10-01T08:00:00Z')
const mine = 'mijn-tweede@example.nl'
const victim = 'slachtoffer@example.nl'

let database: TestDatabase
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
let transport: ReturnType<typeof transportTo>
beforeAll(async () => {
  database = await createTestDatabase()
  smtp = await startSmtpServer({ behaviour: 'accept' })
  transport = transportTo(smtp.url)
})
afterAll(async () => {
  transport.close()
  await smtp.close()
  await database.drop()
})

let session: Awaited<ReturnType<typeof createTestSession>>
let own: { id: string; token: string }
/** The link to confirm `mine`, read in that box. */
let link: string
beforeEach(async () => {
  await database.db.rateLimit.deleteMany()
  session = await createTestSession(database.db)
  own = await signUp('voorbeeld@utrecht.example.nl')
  await signUp(victim)
  await delivered()
  await requestChange(mine)
  link = confirmLinkIn((await delivered())[0])
  expect(await getEmailChangeRequest(link, now)).toMatchObject({ email: mine, refusal: null })
})

async function signUp(email: string) {
  const result = await registerParticipant(registrationInputFor(session, { email }), { now })
  if (!result.ok) throw new Error(result.reason)
  return { id: result.value.id, token: createPersonalToken('manage', result.value) }
}

const requestChange = (email: string, token = own.token) => requestEmailChange(token, email, { now })

async function delivered() {
  smtp.received.length = 0
  await deliverAllDue(transport, now)
  return smtp.received.map(linksIn)
}

async function expectDead() {
  expect(await getEmailChangeRequest(link, now)).toBeNull()
  expect(await confirmEmailChange(link, { now })).toEqual({ ok: false, reason: 'unknown-link' })
  const { email } = await database.db.registration.findUniqueOrThrow({ where: { id: own.id } })
  expect(email).toBe('voorbeeld@utrecht.example.nl')
}

test('not after the old address was kept', async () => {
  await withdrawEmailChange(own.token, { now })
  await requestChange(victim)
  await expectDead()
  expect((await delivered()).map(({ to }) => to)).toEqual([victim])
})

test('not after another was asked', async () => {
  await requestChange('nog-een@example.nl')
  await requestChange(victim)
  await expectDead()
})

test('not when another sign-up asks', async () => {
  const other = await signUp('derde@example.nl')
  await withdrawEmailChange(own.token, { now })
  await requestChange(victim, other.token)
  await expectDead()
})

test('nor a later one for the same box, once the old address was kept', async () => {
  await withdrawEmailChange(own.token, { now })
  await requestChange(mine)
  await expectDead()
  expect(confirmLinkIn((await delivered())[0])).not.toBe(link)
})

test('and a mail that had not gone out when another was asked does not go', async () => {
  await requestChange('nog-een@example.nl')
  await requestChange(victim)
  expect((await delivered()).map(({ to }) => to)).toEqual([victim])
})
