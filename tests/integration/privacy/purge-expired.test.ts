import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { accountPurgeAt, invitationRetentionDays } from '@/lib/organisers/rules'
import { addDays, addMonths } from '@/lib/platform/time'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const at = new Date('2026-01-31T12:00:00Z')
const periods = { needsDays: 28, namesMonths: 3, auditLogMonths: 12 }
const oneYearLater = addMonths(at, 12)

const { db } = await createTestDatabase()

beforeEach(async () => {
  await db.organiser.deleteMany()
  await db.auditEntry.deleteMany()
})

const purge = (now: Date) => runPurgeJob({ periods, mailDir: '/nowhere', now })
const createOrganiser = async (timestamps: { acceptedAt?: Date; endedAt?: Date; tokenExpiresAt?: Date }) => {
  const id = randomUUID()
  await db.organiser.create({ data: { id, name: 'Voorbeeld', email: `${id}@example.nl`, ...timestamps } })
  return id
}
const listOrganiserIds = async () => (await db.organiser.findMany({ select: { id: true } })).map(({ id }) => id)

describe('purge of a requested e-mail address', () => {
  const requestedAt = addDays(at, -2)
  async function requestEmail(state: { confirmedAt?: Date; expiresAt?: Date; sentAt?: Date | null }) {
    const { expiresAt = at, confirmedAt = null, sentAt = requestedAt } = state
    const { id: sessionId } = await createTestSession(db, {
      endsAt: addDays(at, 60),
      startsAt: addDays(at, 59),
    })
    const { id: registrationId } = await addParticipant(db, sessionId)
    const id = randomUUID()
    const email = { email: 'vreemd@example.nl', oldEmail: 'oud@example.nl' }
    const moments = { requestedAt, expiresAt, confirmedAt }
    await db.emailChangeRequest.create({ data: { id, registrationId, tokenVersion: 1, ...email, ...moments } })
    const mail = {
      kind: 'emailChangeConfirm' as const,
      dedupeKey: id,
      sessionId,
      registrationId,
      createdAt: requestedAt,
      dueAt: requestedAt,
    }
    const content = { toAddress: 'vreemd@example.nl', subject: 'Is dit jouw adres?', html: 'x', text: 'x' }
    await db.message.create({
      data: {
        ...mail,
        content: { create: { ...content, renderedAt: requestedAt } },
        sentAt,
        details: { emailChangeRequestId: id },
      },
    })
    return id
  }
  const remaining = async (id: string) => {
    const [request, mail] = await Promise.all([
      db.emailChangeRequest.findUnique({ where: { id } }),
      db.messageContent.findFirstOrThrow({ where: { message: { dedupeKey: id } } }),
    ])
    return { request: request !== null, toAddress: mail.toAddress, html: mail.html }
  }
  const kept = { request: true, toAddress: 'vreemd@example.nl', html: 'x' }
  const gone = { request: false, toAddress: null, html: null }

  test('deletes an expired request and clears its mail', async () => {
    const id = await requestEmail({})
    await purge(new Date(at.getTime() - 60_000))
    expect(await remaining(id)).toEqual(kept)
    await purge(at)
    expect(await remaining(id)).toEqual(gone)
  })

  test('clears the mail of a request that was replaced', async () => {
    const id = await requestEmail({ expiresAt: addDays(at, 1) })
    await db.emailChangeRequest.deleteMany()
    await purge(at)
    expect(await remaining(id)).toEqual(gone)
  })

  test('keeps a confirmed request', async () => {
    const id = await requestEmail({ confirmedAt: requestedAt })
    await purge(at)
    expect(await remaining(id)).toEqual(kept)
  })

  test('keeps an unfinished mail whose request expired', async () => {
    const id = await requestEmail({ sentAt: null })
    await purge(at)
    expect(await remaining(id)).toEqual({ ...kept, request: false })
  })
})

describe('purge of organisers', () => {
  test('keeps an organiser who may log in', async () => {
    const id = await createOrganiser({ acceptedAt: at })
    await purge(addMonths(at, 60))
    expect(await listOrganiserIds()).toEqual([id])
  })

  test('deletes an organiser a year after access ended, with an audit entry', async () => {
    const id = await createOrganiser({ acceptedAt: at, endedAt: at })
    await purge(new Date(oneYearLater.getTime() - 60_000))
    expect(await listOrganiserIds()).toEqual([id])
    await purge(oneYearLater)
    expect(await listOrganiserIds()).toEqual([])
    expect(await db.auditEntry.findMany()).toMatchObject([
      { actorType: 'system', action: 'organiserErased', subjectId: id },
    ])
  })

  test('deletes an invitation four weeks after it expired', async () => {
    const id = await createOrganiser({ tokenExpiresAt: at })
    await purge(addDays(at, invitationRetentionDays - 1))
    expect(await listOrganiserIds()).toEqual([id])
    await purge(addDays(at, invitationRetentionDays))
    expect(await listOrganiserIds()).toEqual([])
  })

  test('keeps an organiser whose access is restored at the same moment', async () => {
    const id = await createOrganiser({ acceptedAt: at, endedAt: at })
    const finish = await holdTransactionOpen(db, (tx) =>
      tx.organiser.update({ where: { id }, data: { endedAt: null } }),
    )
    const purging = purge(oneYearLater)
    await waitForBlockedConnections(db)
    await finish()
    await purging
    expect(await listOrganiserIds()).toEqual([id])
  })
})

test('accountPurgeAt is null while the organiser has access or was never mailed an invitation', () => {
  const uninvited = { acceptedAt: null, endedAt: null, tokenExpiresAt: null }
  expect(accountPurgeAt(uninvited, periods)).toBeNull()
  expect(accountPurgeAt({ ...uninvited, acceptedAt: at }, periods)).toBeNull()
  expect(accountPurgeAt({ ...uninvited, acceptedAt: at, endedAt: at }, periods)).toEqual(oneYearLater)
})
