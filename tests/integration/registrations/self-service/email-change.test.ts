import { beforeEach, expect, test } from 'vitest'
import { createPersonalToken, verifyPersonalToken } from '@/lib/personal-links/token'
import { registerParticipant } from '@/lib/registrations/register'
import { cancelOwnRegistration } from '@/lib/registrations/self-service/commands'
import {
  confirmEmailChange,
  getEmailChangeRequest,
  requestEmailChange,
  withdrawEmailChange,
} from '@/lib/registrations/self-service/email-change'
import {
  emailChangeHours,
  emailChangeRequestsPerDay,
  repeatRequestMinutes,
} from '@/lib/registrations/self-service/email-change-rules'
import { findPendingEmailChange, getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { deliverAllDue, findMail } from '@/tests/support/outbox'
import { registeredOwner } from '@/tests/support/registered'
import { startSmtpForFile } from '@/tests/support/servers/smtp-for-file'
import { confirmLinkIn, linksIn } from './mail-links'

const now = new Date('2022-10-01T08:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 60 * 60 * 1000)
const oldEmail = 'voorbeeld@utrecht.example.nl'
const newEmail = 'nieuw@example.nl'

const { db } = await createTestDatabase()
const { smtp, transport } = await startSmtpForFile()
let session: Awaited<ReturnType<typeof createTestSession>>
let id: string
let token: string
beforeEach(async () => {
  await db.rateLimit.deleteMany()
  await db.message.deleteMany()
  smtp.received.length = 0
  session = await createTestSession(db)
  const result = await registeredOwner(registrationInputFor(session), now)
  id = result.id
  token = createPersonalToken('manage', result)
})

const requestChange = (email = newEmail, at = now) => requestEmailChange(token, email, { now: at })
const requests = () => db.emailChangeRequest.findMany({ where: { registrationId: id } })
const pending = async () => createPersonalToken('new-address', { id: (await requests())[0]?.id ?? '', tokenVersion: 1 })
const registration = () => db.registration.findUniqueOrThrow({ where: { id } })
const done = { ok: true, value: null }

async function delivered(at = now) {
  smtp.received.length = 0
  await deliverAllDue(transport, at)
  return smtp.received.map(linksIn)
}

test('mails only the new address, with a link for that purpose only', async () => {
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

test('confirming changes the address, tells the old address and invalidates its links', async () => {
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
  expect(mails.toSorted((a, b) => a.to.localeCompare(b.to))).toEqual([
    { to: newEmail, links: [`aanmelding ${own}`] },
    { to: oldEmail, links: [] },
  ])
  expect((await getOwnRegistration(own))?.email).toBe(newEmail)
  const change = await db.registrationChange.findFirstOrThrow({ where: { registrationId: id } })
  expect(change).toMatchObject({ field: 'email', before: oldEmail, after: newEmail, actorType: 'participant' })
})

test('a retried mail that was rendered for the old address goes to the new one with new links', async () => {
  smtp.behaviour = 'drop-after-data'
  await delivered()
  const rendered = await findMail({ kind: 'confirmation' })
  expect(rendered).toMatchObject({ content: { toAddress: oldEmail }, sentAt: null })
  smtp.behaviour = 'accept'
  await requestChange()
  await confirmEmailChange(await pending(), { now: hours(1) })
  const own = createPersonalToken('manage', { id, tokenVersion: 2 })
  const mails = (await delivered(hours(1))).filter(({ links }) => links.length > 0)
  expect(mails.length).toBe(2)
  for (const mail of mails) expect(mail).toEqual({ to: newEmail, links: [`aanmelding ${own}`] })
})

test('repeated and concurrent confirmations have one effect', async () => {
  await requestChange()
  const link = await pending()
  const results = await Promise.all([1, 2, 3].map(() => confirmEmailChange(link, { now: hours(1) })))
  expect(results).toEqual(Array(3).fill({ ok: true, value: { id, tokenVersion: 2 } }))
  expect(await confirmEmailChange(link, { now: hours(2) })).toEqual({ ok: true, value: { id, tokenVersion: 2 } })
  expect(await getEmailChangeRequest(link, hours(2))).toMatchObject({ confirmed: true })
  expect(await db.registrationChange.count({ where: { registrationId: id } })).toBe(1)
  expect(await db.message.count({ where: { registrationId: id, kind: 'emailChanged' } })).toBe(1)
})

test('the request reveals a registered address only to its owner', async () => {
  const other = await registerParticipant(registrationInputFor(session, { email: newEmail }), { now })
  expect(other.ok).toBe(true)
  expect(await requestChange()).toEqual(done)
  expect(await getEmailChangeRequest(await pending(), now)).toMatchObject({ refusal: 'address-taken' })
  expect(await confirmEmailChange(await pending(), { now })).toEqual({ ok: false, reason: 'address-taken' })
  expect(await registration()).toMatchObject({ email: oldEmail, tokenVersion: 1 })
  expect(await db.message.count({ where: { registrationId: id, kind: 'emailChanged' } })).toBe(0)
})

test('one of two registrations gets the same address when both confirm concurrently', async () => {
  const other = await registeredOwner(registrationInputFor(session, { email: 'derde@example.nl' }), now)
  await requestChange()
  await requestEmailChange(createPersonalToken('manage', other), newEmail, { now })
  const both = await db.emailChangeRequest.findMany({
    where: { email: newEmail, registration: { sessionId: session.id } },
  })
  const links = both.map((request) => createPersonalToken('new-address', request))
  expect(links).toHaveLength(2)
  const results = await Promise.all(links.map((link) => confirmEmailChange(link, { now })))
  expect(results.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['address-taken', 'ok'])
})

test('concurrent requests are one request; a newer request or a withdrawal voids the link', async () => {
  await Promise.all([requestChange(), requestChange()])
  expect(await requests()).toHaveLength(1)
  const entry = { subjectId: id, action: 'emailChangeRequested' } as const
  expect(await db.auditEntry.count({ where: entry })).toBe(1)
  const first = await pending()
  expect(await requestChange('beter@example.nl', hours(1))).toEqual(done)
  expect(await confirmEmailChange(first, { now: hours(1) })).toEqual({ ok: false, reason: 'unknown-link' })
  expect((await delivered(hours(1))).map(({ to }) => to).sort()).toEqual(['beter@example.nl', oldEmail])
  const second = await pending()
  expect(await withdrawEmailChange(token, { now: hours(1) })).toEqual(done)
  expect(await withdrawEmailChange(token, { now: hours(1) })).toEqual(done)
  expect(await confirmEmailChange(second, { now: hours(1) })).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await db.auditEntry.count({ where: { subjectId: id, action: 'emailChangeWithdrawn' } })).toBe(1)
})

test('a repeated request is ignored for some minutes and then mailed with another link', async () => {
  await delivered()
  await requestChange()
  const [mail] = await delivered()
  expect(await requestChange(newEmail, new Date(hours(repeatRequestMinutes / 60).getTime() - 1))).toEqual(done)
  expect(await delivered()).toEqual([])
  expect(await requestChange(newEmail, hours(repeatRequestMinutes / 60))).toEqual(done)
  const [secondMail] = await delivered(hours(repeatRequestMinutes / 60))
  expect(secondMail?.to).toBe(newEmail)
  expect(secondMail?.links).not.toEqual(mail?.links)
  expect(await confirmEmailChange(confirmLinkIn(mail), { now: hours(1) })).toEqual({
    ok: false,
    reason: 'unknown-link',
  })
  expect(await confirmEmailChange(confirmLinkIn(secondMail), { now: hours(1) })).toMatchObject({ ok: true })
})

test('confirming works when the municipality of the registration left the list', async () => {
  await db.registration.update({ where: { id }, data: { municipalityCode: 'GM9999' } })
  await requestChange()
  expect(await confirmEmailChange(await pending(), { now })).toMatchObject({ ok: true })
  expect(await registration()).toMatchObject({ email: newEmail, municipalityCode: 'GM9999' })
})

test('the link expires after two days and when the address changed otherwise', async () => {
  await requestChange()
  const link = await pending()
  expect(await getEmailChangeRequest(link, hours(emailChangeHours - 0.01))).toMatchObject({ refusal: null })
  expect(await confirmEmailChange(link, { now: hours(emailChangeHours) })).toEqual({ ok: false, reason: 'expired' })
  await db.registration.update({ where: { id }, data: { tokenVersion: 2 } })
  expect(await confirmEmailChange(link, { now })).toEqual({ ok: false, reason: 'expired' })
})

test('requests are limited per day, per registration and per address', async () => {
  for (let count = 0; count < emailChangeRequestsPerDay; count++)
    expect(await requestChange(`${count}@example.nl`)).toEqual(done)
  expect(await requestChange()).toEqual({ ok: false, reason: 'too-many' })
  await db.rateLimit.deleteMany()
  for (let count = 0; count < emailChangeRequestsPerDay; count++) {
    expect(await requestChange('slachtoffer@example.nl', hours(count))).toEqual(done)
    await db.rateLimit.deleteMany({ where: { key: { startsWith: 'address-of-sign-up' } } })
  }
  expect(await requestChange('Slachtoffer@example.nl ', hours(3))).toEqual({ ok: false, reason: 'too-many' })
})

test('a request is refused for the current address, a cancelled registration and an outdated link', async () => {
  expect(await requestChange(oldEmail.toUpperCase())).toEqual({ ok: false, reason: 'same-address' })
  await requestChange()
  await cancelOwnRegistration(token, { now })
  expect(await requestChange('ander@example.nl')).toEqual({ ok: false, reason: 'locked' })
  expect(await confirmEmailChange(await pending(), { now })).toEqual({ ok: false, reason: 'locked' })
  await db.registration.update({ where: { id }, data: { tokenVersion: 2 } })
  expect(await requestChange()).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await withdrawEmailChange(token, { now })).toEqual({ ok: false, reason: 'unknown-link' })
})

test('confirming enqueues the offer again, and a change mail after the session', async () => {
  const kinds = async () =>
    (await db.message.findMany({ where: { registrationId: id }, orderBy: { createdAt: 'asc' } })).map(
      ({ kind }) => kind,
    )
  const offer = { waitlistedAt: now, offerExpiresAt: hours(48) }
  await db.registration.update({ where: { id }, data: offer })
  await requestChange()
  await confirmEmailChange(await pending(), { now: hours(1) })
  expect((await kinds()).sort()).toEqual(['confirmation', 'emailChangeConfirm', 'emailChanged', 'seatOffered'])

  await db.message.deleteMany()
  await db.registration.update({ where: { id }, data: { waitlistedAt: null, offerExpiresAt: null } })
  token = createPersonalToken('manage', { id, tokenVersion: 2 })
  const afterSession = new Date(session.endsAt.getTime() + 1)
  await requestChange('later@example.nl', afterSession)
  const [request] = await db.emailChangeRequest.findMany({ where: { registrationId: id, confirmedAt: null } })
  await confirmEmailChange(createPersonalToken('new-address', { id: request?.id ?? '', tokenVersion: 2 }), {
    now: afterSession,
  })
  const mails = await delivered(afterSession)
  expect(mails.map(({ to }) => to).sort()).toEqual(['later@example.nl', newEmail])
})
