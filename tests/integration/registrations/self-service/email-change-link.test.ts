import { beforeEach, expect, test } from 'vitest'
import { createPersonalToken } from '@/lib/personal-links/token'
import {
  confirmEmailChange,
  getEmailChangeRequest,
  requestEmailChange,
  withdrawEmailChange,
} from '@/lib/registrations/self-service/email-change'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { deliverAllDue } from '@/tests/support/outbox'
import { registeredOwner } from '@/tests/support/registered'
import { startSmtpForFile } from '@/tests/support/servers/smtp-for-file'
import { confirmLinkIn, linksIn } from './mail-links'

// The link to one address must never confirm a request for another address: the participant would take over an address
// of someone else, and learn whether it is registered.

const now = new Date('2022-10-01T08:00:00Z')
const ownAddress = 'mijn-tweede@example.nl'
const victim = 'slachtoffer@example.nl'

const { db } = await createTestDatabase()
const { smtp, transport } = await startSmtpForFile()

let session: Awaited<ReturnType<typeof createTestSession>>
let own: { id: string; token: string }
/** The confirmation link in the mail to `ownAddress`. */
let link: string
beforeEach(async () => {
  await db.rateLimit.deleteMany()
  session = await createTestSession(db)
  own = await register('voorbeeld@utrecht.example.nl')
  await register(victim)
  await delivered()
  await requestChange(ownAddress)
  link = confirmLinkIn((await delivered())[0])
  expect(await getEmailChangeRequest(link, now)).toMatchObject({ email: ownAddress, refusal: null })
})

async function register(email: string) {
  const result = await registeredOwner(registrationInputFor(session, { email }), now)
  return { id: result.id, token: createPersonalToken('manage', result) }
}

const requestChange = (email: string, token = own.token) => requestEmailChange(token, email, { now })

async function delivered() {
  smtp.received.length = 0
  await deliverAllDue(transport, now)
  return smtp.received.map(linksIn)
}

async function expectLinkDoesNotWork() {
  expect(await getEmailChangeRequest(link, now)).toBeNull()
  expect(await confirmEmailChange(link, { now })).toEqual({ ok: false, reason: 'unknown-link' })
  const { email } = await db.registration.findUniqueOrThrow({ where: { id: own.id } })
  expect(email).toBe('voorbeeld@utrecht.example.nl')
}

test('a confirmation link stops working when the request is withdrawn', async () => {
  await withdrawEmailChange(own.token, { now })
  await requestChange(victim)
  await expectLinkDoesNotWork()
  expect((await delivered()).map(({ to }) => to)).toEqual([victim])
})

test('a confirmation link stops working when another address is requested', async () => {
  await requestChange('nog-een@example.nl')
  await requestChange(victim)
  await expectLinkDoesNotWork()
})

test('a confirmation link does not work for the request of another registration', async () => {
  const other = await register('derde@example.nl')
  await withdrawEmailChange(own.token, { now })
  await requestChange(victim, other.token)
  await expectLinkDoesNotWork()
})

test('a confirmation link does not work for a later request of the same address', async () => {
  await withdrawEmailChange(own.token, { now })
  await requestChange(ownAddress)
  await expectLinkDoesNotWork()
  expect(confirmLinkIn((await delivered())[0])).not.toBe(link)
})

test('an unsent confirmation mail is not sent once another address is requested', async () => {
  await requestChange('nog-een@example.nl')
  await requestChange(victim)
  expect((await delivered()).map(({ to }) => to)).toEqual([victim])
})
