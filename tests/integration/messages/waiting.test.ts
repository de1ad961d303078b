import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sendLetter } from '@/lib/messages/letters'
import { getConcernedCount, getRecipientCount } from '@/lib/messages/queries'
import { everybody } from '@/lib/messages/schema'
import { readPersonalToken } from '@/lib/platform/personal-token'
import { cancelSession, releaseSession } from '@/lib/sessions/commands'
import { moveSession } from '@/lib/sessions/move'
import { fullSession, october, organiserId } from '@/tests/integration/registrations/full-session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { moments2022 } from '@/tests/support/sign-up'
import { type SmtpServer, startSmtp } from '@/tests/support/smtp'
import { deliverAllDue, later, transportTo } from './outbox'

const by = { now: october, organiserId }
const hourOn = (at: Date) => later(at, 3600)
const movedOn = { startsAt: hourOn(moments2022.startsAt), endsAt: hourOn(moments2022.endsAt) }

let database: TestDatabase
let smtp: SmtpServer
let full: Awaited<ReturnType<typeof fullSession>>
beforeAll(async () => {
  database = await createTestDatabase()
  smtp = await startSmtp()
})
afterAll(async () => {
  await smtp.close()
  await database.drop()
})
beforeEach(async () => {
  await database.db.message.deleteMany()
  // A has a place, B waits.
  full = await fullSession(database.db, { capacity: 1, waiting: 1 })
  await deliver()
  await database.db.message.deleteMany()
})

async function deliver() {
  const transport = transportTo(smtp.url)
  await deliverAllDue(transport, later(october, 60))
  transport.close()
}

/** Which mails went to whom, or why not: "A release". */
async function mails() {
  const found = await database.db.message.findMany({ include: { registration: { select: { name: true } } } })
  return found
    .map(({ kind, registration, dropReason }) => [registration?.name, kind, dropReason].join(' ').trim())
    .sort()
}
const mailTo = (name: string, kind: string) =>
  database.db.message.findFirstOrThrow({ where: { kind, registrationId: full.person(name).id } })

const release = (agenda: string, after: number) =>
  releaseSession({ sessionId: full.session.id, onlineLink: 'https://v.example.nl/1', agenda, after, expected: 1 }, by)
const move = (expected: number) =>
  moveSession({ sessionId: full.session.id, seen: moments2022, times: { ...moments2022, ...movedOn }, expected }, by)

test('link, agenda and letters are for who has a place', async () => {
  expect(await getRecipientCount(full.session.id)).toBe(1)
  await release('Welkom', 0)
  const letter = { letterId: full.session.id, subject: 'Een brief', text: 'Dag {naam}', to: everybody, expected: 1 }
  await sendLetter({ ...letter, sessionId: full.session.id }, by)
  await deliver()
  expect(await mails()).toEqual(['A letter', 'A release'])
})

test('another date is told to who waits too, without a way in and without a file for the calendar', async () => {
  await release('Welkom', 0)
  await deliver()
  expect(await getConcernedCount(full.session.id)).toEqual({ recipients: 2, waiting: 1 })
  expect(await move(1)).toEqual({ ok: false, reason: 'recipients-changed' })
  expect(await move(2)).toEqual({ ok: true, value: null })
  await deliver()
  expect(await mails()).toEqual(['A changed', 'A release', 'B changed'])
  const mail = await mailTo('B', 'changed')
  expect(mail.calendar).toBeNull()
  expect(mail.text).toContain('Je staat nog op de wachtlijst.')
  expect(`${mail.html}${mail.text}`).not.toMatch(/\.invalid\/deelnemen|Doe mee|Welkom/)
})

test('another agenda is told to who knew the first, and takes no promised mail from who waits', async () => {
  await release('Oud', 0)
  await deliver()
  await move(2)
  await release('Nieuw', 1)
  await deliver()
  expect(await mails()).toEqual(['A changed', 'A changed overtaken', 'A release', 'B changed', 'B changed overtaken'])
  expect(
    (
      await database.db.message.findFirstOrThrow({
        where: { sentAt: { not: null }, kind: 'changed', registrationId: full.person('B').id },
      })
    ).text,
  ).toContain('Het was:')
})

test('that it does not take place is told to everybody', async () => {
  await cancelSession({ sessionId: full.session.id, why: 'Ziek', expected: 2 }, by)
  await deliver()
  expect(await mails()).toEqual(['A session-cancelled', 'B session-cancelled'])
  const mail = await mailTo('B', 'session-cancelled')
  expect(mail.calendar).toBeNull()
  expect(mail.text).toContain('Je stond op de wachtlijst. Die vervalt.')
})

test('an offer holds a link of its own, which stands nowhere in the database, and leads to nobody else', async () => {
  await full.cancel('A')
  await deliver()
  const mail = await mailTo('B', 'place-offered')
  expect(mail.sentAt).not.toBeNull()
  const sent = smtp.received.find(({ to, raw }) => to === 'b@example.nl' && raw.includes('/plek/'))
  const [, token = ''] = (sent?.raw ?? '').replace(/=\r?\n/g, '').match(/\/plek\/([\w.-]+)/) ?? []
  expect(readPersonalToken('take-place', token)?.id).toBe(full.person('B').id)
  expect(readPersonalToken('take-part', token)).toBeNull()
  expect(`${mail.html}${mail.text}`).not.toContain(token)
})
