import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askAddress, keepAddress } from '@/lib/own-sign-up/address'
import { cancelOwn } from '@/lib/own-sign-up/commands'
import { confirmAddress, getAddressRequest } from '@/lib/own-sign-up/confirm-address'
import { findPendingAddress, getOwnSignUp } from '@/lib/own-sign-up/queries'
import { addressAgainMinutes, addressHours, addressRequestsPerDay } from '@/lib/own-sign-up/rules'
import { personalToken, readPersonalToken } from '@/lib/platform/personal-token'
import { registerParticipant } from '@/lib/registrations/commands'
import { deliverAllDue, transportTo } from '@/tests/integration/messages/outbox'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { makeSession, signUpFor } from '@/tests/support/sign-up'
import { startSmtp } from '@/tests/support/smtp'
import { confirmLinkIn, linksIn } from './mail-links'

const now = new Date('2022-10-01T08:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 60 * 60 * 1000)
const old = 'voorbeeld@utrecht.example.nl'
const next = 'nieuw@example.nl'

let database: TestDatabase
let smtp: Awaited<ReturnType<typeof startSmtp>>
let transport: ReturnType<typeof transportTo>
let session: Awaited<ReturnType<typeof makeSession>>
let id: string
let token: string
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
beforeEach(async () => {
  await database.db.rateLimit.deleteMany()
  await database.db.message.deleteMany()
  smtp.received.length = 0
  session = await makeSession(database.db)
  const result = await registerParticipant(signUpFor(session), { now })
  if (!result.ok) throw new Error(result.reason)
  id = result.value.id
  token = personalToken('manage', result.value)
})

const ask = (email = next, at = now) => askAddress(token, email, { now: at })
const requests = () => database.db.addressRequest.findMany({ where: { registrationId: id } })
const pending = async () => personalToken('new-address', { id: (await requests())[0]?.id ?? '', linkVersion: 1 })
const registration = () => database.db.registration.findUniqueOrThrow({ where: { id } })
const done = { ok: true, value: null }

async function delivered(at = now) {
  smtp.received.length = 0
  await deliverAllDue(transport, at)
  return smtp.received.map(linksIn)
}

test('mails only the new address, with a link that opens nothing else', async () => {
  await delivered()
  expect(await ask()).toEqual(done)
  const [mail, ...more] = await delivered()
  expect(more).toEqual([])
  expect(mail?.to).toBe(next)
  expect(mail?.links).toEqual([`aanmelding/nieuw-adres ${await pending()}`])
  expect(readPersonalToken('manage', await pending())).toBeNull()
  expect(await registration()).toMatchObject({ email: old, linkVersion: 1 })
  expect(await findPendingAddress({ id, linkVersion: 1 }, now)).toMatchObject({ email: next })
})

test('opening the link changes nothing; pressing the button does, tells the old address and makes its links dead', async () => {
  await delivered()
  await ask()
  await delivered()
  expect(await getAddressRequest(await pending(), now)).toMatchObject({ email: next, confirmed: false, refusal: null })
  expect(await registration()).toMatchObject({ email: old, linkVersion: 1 })
  expect(await confirmAddress(await pending(), { now: hours(1) })).toEqual({ ok: true, value: { id, linkVersion: 2 } })
  expect(await registration()).toMatchObject({ email: next, emailKey: next, linkVersion: 2 })
  expect(await getOwnSignUp(token)).toBeNull()
  const mails = await delivered(hours(1))
  const own = personalToken('manage', { id, linkVersion: 2 })
  expect(mails.toSorted((one, other) => one.to.localeCompare(other.to))).toEqual([
    { to: next, links: [`aanmelding ${own}`] },
    { to: old, links: [] },
  ])
  expect((await getOwnSignUp(own))?.email).toBe(next)
  const change = await database.db.registrationChange.findFirstOrThrow({ where: { registrationId: id } })
  expect(change).toMatchObject({ field: 'email', before: old, after: next, actor: 'participant' })
})

test('a mail that was frozen for the old address and is tried again goes to the new one, with its links', async () => {
  smtp.behaviour = 'drop-after-data'
  await delivered()
  const frozen = await database.db.message.findFirstOrThrow({ where: { kind: 'confirmation' } })
  expect(frozen).toMatchObject({ toAddress: old, sentAt: null })
  smtp.behaviour = 'accept'
  await ask()
  await confirmAddress(await pending(), { now: hours(1) })
  const own = personalToken('manage', { id, linkVersion: 2 })
  const mails = (await delivered(hours(1))).filter(({ links }) => links.length > 0)
  expect(mails.length).toBe(2)
  for (const mail of mails) expect(mail).toEqual({ to: next, links: [`aanmelding ${own}`] })
})

test('confirmed twice, also at once, is once', async () => {
  await ask()
  const link = await pending()
  const results = await Promise.all([1, 2, 3].map(() => confirmAddress(link, { now: hours(1) })))
  expect(results).toEqual(Array(3).fill({ ok: true, value: { id, linkVersion: 2 } }))
  expect(await confirmAddress(link, { now: hours(2) })).toEqual({ ok: true, value: { id, linkVersion: 2 } })
  expect(await getAddressRequest(link, hours(2))).toMatchObject({ confirmed: true })
  expect(await database.db.registrationChange.count({ where: { registrationId: id } })).toBe(1)
  expect(await database.db.message.count({ where: { registrationId: id, kind: 'address-changed' } })).toBe(1)
})

test('answers the same for an address that is signed up; only its owner hears so, and nothing changes', async () => {
  const other = await registerParticipant(signUpFor(session, { email: next }), { now })
  expect(other.ok).toBe(true)
  expect(await ask()).toEqual(done)
  expect(await getAddressRequest(await pending(), now)).toMatchObject({ refusal: 'address-taken' })
  expect(await confirmAddress(await pending(), { now })).toEqual({ ok: false, reason: 'address-taken' })
  expect(await registration()).toMatchObject({ email: old, linkVersion: 1 })
  expect(await database.db.message.count({ where: { registrationId: id, kind: 'address-changed' } })).toBe(0)
})

test('of two sign-ups that become the same address at once one does', async () => {
  const other = await registerParticipant(signUpFor(session, { email: 'derde@example.nl' }), { now })
  if (!other.ok) throw new Error(other.reason)
  await ask()
  await askAddress(personalToken('manage', other.value), next, { now })
  const both = await database.db.addressRequest.findMany({
    where: { email: next, registration: { sessionId: session.id } },
  })
  const links = both.map((request) => personalToken('new-address', request))
  expect(links).toHaveLength(2)
  const results = await Promise.all(links.map((link) => confirmAddress(link, { now })))
  expect(results.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['address-taken', 'ok'])
})

test('pressed twice at once it is one request; a newer one, and keeping the old address, make the link before dead', async () => {
  await Promise.all([ask(), ask()])
  expect(await requests()).toHaveLength(1)
  const entry = { subjectId: id, action: 'registration.address-asked' }
  expect(await database.db.auditEntry.count({ where: entry })).toBe(1)
  const first = await pending()
  expect(await ask('beter@example.nl', hours(1))).toEqual(done)
  expect(await confirmAddress(first, { now: hours(1) })).toEqual({ ok: false, reason: 'unknown-link' })
  expect((await delivered(hours(1))).map(({ to }) => to).sort()).toEqual(['beter@example.nl', old])
  const second = await pending()
  expect(await keepAddress(token, { now: hours(1) })).toEqual(done)
  expect(await keepAddress(token, { now: hours(1) })).toEqual(done)
  expect(await confirmAddress(second, { now: hours(1) })).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await database.db.auditEntry.count({ where: { subjectId: id, action: 'registration.address-kept' } })).toBe(1)
})

test('asked again for the same address it is one request for some minutes, and then mailed anew with another link', async () => {
  await delivered()
  await ask()
  const [mail] = await delivered()
  expect(await ask(next, new Date(hours(addressAgainMinutes / 60).getTime() - 1))).toEqual(done)
  expect(await delivered()).toEqual([])
  expect(await ask(next, hours(addressAgainMinutes / 60))).toEqual(done)
  const [again] = await delivered(hours(addressAgainMinutes / 60))
  expect(again?.to).toBe(next)
  expect(again?.links).not.toEqual(mail?.links)
  expect(await confirmAddress(confirmLinkIn(mail), { now: hours(1) })).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await confirmAddress(confirmLinkIn(again), { now: hours(1) })).toMatchObject({ ok: true })
})

test('is confirmed also when the gemeente of before is gone from the list', async () => {
  await database.db.registration.update({ where: { id }, data: { municipalityCode: 'GM9999' } })
  await ask()
  expect(await confirmAddress(await pending(), { now })).toMatchObject({ ok: true })
  expect(await registration()).toMatchObject({ email: next, municipalityCode: 'GM9999' })
})

test('works two days, and no longer once the address changed otherwise', async () => {
  await ask()
  const link = await pending()
  expect(await getAddressRequest(link, hours(addressHours - 0.01))).toMatchObject({ refusal: null })
  expect(await confirmAddress(link, { now: hours(addressHours) })).toEqual({ ok: false, reason: 'expired' })
  await database.db.registration.update({ where: { id }, data: { linkVersion: 2 } })
  expect(await confirmAddress(link, { now })).toEqual({ ok: false, reason: 'expired' })
})

test('mails at most a few a day: of one sign-up, and to one address', async () => {
  for (let count = 0; count < addressRequestsPerDay; count++) expect(await ask(`${count}@example.nl`)).toEqual(done)
  expect(await ask()).toEqual({ ok: false, reason: 'too-many' })
  await database.db.rateLimit.deleteMany()
  for (let count = 0; count < addressRequestsPerDay; count++) {
    expect(await ask('slachtoffer@example.nl', hours(count))).toEqual(done)
    await database.db.rateLimit.deleteMany({ where: { key: { startsWith: 'address-of-sign-up' } } })
  }
  expect(await ask('Slachtoffer@example.nl ', hours(3))).toEqual({ ok: false, reason: 'too-many' })
})

test('is refused for the address that it is, for who cancelled, and with a dead link', async () => {
  expect(await ask(old.toUpperCase())).toEqual({ ok: false, reason: 'same-address' })
  await ask()
  await cancelOwn(token, { now })
  expect(await ask('ander@example.nl')).toEqual({ ok: false, reason: 'locked' })
  expect(await confirmAddress(await pending(), { now })).toEqual({ ok: false, reason: 'locked' })
  await database.db.registration.update({ where: { id }, data: { linkVersion: 2 } })
  expect(await ask()).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await keepAddress(token, { now })).toEqual({ ok: false, reason: 'unknown-link' })
})

test('who is offered a place gets that link anew, and who was there afterwards hears what stands now', async () => {
  const kinds = async () =>
    (await database.db.message.findMany({ where: { registrationId: id }, orderBy: { createdAt: 'asc' } })).map(
      ({ kind }) => kind,
    )
  const offer = { waitingSince: now, offerExpiresAt: hours(48) }
  await database.db.registration.update({ where: { id }, data: offer })
  await ask()
  await confirmAddress(await pending(), { now: hours(1) })
  expect((await kinds()).sort()).toEqual(['address-changed', 'address-confirm', 'confirmation', 'place-offered'])

  await database.db.message.deleteMany()
  await database.db.registration.update({ where: { id }, data: { waitingSince: null, offerExpiresAt: null } })
  token = personalToken('manage', { id, linkVersion: 2 })
  const afterwards = new Date(session.endsAt.getTime() + 1)
  await ask('later@example.nl', afterwards)
  const [request] = await database.db.addressRequest.findMany({ where: { registrationId: id, confirmedAt: null } })
  await confirmAddress(personalToken('new-address', { id: request?.id ?? '', linkVersion: 2 }), { now: afterwards })
  const mails = await delivered(afterwards)
  expect(mails.map(({ to }) => to).sort()).toEqual(['later@example.nl', next])
})
