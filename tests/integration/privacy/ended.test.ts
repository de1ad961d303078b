import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, addMonths } from '@/lib/platform/time'
import { eraseWhatIsDue } from '@/lib/privacy/commands'
import { accountEraseAt, invitationKeepDays } from '@/lib/privacy/rules'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { halfway, untilWaiting } from '@/tests/support/locks'
import { addParticipant, makeSession } from '@/tests/support/sign-up'

const at = new Date('2026-01-31T12:00:00Z')
const terms = { needsDays: 28, namesMonths: 3, trailMonths: 12 }
const aYearOn = addMonths(at, 12)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await database.db.organiser.deleteMany()
  await database.db.auditEntry.deleteMany()
})
afterAll(() => database.drop())

const erase = (now: Date) => eraseWhatIsDue({ terms, mailDir: '/nowhere', now })
const add = async (standing: { acceptedAt?: Date; endedAt?: Date; linkExpiresAt?: Date }) => {
  const id = randomUUID()
  await database.db.organiser.create({ data: { id, name: 'Voorbeeld', email: `${id}@example.nl`, ...standing } })
  return id
}
const there = async () => (await database.db.organiser.findMany({ select: { id: true } })).map(({ id }) => id)

describe('an address that was asked for', () => {
  const askedAt = addDays(at, -2)
  async function ask(standing: { confirmedAt?: Date; expiresAt?: Date; sentAt?: Date | null }) {
    const { expiresAt = at, confirmedAt = null, sentAt = askedAt } = standing
    const { id: sessionId } = await makeSession(database.db, { endsAt: addDays(at, 60), startsAt: addDays(at, 59) })
    const { id: registrationId } = await addParticipant(database.db, sessionId)
    const id = randomUUID()
    const email = { email: 'vreemd@example.nl', oldEmail: 'oud@example.nl' }
    const moments = { requestedAt: askedAt, expiresAt, confirmedAt }
    await database.db.addressRequest.create({ data: { id, registrationId, linkVersion: 1, ...email, ...moments } })
    const mail = {
      kind: 'address-confirm',
      dedupeKey: id,
      sessionId,
      registrationId,
      createdAt: askedAt,
      dueAt: askedAt,
    }
    const said = { toAddress: 'vreemd@example.nl', subject: 'Is dit jouw adres?', html: 'x', text: 'x' }
    await database.db.message.create({ data: { ...mail, ...said, sentAt, details: { addressRequestId: id } } })
    return id
  }
  const left = async (id: string) => {
    const [request, mail] = await Promise.all([
      database.db.addressRequest.findUnique({ where: { id } }),
      database.db.message.findUniqueOrThrow({ where: { dedupeKey: id } }),
    ])
    return { request: request !== null, toAddress: mail.toAddress, html: mail.html }
  }
  const kept = { request: true, toAddress: 'vreemd@example.nl', html: 'x' }
  const gone = { request: false, toAddress: null, html: null }

  test('and was not confirmed in time goes, also from the mail to it', async () => {
    const id = await ask({})
    await erase(new Date(at.getTime() - 60_000))
    expect(await left(id)).toEqual(kept)
    await erase(at)
    expect(await left(id)).toEqual(gone)
  })

  test('and gave way to another goes from the mail to it at once', async () => {
    const id = await ask({ expiresAt: addDays(at, 1) })
    await database.db.addressRequest.deleteMany()
    await erase(at)
    expect(await left(id)).toEqual(gone)
  })

  test('and was confirmed stays as long as the rest of the sign-up does', async () => {
    const id = await ask({ confirmedAt: askedAt })
    await erase(at)
    expect(await left(id)).toEqual(kept)
  })

  test('stays in a mail that is on its way, until that has ended', async () => {
    const id = await ask({ sentAt: null })
    await erase(at)
    expect(await left(id)).toEqual({ ...kept, request: false })
  })
})

describe('an organiser', () => {
  test('who may log in stays, however long ago that was', async () => {
    const id = await add({ acceptedAt: at })
    await erase(addMonths(at, 60))
    expect(await there()).toEqual([id])
  })

  test('whose access ended is erased after the term of the trail, which says so', async () => {
    const id = await add({ acceptedAt: at, endedAt: at })
    await erase(new Date(aYearOn.getTime() - 60_000))
    expect(await there()).toEqual([id])
    await erase(aYearOn)
    expect(await there()).toEqual([])
    expect(await database.db.auditEntry.findMany()).toMatchObject([
      { actor: 'system', action: 'organiser.erased', subjectId: id },
    ])
  })

  test('who was invited and never came is forgotten four weeks after the link stopped working', async () => {
    const id = await add({ linkExpiresAt: at })
    await erase(addDays(at, invitationKeepDays - 1))
    expect(await there()).toEqual([id])
    await erase(addDays(at, invitationKeepDays))
    expect(await there()).toEqual([])
  })

  test('who is let in again at that very moment stays', async () => {
    const id = await add({ acceptedAt: at, endedAt: at })
    const finish = await halfway(database.db, (tx) => tx.organiser.update({ where: { id }, data: { endedAt: null } }))
    const erasing = erase(aYearOn)
    await untilWaiting(database.db)
    await finish()
    await erasing
    expect(await there()).toEqual([id])
  })
})

test('nobody is told a day on which their account goes as long as they have access or a link', () => {
  const nobody = { acceptedAt: null, endedAt: null, linkExpiresAt: null }
  expect(accountEraseAt(nobody, terms)).toBeNull()
  expect(accountEraseAt({ ...nobody, acceptedAt: at }, terms)).toBeNull()
  expect(accountEraseAt({ ...nobody, acceptedAt: at, endedAt: at }, terms)).toEqual(aYearOn)
})
