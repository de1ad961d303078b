import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, addMonths } from '@/lib/platform/time'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { accountPurgeAt, invitationRetentionDays } from '@/lib/privacy/rules'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const at = new Date('2026-01-31T12:00:00Z')
const periods = { needsDays: 28, namesMonths: 3, auditLogMonths: 12 }
const oneYearLater = addMonths(at, 12)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await database.db.organiser.deleteMany()
  await database.db.auditEntry.deleteMany()
})
afterAll(() => database.drop())

const purge = (now: Date) => runPurgeJob({ periods, mailDir: '/nowhere', now })
const createOrganiser = async (timestamps: { acceptedAt?: Date; endedAt?: Date; tokenExpiresAt?: Date }) => {
  const id = randomUUID()
  await database.db.organiser.create({ data: { id, name: 'Voorbeeld', email: `${id}@example.nl`, ...timestamps } })
  return id
}
const listOrganiserIds = async () =>
  (await database.db.organiser.findMany({ select: { id: true } })).map(({ id }) => id)

describe('an address that was asked for', () => {
  const requestedAt = addDays(at, -2)
  async function ask(standing: { confirmedAt?: Date; expiresAt?: Date; sentAt?: Date | null }) {
    const { expiresAt = at, confirmedAt = null, sentAt = requestedAt } = standing
    const { id: sessionId } = await createTestSession(database.db, {
      endsAt: addDays(at, 60),
      startsAt: addDays(at, 59),
    })
    const { id: registrationId } = await addParticipant(database.db, sessionId)
    const id = randomUUID()
    const email = { email: 'vreemd@example.nl', oldEmail: 'oud@example.nl' }
    const moments = { requestedAt: requestedAt, expiresAt, confirmedAt }
    await database.db.emailChangeRequest.create({ data: { id, registrationId, tokenVersion: 1, ...email, ...moments } })
    const mail = {
      kind: 'address-confirm',
      dedupeKey: id,
      sessionId,
      registrationId,
      createdAt: requestedAt,
      dueAt: requestedAt,
    }
    const said = { toAddress: 'vreemd@example.nl', subject: 'Is dit jouw adres?', html: 'x', text: 'x' }
    await database.db.message.create({ data: { ...mail, ...said, sentAt, details: { emailChangeRequestId: id } } })
    return id
  }
  const left = async (id: string) => {
    const [request, mail] = await Promise.all([
      database.db.emailChangeRequest.findUnique({ where: { id } }),
      database.db.message.findUniqueOrThrow({ where: { dedupeKey: id } }),
    ])
    return { request: request !== null, toAddress: mail.toAddress, html: mail.html }
  }
  const kept = { request: true, toAddress: 'vreemd@example.nl', html: 'x' }
  const gone = { request: false, toAddress: null, html: null }

  test('and was not confirmed in time goes, also from the mail to it', async () => {
    const id = await ask({})
    await purge(new Date(at.getTime() - 60_000))
    expect(await left(id)).toEqual(kept)
    await purge(at)
    expect(await left(id)).toEqual(gone)
  })

  test('and gave way to another goes from the mail to it at once', async () => {
    const id = await ask({ expiresAt: addDays(at, 1) })
    await database.db.emailChangeRequest.deleteMany()
    await purge(at)
    expect(await left(id)).toEqual(gone)
  })

  test('and was confirmed stays as long as the rest of the sign-up does', async () => {
    const id = await ask({ confirmedAt: requestedAt })
    await purge(at)
    expect(await left(id)).toEqual(kept)
  })

  test('stays in a mail that is on its way, until that has ended', async () => {
    const id = await ask({ sentAt: null })
    await purge(at)
    expect(await left(id)).toEqual({ ...kept, request: false })
  })
})

describe('an organiser', () => {
  test('who may log in stays, however long ago that was', async () => {
    const id = await createOrganiser({ acceptedAt: at })
    await purge(addMonths(at, 60))
    expect(await listOrganiserIds()).toEqual([id])
  })

  test('whose access ended is erased after the term of the trail, which says so', async () => {
    const id = await createOrganiser({ acceptedAt: at, endedAt: at })
    await purge(new Date(oneYearLater.getTime() - 60_000))
    expect(await listOrganiserIds()).toEqual([id])
    await purge(oneYearLater)
    expect(await listOrganiserIds()).toEqual([])
    expect(await database.db.auditEntry.findMany()).toMatchObject([
      { actorType: 'system', action: 'organiserErased', subjectId: id },
    ])
  })

  test('who was invited and never came is forgotten four weeks after the link stopped working', async () => {
    const id = await createOrganiser({ tokenExpiresAt: at })
    await purge(addDays(at, invitationRetentionDays - 1))
    expect(await listOrganiserIds()).toEqual([id])
    await purge(addDays(at, invitationRetentionDays))
    expect(await listOrganiserIds()).toEqual([])
  })

  test('who is let in again at that very moment stays', async () => {
    const id = await createOrganiser({ acceptedAt: at, endedAt: at })
    const finish = await holdTransactionOpen(database.db, (tx) =>
      tx.organiser.update({ where: { id }, data: { endedAt: null } }),
    )
    const erasing = purge(oneYearLater)
    await waitForBlockedConnections(database.db)
    await finish()
    await erasing
    expect(await listOrganiserIds()).toEqual([id])
  })
})

test('nobody is told a day on which their account goes as long as they have access or a link', () => {
  const nobody = { acceptedAt: null, endedAt: null, tokenExpiresAt: null }
  expect(accountPurgeAt(nobody, periods)).toBeNull()
  expect(accountPurgeAt({ ...nobody, acceptedAt: at }, periods)).toBeNull()
  expect(accountPurgeAt({ ...nobody, acceptedAt: at, endedAt: at }, periods)).toEqual(oneYearLater)
})
