import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { releaseSession } from '@/lib/sessions/release'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { rescheduleTo, startWithTwoParticipants } from '@/tests/support/november-session'
import { addSeconds, claimOne, createContent, deliverAllDue, october } from '@/tests/support/outbox'
import type { SmtpServer } from '@/tests/support/servers/smtp-server'

const { db } = await createTestDatabase()
let start: Awaited<ReturnType<typeof startWithTwoParticipants>>
let smtp: SmtpServer
let sessionId = ''
let one = ''
let now = october
beforeEach(async () => {
  now = october
  start = await startWithTwoParticipants(db)
  ;({ smtp, sessionId, one } = start)
})
afterEach(() => start.close())

const send = () => deliverAllDue(start.transport, now)
const release = async (number: number, agenda = 'Welkom') => {
  const after = await db.release.count({ where: { sessionId } })
  const expected = await db.registration.count({ where: { sessionId, cancelledAt: null } })
  const onlineLink = `https://vergaderen.example.nl/${number}`
  const by = { now, organiserId: 'organisator' }
  expect(await releaseSession({ sessionId, onlineLink, agenda, after, expected }, by)).toMatchObject({ ok: true })
}
/** What is still to go out, and to how many: the kind, and of a change what of it. */
async function unsentMails() {
  const mails = await db.message.findMany({
    where: { sessionId, sentAt: null, cancelledAt: null },
    orderBy: [{ kind: 'asc' }, { registrationId: 'asc' }],
  })
  return mails.map(({ kind, releaseNumber, details, registrationId }) => ({
    kind,
    releaseNumber,
    details,
    isOne: registrationId === one,
  }))
}
/** The others wait an hour, so that only this person hears what stands ready. */
async function sendToOne() {
  const rest = { sessionId, sentAt: null, registrationId: { not: one } }
  await db.message.updateMany({ where: rest, data: { dueAt: addSeconds(now, 3600) } })
  await send()
  now = addSeconds(now, 7200)
}
const receivedTexts = () => Promise.all(smtp.received.map(async ({ raw }) => (await simpleParser(raw)).text ?? ''))

test('a correction before the first release mail was sent replaces that mail and sends no change notice', async () => {
  await db.templateOverride.create({
    data: { sessionId, kind: 'release', subject: 'Eigen onderwerp', text: 'Onze eigen woorden.', updatedAt: october },
  })
  await release(1)
  await release(2, 'Nieuwe agenda')
  expect((await unsentMails()).map(({ kind, releaseNumber }) => [kind, releaseNumber])).toEqual(
    Array(2).fill(['release', 2]),
  )
  await send()
  for (const text of await receivedTexts()) {
    expect(text).toContain('Onze eigen woorden.')
    expect(text).toContain('Nieuwe agenda')
    expect(text).not.toContain('nieuwe link')
  }
  expect(smtp.received).toHaveLength(2)
  expect(await db.message.count({ where: { kind: 'release', cancelReason: 'superseded' } })).toBe(2)
})

test('a correction sends a change notice to participants with the link and the release mail to the others', async () => {
  await release(1)
  await sendToOne()
  await release(2)
  const changed = { sequence: 1, releaseBefore: 1, linkChanged: true, agendaChanged: false }
  expect(await unsentMails()).toEqual([
    { kind: 'release', releaseNumber: 2, details: null, isOne: false },
    { kind: 'sessionChanged', releaseNumber: 2, details: changed, isOne: true },
  ])
})

test('two corrections send one change notice that compares with what the participant received', async () => {
  await release(1)
  await send()
  await release(2)
  await release(2, 'Nieuwe agenda')
  const details = { sequence: 2, releaseBefore: 1, linkChanged: true, agendaChanged: true }
  expect((await unsentMails()).map((mail) => mail.details)).toEqual([details, details])
  await send()
  expect(smtp.received).toHaveLength(4)
  expect(
    (await receivedTexts()).slice(2).every((text) => text.includes('nieuwe link') && text.includes('Nieuwe agenda')),
  ).toBe(true)
})

test('a correction that is undone is told only to participants who were told of it', async () => {
  await release(1)
  await send()
  await release(2)
  await sendToOne()
  await release(1)
  const details = { sequence: 2, releaseBefore: 2, linkChanged: true, agendaChanged: false }
  expect(await unsentMails()).toEqual([{ kind: 'sessionChanged', releaseNumber: 3, details, isOne: true }])
})

test('a correction of the agenda alone does not mention a new link', async () => {
  await release(1)
  await send()
  await release(1, 'Nieuwe agenda')
  const details = { sequence: 1, releaseBefore: 1, linkChanged: false, agendaChanged: true }
  expect((await unsentMails()).map((mail) => mail.details)).toEqual([details, details])
})

test('a correction after an unsent reschedule tells of both, in two mails to participants without the link', async () => {
  await release(1)
  await sendToOne()
  await rescheduleTo(15, { sessionId, now, people: 2 })
  await release(2)
  const before = { startsAt: '2022-11-08T14:00:00.000Z', endsAt: '2022-11-08T15:30:00.000Z' }
  const both = { sequence: 2, before, releaseBefore: 1, linkChanged: true, agendaChanged: false }
  const mails = await unsentMails()
  expect(mails).toHaveLength(3)
  expect(mails).toContainEqual({ kind: 'sessionChanged', releaseNumber: 2, details: both, isOne: true })
  expect(mails).toContainEqual({
    kind: 'sessionChanged',
    releaseNumber: null,
    details: { sequence: 2, before },
    isOne: false,
  })
  expect(mails).toContainEqual({ kind: 'release', releaseNumber: 2, details: null, isOne: false })
})

test('a release mail that a worker is sending counts as notified', async () => {
  await release(1)
  const held = await claimOne(now)
  await createContent(held.id)
  await release(2)
  expect((await unsentMails()).map(({ kind }) => kind).sort()).toEqual(['release', 'release', 'sessionChanged'])
  await db.message.update({ where: { id: held.id }, data: { claimToken: null, claimedUntil: null } })
  await send()
  expect(smtp.received).toHaveLength(2)
  expect(await db.message.findUniqueOrThrow({ where: { id: held.id } })).toMatchObject({
    cancelReason: 'releaseSuperseded',
  })
})
