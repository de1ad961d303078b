import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askAddress, keepAddress } from '@/lib/own-sign-up/address'
import { confirmAddress, getAddressRequest } from '@/lib/own-sign-up/confirm-address'
import { personalToken } from '@/lib/platform/personal-token'
import { registerParticipant } from '@/lib/registrations/commands'
import { deliverAllDue, transportTo } from '@/tests/integration/messages/outbox'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { makeSession, signUpFor } from '@/tests/support/sign-up'
import { startSmtp } from '@/tests/support/smtp'
import { confirmLinkIn, linksIn } from './mail-links'

// A link that somebody read in a box of their own never opens a request for somebody else's: that would give them the address
// of another, and tell them whether it is signed up.

const now = new Date('2022-10-01T08:00:00Z')
const mine = 'mijn-tweede@example.nl'
const victim = 'slachtoffer@example.nl'

let database: TestDatabase
let smtp: Awaited<ReturnType<typeof startSmtp>>
let transport: ReturnType<typeof transportTo>
beforeAll(async () => {
  database = await createTestDatabase()
  smtp = await startSmtp({ behaviour: 'accept' })
  transport = transportTo(smtp.url)
})
afterAll(async () => {
  transport.close()
  await smtp.close()
  await database.drop()
})

let session: Awaited<ReturnType<typeof makeSession>>
let own: { id: string; token: string }
/** The link to confirm `mine`, read in that box. */
let link: string
beforeEach(async () => {
  await database.db.rateLimit.deleteMany()
  session = await makeSession(database.db)
  own = await signUp('voorbeeld@utrecht.example.nl')
  await signUp(victim)
  await delivered()
  await ask(mine)
  link = confirmLinkIn((await delivered())[0])
  expect(await getAddressRequest(link, now)).toMatchObject({ email: mine, refusal: null })
})

async function signUp(email: string) {
  const result = await registerParticipant(signUpFor(session, { email }), { now })
  if (!result.ok) throw new Error(result.reason)
  return { id: result.value.id, token: personalToken('manage', result.value) }
}

const ask = (email: string, token = own.token) => askAddress(token, email, { now })

async function delivered() {
  smtp.received.length = 0
  await deliverAllDue(transport, now)
  return smtp.received.map(linksIn)
}

async function expectDead() {
  expect(await getAddressRequest(link, now)).toBeNull()
  expect(await confirmAddress(link, { now })).toEqual({ ok: false, reason: 'unknown-link' })
  const { email } = await database.db.registration.findUniqueOrThrow({ where: { id: own.id } })
  expect(email).toBe('voorbeeld@utrecht.example.nl')
}

test('not after the old address was kept', async () => {
  await keepAddress(own.token, { now })
  await ask(victim)
  await expectDead()
  expect((await delivered()).map(({ to }) => to)).toEqual([victim])
})

test('not after another was asked', async () => {
  await ask('nog-een@example.nl')
  await ask(victim)
  await expectDead()
})

test('not when another sign-up asks', async () => {
  const other = await signUp('derde@example.nl')
  await keepAddress(own.token, { now })
  await ask(victim, other.token)
  await expectDead()
})

test('nor a later one for the same box, once the old address was kept', async () => {
  await keepAddress(own.token, { now })
  await ask(mine)
  await expectDead()
  expect(confirmLinkIn((await delivered())[0])).not.toBe(link)
})

test('and a mail that had not gone out when another was asked does not go', async () => {
  await ask('nog-een@example.nl')
  await ask(victim)
  expect((await delivered()).map(({ to }) => to)).toEqual([victim])
})
