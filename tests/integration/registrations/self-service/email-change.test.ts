import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createPersonalToken, verifyPersonalToken } from '@/lib/personal-links/token'
import { registerParticipant } from '@/lib/registrations/register'
import { cancelOwnRegistration } from '@/lib/registrations/self-service/commands'
import { confirmEmailChange, getEmailChangeRequest } from '@/lib/registrations/self-service/confirm-email-change'
import { findPendingEmailChange, getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { requestEmailChange, withdrawEmailChange } from '@/lib/registrations/self-service/request-email-change'
import {
  emailChangeHours,
  emailChangeRequestsPerDay,
  repeatRequestMinutes,
} from '@/lib/registrations/self-service/rules'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { deliverAllDue, transportTo } from '@/tests/support/outbox'
import { startSmtpServer } from '@/tests/support/servers/smtp-server'
import { confirmLinkIn, linksIn } from './mail-links'

const now = new Date('2022-10-01T08:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 60 * 60 * 1000)
const oldEmail = 'voorbeeld@utrecht.example.nl'
const newEmail = 'nieuw@example.nl'

let database: TestDatabase
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
let transport: ReturnType<typeof transportTo>
let session: Awaited<ReturnType<typeof createTestSession>>
let id: string
let token: string
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
beforeEach(async () => {
  await database.db.rateLimit.deleteMany()
  await database.db.message.deleteMany()
  smtp.received.length = 0
  session = await createTestSession(database.db)
  const result = await registerParticipant(registrationInputFor(session), { now })
  if (!result.ok) throw new Error(result.reason)
  id = result.value.id
  token = createPersonalToken('manage', result.value)
})

const requestChange = (email = newEmail, at = now) => requestEmailChange(token, email, { now: at })
const requests = () => database.db.emailChangeRequest.findMany({ where: { registrationId: id } })
const pending = async () => createPersonalToken('new-address', { id: (await requests())[0]?.id ?? '', tokenVersion: 1 })
const registration = () => database.db.registration.findUniqueOrThrow({ where: { id } })
const done = { ok: true, value: null }

async function delivered(at = now) {
  smtp.received.length = 0
  await deliverAllDue(transport, at)
  return smtp.received.map(linksIn)
}

test('mails only the new address, with a link that opens nothing else', async () => {
  await delivered()
  expect(await requestChange()).toEqual(done)
  const [mail, ...more] = await delivered()
  expect(more).toEqual([])
  expect(mail?.to).toBe(newEmail)
  expect(mail?.links).toEqual([`aanmelding/nieuw-adres ${await pending()}`])
  expect(verifyPersonalToken('manage', await pending())).toBeNull()
  expect(await registration()).toMatchObject({ email: oldEmail, tokenVersion: 1 })
  expect(await findPendingEmailChange({ id, tokenVersion: 1 }, now)).toMatchObject({ email: newEmail })
})

test('opening the link changes nothing; pressing the button does, tells the old address and makes its links dead', async () => {
  await delivered()
  await requestChange()
  await delivered()
  expect(await getEmailChangeRequest(await pending(), now)).toMatchObject({
    email: newEmail,
    confirmed: false,
    refusal: null,
  })
  expect(await registration()).toMatchObject({ email: oldEmail, tokenVersion: 1 })
  expect(await confirmEmailChange(await pending(), { now: hours(1) })).toEqual({
    ok: true,
    value: { id, tokenVersion: 2 },
  })
  expect(await registration()).toMatchObject({ email: newEmail, normalizedEmail: newEmail, tokenVersion: 2 })
  expect(await getOwnRegistration(token)).toBeNull()
  const mails = await delivered(hours(1))
  const own = createPersonalToken('manage', { id, tokenVersion: 2 })
  expect(mails.toSorted((one, other) => one.to.localeCompare(other.to))).toEqual([
    { to: newEmail, links: [`aanmelding ${own}`] },
    { to: oldEmail, links: [] },
  ])
  expect((await getOwnRegistration(own))?.email).toBe(newEmail)
  const change = await database.db.registrationChange.findFirstOrThrow({ where: { registrationId: id } })
  expect(change).toMatchObject({ field: 'email', before: oldEmail, after: newEmail, actorType: 'participant' })
})

test('a mail that was frozen for the old address and is tried again goes to the new one, with its links', async () => {
  smtp.behaviour = 'drop-after-data'
  await delivered()
  const frozen = await database.db.message.findFirstOrThrow({ where: { kind: 'confirmation' } })
  expect(frozen).toMatchObject({ toAddress: oldEmail, sentAt: null })
  smtp.behaviour = 'accept'
  await requestChange()
  await confirmEmailChange(await pending(), { now: hours(1) })
  const own = createPersonalToken('manage', { id, tokenVersion: 2 })
  const mails = (await delivered(hours(1))).filter(({ links }) => links.length > 0)
  expect(mails.length).toBe(2)
  for (const mail of mails) expect(mail).toEqual({ to: newEmail, links: [`aanmelding ${own}`] })
})

test('confirmed twice, also at once, is once', async () => {
  await requestChange()
  const link = await pending()
  const results = await Promise.all([1, 2, 3].map(() => confirmEmailChange(link, { now: hours(1) })))
  expect(results).toEqual(Array(3).fill({ ok: true, value: { id, tokenVersion: 2 } }))
  expect(await confirmEmailChange(link, { now: hours(2) })).toEqual({ ok: true, value: { id, tokenVersion: 2 } })
  expect(await getEmailChangeRequest(link, hours(2))).toMatchObject({ confirmed: true })
  expect(await database.db.registrationChange.count({ where: { registrationId: id } })).toBe(1)
  expect(await database.db.message.count({ where: { registrationId: id, kind: 'address-changed' } })).toBe(1)
})

test('answers the same for an address that is signed up; only its owner hears so, and nothing changes', async () => {
  const other = await registerParticipant(registrationInputFor(session, { email: newEmail }), { now })
  expect(other.ok).toBe(true)
  expect(await requestChange()).toEqual(done)
  expect(await getEmailChangeRequest(await pending(), now)).toMatchObject({ refusal: 'address-taken' })
  expect(await confirmEmailChange(await pending(), { now })).toEqual({ ok: false, reason: 'address-taken' })
  expect(await registration()).toMatchObject({ email: oldEmail, tokenVersion: 1 })
  expect(await database.db.message.count({ where: { registrationId: id, kind: 'address-changed' } })).toBe(0)
})

test('of two sign-ups that become the same address at once one does', async () => {
  const other = await registerParticipant(registrationInputFor(session, { email: 'derde@example.nl' }), { now })
  if (!other.ok) throw new Error(other.reason)
  await requestChange()
  await requestEmailChange(createPersonalToken('manage', other.value), newEmail, { now })
  const both = await database.db.emailChangeRequest.findMany({
    where: { email: newEmail, registration: { sessionId: session.id } },
  })
  const links = both.map((request) => createPersonalToken('new-address', request))
  expect(links).toHaveLength(2)
  const results = await Promise.all(links.map((link) => confirmEmailChange(link, { now })))
  expect(results.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['address-taken', 'ok'])
})

test('pressed twice at once it is one request; a newer one, and keeping the old address, make the link before dead', async () => {
  await Promise.all([requestChange(), requestChange()])
  expect(await requests()).toHaveLength(1)
  const entry = { subjectId: id, action: 'emailChangeRequested' } as const
  expect(await database.db.auditEntry.count({ where: entry })).toBe(1)
  const first = await pending()
  expect(await requestChange('beter@example.nl', hours(1))).toEqual(done)
  expect(await confirmEmailChange(first, { now: hours(1) })).toEqual({ ok: false, reason: 'unknown-link' })
  expect((await delivered(hours(1))).map(({ to }) => to).sort()).toEqual(['beter@example.nl', oldEmail])
  const second = await pending()
  expect(await withdrawEmailChange(token, { now: hours(1) })).toEqual(done)
  expect(await withdrawEmailChange(token, { now: hours(1) })).toEqual(done)
  expect(await confirmEmailChange(second, { now: hours(1) })).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await database.db.auditEntry.count({ where: { subjectId: id, action: 'emailChangeWithdrawn' } })).toBe(1)
})

test('asked again for the same address it is one request for some minutes, and then mailed anew with another link', async () => {
  await delivered()
  await requestChange()
  const [mail] = await delivered()
  expect(await requestChange(newEmail, new Date(hours(repeatRequestMinutes / 60).getTime() - 1))).toEqual(done)
  expect(await delivered()).toEqual([])
  expect(await requestChange(newEmail, hours(repeatRequestMinutes / 60))).toEqual(done)
  const [again] = await delivered(hours(repeatRequestMinutes / 60))
  expect(again?.to).toBe(newEmail)
  expect(again?.links).not.toEqual(mail?.links)
  expect(await confirmEmailChange(confirmLinkIn(mail), { now: hours(1) })).toEqual({
    ok: false,
    reason: 'unknown-link',
  })
  expect(await confirmEmailChange(confirmLinkIn(again), { now: hours(1) })).toMatchObject({ ok: true })
})

test('is confirmed also when the gemeente of before is gone from the list', async () => {
  await database.db.registration.update({ where: { id }, data: { municipalityCode: 'GM9999' } })
  await requestChange()
  expect(await confirmEmailChange(await pending(), { now })).toMatchObject({ ok: true })
  expect(await registration()).toMatchObject({ email: newEmail, municipalityCode: 'GM9999' })
})

test('works two days, and no longer once the address changed otherwise', async () => {
  await requestChange()
  const link = await pending()
  expect(await getEmailChangeRequest(link, hours(emailChangeHours - 0.01))).toMatchObject({ refusal: null })
  expect(await confirmEmailChange(link, { now: hours(emailChangeHours) })).toEqual({ ok: false, reason: 'expired' })
  await database.db.registration.update({ where: { id }, data: { tokenVersion: 2 } })
  expect(await confirmEmailChange(link, { now })).toEqual({ ok: false, reason: 'expired' })
})

test('mails at most a few a day: of one sign-up, and to one address', async () => {
  for (let count = 0; count < emailChangeRequestsPerDay; count++)
    expect(await requestChange(`${count}@example.nl`)).toEqual(done)
  expect(await requestChange()).toEqual({ ok: false, reason: 'too-many' })
  await database.db.rateLimit.deleteMany()
  for (let count = 0; count < emailChangeRequestsPerDay; count++) {
    expect(await requestChange('slachtoffer@example.nl', hours(count))).toEqual(done)
    await database.db.rateLimit.deleteMany({ where: { key: { startsWith: 'address-of-sign-up' } } })
  }
  expect(await requestChange('Slachtoffer@example.nl ', hours(3))).toEqual({ ok: false, reason: 'too-many' })
})

test('is refused for the address that it is, for who cancelled, and with a dead link', async () => {
  expect(await requestChange(oldEmail.toUpperCase())).toEqual({ ok: false, reason: 'same-address' })
  await requestChange()
  await cancelOwnRegistration(token, { now })
  expect(await requestChange('ander@example.nl')).toEqual({ ok: false, reason: 'locked' })
  expect(await confirmEmailChange(await pending(), { now })).toEqual({ ok: false, reason: 'locked' })
  await database.db.registration.update({ where: { id }, data: { tokenVersion: 2 } })
  expect(await requestChange()).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await withdrawEmailChange(token, { now })).toEqual({ ok: false, reason: 'unknown-link' })
})

test('who is offered a place gets that link anew, and who was there afterwards hears what stands now', async () => {
  const kinds = async () =>
    (await database.db.message.findMany({ where: { registrationId: id }, orderBy: { createdAt: 'asc' } })).map(
      ({ kind }) => kind,
    )
  const offer = { waitlistedAt: now, offerExpiresAt: hours(48) }
  await database.db.registration.update({ where: { id }, data: offer })
  await requestChange()
  await confirmEmailChange(await pending(), { now: hours(1) })
  expect((await kinds()).sort()).toEqual(['address-changed', 'address-confirm', 'confirmation', 'place-offered'])

  await database.db.message.deleteMany()
  await database.db.registration.update({ where: { id }, data: { waitlistedAt: null, offerExpiresAt: null } })
  token = createPersonalToken('manage', { id, tokenVersion: 2 })
  const afterwards = new Date(session.endsAt.getTime() + 1)
  await requestChange('later@example.nl', afterwards)
  const [request] = await database.db.emailChangeRequest.findMany({ where: { registrationId: id, confirmedAt: null } })
  await confirmEmailChange(createPersonalToken('new-address', { id: request?.id ?? '', tokenVersion: 2 }), {
    now: afterwards,
  })
  const mails = await delivered(afterwards)
  expect(mails.map(({ to }) => to).sort()).toEqual(['later@example.nl', newEmail])
})
