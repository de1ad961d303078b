import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sendCustomMessage } from '@/lib/notifications/custom-messages'
import { getAffectedCount, getRecipientCount } from '@/lib/notifications/queries'
import { unrestrictedAudience } from '@/lib/notifications/schema'
import type { MessageKind } from '@/lib/outbox/schema'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { cancelSession } from '@/lib/sessions/cancellation'
import { releaseSession } from '@/lib/sessions/release'
import { rescheduleSession } from '@/lib/sessions/schedule'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { fullSession, october, organiserId } from '@/tests/support/full-session'
import { addSeconds, deliverAllDue, findMail, transportTo } from '@/tests/support/outbox'
import { type SmtpServer, startSmtpServer } from '@/tests/support/servers/smtp-server'

const actor = { now: october, organiserId }
const hourOn = (at: Date) => addSeconds(at, 3600)
const rescheduledTimes = { startsAt: hourOn(sessionTimes2022.startsAt), endsAt: hourOn(sessionTimes2022.endsAt) }

const { db } = await createTestDatabase()
let smtp: SmtpServer
let full: Awaited<ReturnType<typeof fullSession>>
beforeAll(async () => {
  smtp = await startSmtpServer()
})
afterAll(async () => {
  await smtp.close()
})
beforeEach(async () => {
  await db.message.deleteMany()
  // A has a place, B waits.
  full = await fullSession(db, { capacity: 1, waiting: 1 })
  await deliver()
  await db.message.deleteMany()
})

async function deliver() {
  const transport = transportTo(smtp.url)
  await deliverAllDue(transport, addSeconds(october, 60))
  transport.close()
}

/** Which mails went to whom, or why not: "A release". */
async function summariseMails() {
  const found = await db.message.findMany({ include: { registration: { select: { name: true } } } })
  return found
    .map(({ kind, registration, cancelReason }) => [registration?.name, kind, cancelReason].join(' ').trim())
    .sort()
}
const mailTo = (name: string, kind: MessageKind) => findMail({ kind, registrationId: full.person(name).id })

const release = (agenda: string, after: number) =>
  releaseSession(
    { sessionId: full.session.id, onlineLink: 'https://v.example.nl/1', agenda, after, expected: 1 },
    actor,
  )
const reschedule = (expected: number) =>
  rescheduleSession(
    {
      sessionId: full.session.id,
      seen: sessionTimes2022,
      times: { ...sessionTimes2022, ...rescheduledTimes },
      expected,
    },
    actor,
  )

test('release mails and custom messages go only to participants with a seat', async () => {
  expect(await getRecipientCount(full.session.id)).toBe(1)
  await release('Welkom', 0)
  const letter = {
    customMessageId: full.session.id,
    subject: 'Een brief',
    text: 'Dag {naam}',
    to: unrestrictedAudience,
    expected: 1,
  }
  await sendCustomMessage({ ...letter, sessionId: full.session.id }, actor)
  await deliver()
  expect(await summariseMails()).toEqual(['A customMessage', 'A release'])
})

test('waitlisted participants get a change notice of other times without link and without calendar file', async () => {
  await release('Welkom', 0)
  await deliver()
  expect(await getAffectedCount(full.session.id)).toEqual({
    recipients: 2,
    counts: { signedUp: 1, offered: 0, waitlisted: 1 },
  })
  expect(await reschedule(1)).toEqual({ ok: false, reason: 'recipients-changed' })
  expect(await reschedule(2)).toEqual({ ok: true, value: null })
  await deliver()
  expect(await summariseMails()).toEqual(['A release', 'A sessionChanged', 'B sessionChanged'])
  const mail = await mailTo('B', 'sessionChanged')
  expect(mail.content?.calendar).toBeNull()
  expect(mail.content?.text).toContain('Je staat nog op de wachtlijst.')
  expect(`${mail.content?.html}${mail.content?.text}`).not.toMatch(/\.invalid\/deelnemen|Doe mee|Welkom/)
})

test('a corrected agenda goes to participants with a seat; waitlisted ones still get their pending notice', async () => {
  await release('Oud', 0)
  await deliver()
  await reschedule(2)
  await release('Nieuw', 1)
  await deliver()
  expect(await summariseMails()).toEqual([
    'A release',
    'A sessionChanged',
    'A sessionChanged superseded',
    'B sessionChanged',
    'B sessionChanged superseded',
  ])
  const sent = await findMail({
    sentAt: { not: null },
    kind: 'sessionChanged',
    registrationId: full.person('B').id,
  })
  expect(sent.content?.text).toContain('Het was:')
})

test('a cancelled session is told to participants with and without a seat', async () => {
  await cancelSession({ sessionId: full.session.id, reason: 'Ziek', expected: 2 }, actor)
  await deliver()
  expect(await summariseMails()).toEqual(['A sessionCancelled', 'B sessionCancelled'])
  const mail = await mailTo('B', 'sessionCancelled')
  expect(mail.content?.calendar).toBeNull()
  expect(mail.content?.text).toContain('Je stond op de wachtlijst. Die vervalt.')
})

test('a seat offer holds a personal link that is not stored and opens only its own registration', async () => {
  await full.cancel('A')
  await deliver()
  const mail = await mailTo('B', 'seatOffered')
  expect(mail.sentAt).not.toBeNull()
  const sent = smtp.received.find(({ to, raw }) => to === 'b@example.nl' && raw.includes('/plek/'))
  const [, token = ''] = (sent?.raw ?? '').replace(/=\r?\n/g, '').match(/\/plek\/([\w.-]+)/) ?? []
  expect(verifyPersonalToken('take-place', token)?.id).toBe(full.person('B').id)
  expect(verifyPersonalToken('take-part', token)).toBeNull()
  expect(`${mail.content?.html}${mail.content?.text}`).not.toContain(token)
})
