import { beforeEach, expect, test, vi } from 'vitest'
import { createPersonalToken } from '@/lib/personal-links/token'
import { deriveDigest } from '@/lib/platform/tokens'
import { joinMeeting } from '@/lib/registrations/self-service/commands'
import { getParticipation } from '@/lib/registrations/self-service/queries'
import { releaseSession } from '@/lib/sessions/release'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, enqueueConfirmations, october } from '@/tests/support/outbox'

const link = 'https://vergaderen.example.nl/een'
const actor = { now: october, organiserId: 'organisator' }

const { db } = await createTestDatabase()
let sessionId = ''
let id = ''
let token = ''
beforeEach(async () => {
  const queued = await enqueueConfirmations(db, 1)
  sessionId = queued.session.id
  id = queued.registrationIds[0] ?? ''
  token = createPersonalToken('take-part', { id, tokenVersion: 1 })
})

const release = () => releaseSession({ sessionId, onlineLink: link, agenda: 'Welkom', after: 0, expected: 1 }, actor)
const start = new Date('2022-11-08T14:00:00Z')
const join = (now = start, pressed = token) => joinMeeting(pressed, { now })
const tookPartAt = async () => (await db.registration.findUniqueOrThrow({ where: { id } })).tookPartAt

test('joining returns the latest online link and records attendance once', async () => {
  await release()
  expect(await join()).toEqual({ ok: true, value: { link } })
  expect(await join(addSeconds(start, 600))).toMatchObject({ ok: true })
  expect(await tookPartAt()).toEqual(start)
  expect(await db.auditEntry.count({ where: { subjectId: id, action: 'meetingJoined' } })).toBe(1)

  const corrected = { sessionId, onlineLink: `${link}/nieuw`, agenda: 'Welkom', after: 1, expected: 1 }
  await releaseSession(corrected, actor)
  expect(await join()).toEqual({ ok: true, value: { link: `${link}/nieuw` } })
})

test('joining counts as attendance only from an hour before the start', async () => {
  await release()
  expect(await join(addSeconds(start, -3601))).toMatchObject({ ok: true })
  expect(await tookPartAt()).toBeNull()
  expect(await join(addSeconds(start, -3600))).toMatchObject({ ok: true })
  expect(await tookPartAt()).toEqual(addSeconds(start, -3600))
})

test('joining is refused before the release, after the end, after a cancellation and for a cancelled session', async () => {
  expect(await join()).toEqual({ ok: false, reason: 'not-released' })
  await release()
  expect(await join(new Date('2022-11-08T15:30:00Z'))).toEqual({ ok: false, reason: 'session-over' })
  await db.registration.update({ where: { id }, data: { cancelledAt: october } })
  expect(await join()).toEqual({ ok: false, reason: 'registration-cancelled' })
  await db.session.update({ where: { id: sessionId }, data: { cancelledAt: october } })
  expect(await join()).toEqual({ ok: false, reason: 'session-cancelled' })
  expect(await tookPartAt()).toBeNull()
})

test.each([
  ['an empty token', () => ''],
  ['a malformed token', () => 'abc'],
  ['a truncated token', () => token.slice(0, -2)],
  ['a token of another version', () => createPersonalToken('take-part', { id, tokenVersion: 2 })],
  ['a token for another purpose', () => createPersonalToken('signed-up', { id, tokenVersion: 1 })],
  ['an unsigned token', () => `${Buffer.from(JSON.stringify([id, 1])).toString('base64url')}.`],
])('%s gives no access', async (_, createToken) => {
  await release()
  expect(await join(start, createToken())).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await getParticipation(createToken())).toBeNull()
})

test('a link works while its secret is listed in APP_SECRET', async () => {
  await release()
  const before = process.env.APP_SECRET ?? ''
  vi.stubEnv('APP_SECRET', `${'nieuw'.repeat(8)},${before}`)
  expect(await join()).toMatchObject({ ok: true })
  vi.stubEnv('APP_SECRET', 'nieuw'.repeat(8))
  expect(await join()).toEqual({ ok: false, reason: 'unknown-link' })
  vi.unstubAllEnvs()
})

test('neither the database nor the page data reveals a token or the online link', async () => {
  await release()
  const pageData = JSON.stringify(await getParticipation(token))
  expect(pageData).toContain('Welkom')
  expect(pageData).not.toContain(link)
  const dump = JSON.stringify(await db.registration.findMany({ include: { messages: true } }))
  expect(dump).not.toContain(token.split('.')[1])
  expect(deriveDigest('take-part', 'x')).not.toBe(deriveDigest('signed-up', 'x'))
})
