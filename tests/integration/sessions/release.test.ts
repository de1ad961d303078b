import { simpleParser } from 'mailparser'
import { beforeEach, describe, expect, test } from 'vitest'
import { enqueueForAudience } from '@/lib/notifications/audience'
import { releaseSession } from '@/lib/sessions/release'
import { waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession } from '@/tests/support/fixtures/session'
import { addSeconds, deliverAllDue, enqueueConfirmations, october, transportTo } from '@/tests/support/outbox'
import { startSmtpServer } from '@/tests/support/servers/smtp-server'
import { startUncommittedRegistration } from './uncommitted-registration'

const { db } = await createTestDatabase()
beforeEach(async () => {
  await db.message.deleteMany()
  await db.auditEntry.deleteMany()
})

const actor = { now: october, organiserId: 'organisator' }
const link = 'https://vergaderen.example.nl/een'
const first = { onlineLink: link, agenda: '- 15.00 uur: welkom', after: 0, expected: 1 }
const kinds = async (sessionId: string) =>
  (await db.message.findMany({ where: { sessionId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind)

async function countWritten(sessionId: string) {
  const { calendarSequence } = await db.session.findUniqueOrThrow({ where: { id: sessionId } })
  const [releases, messages, entries] = await Promise.all([
    db.release.count({ where: { sessionId } }),
    db.message.count({ where: { sessionId } }),
    db.auditEntry.count(),
  ])
  return { releases, messages, entries, calendarSequence }
}

describe('releaseSession', () => {
  test('releases once and mails 500 participants once when submitted twenty times at once', async () => {
    const { session } = await enqueueConfirmations(db, 500)
    await db.message.deleteMany()
    const from = performance.now()
    const results = await Promise.all(
      Array.from({ length: 20 }, () => releaseSession({ ...first, expected: 500, sessionId: session.id }, actor)),
    )
    expect(performance.now() - from).toBeLessThan(10_000)
    expect(results).toEqual(Array(20).fill({ ok: true, value: { number: 1 } }))
    expect(await db.message.count({ where: { sessionId: session.id, kind: 'release' } })).toBe(500)
    expect(await db.release.count({ where: { sessionId: session.id } })).toBe(1)
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: 'sessionReleased' }])
  })

  test('mails attending participants and no cancelled ones', async () => {
    const { session, registrationIds } = await enqueueConfirmations(db, 3)
    await db.message.deleteMany()
    await db.registration.update({ where: { id: registrationIds[0] ?? '' }, data: { cancelledAt: october } })
    await releaseSession({ ...first, expected: 2, sessionId: session.id }, actor)
    const to = await db.message.findMany({ select: { registrationId: true } })
    expect(to.map(({ registrationId }) => registrationId).sort()).toEqual(registrationIds.slice(1).sort())
  })

  test('refuses other content than a colleague released meanwhile', async () => {
    const { session } = await enqueueConfirmations(db, 1)
    await releaseSession({ ...first, sessionId: session.id }, actor)
    const other = { ...first, sessionId: session.id, agenda: 'Anders' }
    expect(await releaseSession(other, actor)).toEqual({ ok: false, reason: 'released-meanwhile' })
    expect(await releaseSession({ ...first, after: 1, sessionId: session.id }, actor)).toEqual({
      ok: false,
      reason: 'nothing-changed',
    })
    expect(await db.release.count({ where: { sessionId: session.id } })).toBe(1)
  })

  test('writes nothing when the number of recipients is not the expected one', async () => {
    const { session } = await enqueueConfirmations(db, 3)
    await db.message.deleteMany()
    const release = (different: object) => releaseSession({ ...first, sessionId: session.id, ...different }, actor)
    const changed = { ok: false, reason: 'recipients-changed' }
    for (const expected of [2, 4, 0, Number.NaN]) expect(await release({ expected })).toEqual(changed)
    expect(await countWritten(session.id)).toEqual({ releases: 0, messages: 0, entries: 0, calendarSequence: 0 })
    expect(await release({ expected: 3 })).toEqual({ ok: true, value: { number: 1 } })
    const corrected = { after: 1, agenda: 'Anders' }
    expect(await release({ ...corrected, expected: 2 })).toEqual(changed)
    expect(await countWritten(session.id)).toEqual({ releases: 1, messages: 3, entries: 1, calendarSequence: 0 })
    expect(await release({ ...corrected, expected: 3 })).toEqual({ ok: true, value: { number: 2 } })
    expect(await countWritten(session.id)).toEqual({ releases: 2, messages: 6, entries: 2, calendarSequence: 1 })
  })

  test('refuses a session that is cancelled, over or unknown', async () => {
    const cancelled = await createTestSession(db, { cancelledAt: october })
    const open = await createTestSession(db)
    const unknown = '00000000-0000-4000-8000-000000000000'
    const release = (sessionId: string, now = october) => releaseSession({ ...first, sessionId }, { ...actor, now })
    expect(await release(cancelled.id)).toEqual({ ok: false, reason: 'session-cancelled' })
    expect(await release(open.id, open.endsAt)).toEqual({ ok: false, reason: 'session-over' })
    expect(await release(unknown)).toEqual({ ok: false, reason: 'unknown-session' })
  })
})

describe('a correction of a release', () => {
  test('mails the change with a higher calendar sequence', async () => {
    const { session, registrationIds } = await enqueueConfirmations(db, 2)
    await db.message.deleteMany()
    await releaseSession({ ...first, expected: 2, sessionId: session.id }, actor)
    const smtp = await startSmtpServer()
    const transport = transportTo(smtp.url)
    await deliverAllDue(transport, october)
    smtp.received.length = 0
    const corrected = {
      ...first,
      expected: 2,
      sessionId: session.id,
      after: 1,
      onlineLink: 'https://vergaderen.example.nl/twee',
    }
    expect(await releaseSession(corrected, { ...actor, now: addSeconds(october, 60) })).toMatchObject({
      value: { number: 2 },
    })
    expect((await kinds(session.id)).sort()).toEqual(['release', 'release', 'sessionChanged', 'sessionChanged'])

    await deliverAllDue(transport, addSeconds(october, 60))
    transport.close()
    await smtp.close()
    expect(smtp.received).toHaveLength(registrationIds.length)
    for (const { raw } of smtp.received) {
      const { text, html, attachments } = await simpleParser(raw)
      expect(attachments[0]?.content.toString()).toContain('SEQUENCE:1')
      expect(text).toContain('De kennissessie heeft een nieuwe link.')
      for (const body of [text, html]) {
        expect(body).not.toContain('vergaderen.example.nl')
        expect(body).not.toContain('.invalid')
        expect(body).toMatch(/localhost:3000\/deelnemen\/[\w.-]+/)
      }
    }
  })
})

describe('a registration concurrent with a release', () => {
  async function startRegistration() {
    const { session, registrationIds } = await enqueueConfirmations(db, 1)
    await db.message.deleteMany()
    const { id, finish } = await startUncommittedRegistration(db, session.id)
    return { sessionId: session.id, expected: [...registrationIds, id].sort(), finish }
  }
  const recipients = async (sessionId: string) =>
    (await db.message.findMany({ where: { sessionId } })).map(({ registrationId }) => registrationId).sort()

  test('is waited for and counted as a recipient', async () => {
    const { sessionId, expected, finish } = await startRegistration()
    const releasing = releaseSession({ ...first, sessionId }, actor)
    await waitForBlockedConnections(db)
    expect(await db.release.count({ where: { sessionId } })).toBe(0)
    await finish()
    expect(await releasing).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await recipients(sessionId)).toEqual([])
    expect(await releaseSession({ ...first, sessionId, expected: 2 }, actor)).toMatchObject({ ok: true })
    expect(await recipients(sessionId)).toEqual(expected)
  })

  test('would be missed without the session lock', async () => {
    const { sessionId, expected, finish } = await startRegistration()
    const message = { kind: 'release', mailingKey: 'unguarded', sessionId, dueAt: october, now: october } as const
    await db.$transaction((tx) => enqueueForAudience(tx, message))
    await finish()
    expect(await recipients(sessionId)).toHaveLength(expected.length - 1)
  })
})
