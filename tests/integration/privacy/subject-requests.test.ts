import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { audit } from '@/lib/audit/commands'
import { createPersonalToken } from '@/lib/personal-links/token'
import { eraseOwnRegistration, eraseRegistrations } from '@/lib/privacy/erasure'
import { findPeopleByEmail } from '@/lib/privacy/find-person'
import { getOwnRecord, listRecordsOfSamePerson } from '@/lib/privacy/subject-access'
import { addNote } from '@/lib/registrations/notes'
import { offerFreeSeatsInAllSessions, registerParticipant } from '@/lib/registrations/register'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { writeMailFile } from './seed-every-table'

const now = new Date('2022-10-01T08:00:00Z')
const actor = { now, organiserId: 'organisator' }
const sam = { name: 'Sam van Voorbeeld', email: 'sam@example.nl', contactWish: 'phone' as const, phone: '06 12340001' }

let database: TestDatabase
let session: Awaited<ReturnType<typeof createTestSession>>
let mailDir: string
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { db } = database
  await db.registration.deleteMany()
  await db.auditEntry.deleteMany()
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  session = await createTestSession(db)
  id = await register({ ...sam, needs: 'Een schrijftolk' })
  await addNote({ registrationId: id, noteId: randomUUID(), text: 'Belt terug' }, actor)
  const mail = await db.message.update({
    where: { dedupeKey: `confirmation:${id}` },
    data: { html: 'Dag Sam', sentAt: now },
  })
  await writeMailFile(mailDir, mail.id, { date: now, text: 'Dag Sam' })
})
afterEach(() => rm(mailDir, { recursive: true }))

async function register(different: Partial<Parameters<typeof registrationInputFor>[1]>) {
  const result = await registerParticipant(registrationInputFor(session, different), { now })
  if (!result.ok) throw new Error(result.reason)
  return result.value.id
}
const ownToken = async () =>
  createPersonalToken('manage', await database.db.registration.findUniqueOrThrow({ where: { id } }))
const eraseAsOrganiser = () => eraseRegistrations([id], { ...actor, mailDir })
const listAuditEntries = () =>
  database.db.auditEntry.findMany({ select: { actorType: true, actorId: true, action: true, subjectId: true } })

describe('what is kept of somebody', () => {
  test('is found by their address over all kennissessies, however it is typed', async () => {
    const first = id
    session = await createTestSession(database.db)
    const second = await register({ ...sam, email: 'SAM@example.nl' })
    await addParticipant(database.db, session.id, { name: 'Iemand anders' })
    const { people } = await findPeopleByEmail('sam@example.nl')
    expect(people).toMatchObject([{ name: sam.name, foundBy: 'now' }])
    const records = await listRecordsOfSamePerson(people[0]?.registrationId ?? '')
    expect(records.map((record) => record.id).toSorted()).toEqual([first, second].toSorted())
    expect(records.find((record) => record.id === first)).toMatchObject({
      ...sam,
      needs: 'Een schrijftolk',
      notes: ['Belt terug'],
      auditLog: [{ action: 'registrationCreated' }, { action: 'noteAdded' }],
    })
    expect(await findPeopleByEmail('niemand@example.nl')).toEqual({ people: [], organiserId: null })
  })

  const found = async (address: string) => (await findPeopleByEmail(address)).people.map(({ foundBy }) => foundBy)

  test('is found by an earlier address, in a change or in a mail, until it is anonymous', async () => {
    const change = {
      field: 'email',
      before: 'Oud@example.nl',
      after: sam.email,
      at: now,
      actorType: 'participant' as const,
    }
    await database.db.registrationChange.create({ data: { ...change, registrationId: id } })
    const mail = { registrationId: id, kind: 'reminder-day', toAddress: 'ouder@example.nl', dedupeKey: randomUUID() }
    await database.db.message.create({ data: { ...mail, createdAt: now, dueAt: now } })
    expect(await found('oud@example.nl')).toEqual(['earlier'])
    expect(await found('ouder@example.nl')).toEqual(['earlier'])
    expect(await found('o_d@example.nl')).toEqual([])
    expect(await found(sam.email)).toEqual(['now'])
    await database.db.registration.update({ where: { id }, data: { erasedAt: now } })
    expect(await found('oud@example.nl')).toEqual([])
  })

  test('is found by an address that was only asked for, as such', async () => {
    const asked = {
      id: randomUUID(),
      registrationId: id,
      email: 'Vreemd@example.nl',
      oldEmail: sam.email,
      tokenVersion: 1,
    }
    await database.db.emailChangeRequest.create({ data: { ...asked, requestedAt: now, expiresAt: now } })
    const mail = { registrationId: id, kind: 'address-confirm', toAddress: asked.email, dedupeKey: randomUUID() }
    await database.db.message.create({ data: { ...mail, createdAt: now, dueAt: now } })
    expect(await found('vreemd@example.nl')).toEqual(['asked'])
    const other = await addParticipant(database.db, session.id, { email: 'vreemd@example.nl' })
    const { people } = await findPeopleByEmail('vreemd@example.nl')
    expect(people.map(({ registrationId, foundBy }) => [registrationId, foundBy])).toEqual(
      expect.arrayContaining([
        [id, 'asked'],
        [other.id, 'now'],
      ]),
    )
  })

  test('is shown to whoever has the link, without what organisers wrote to each other', async () => {
    expect(await getOwnRecord(await ownToken())).toMatchObject({ ...sam, notes: [] })
    expect(await getOwnRecord('geen.link')).toBeNull()
    const old = await ownToken()
    await database.db.registration.update({ where: { id }, data: { tokenVersion: { increment: 1 } } })
    expect(await getOwnRecord(old)).toBeNull()
  })

  test('has its mails in the order of the moment they are shown with', async () => {
    const day = 24 * 60 * 60 * 1000
    const mails = [
      { subject: 'Lang gewacht', createdAt: new Date(now.getTime() - day), sentAt: new Date(now.getTime() + 2 * day) },
      { subject: 'Nog niet weg', createdAt: new Date(now.getTime() + day), sentAt: null },
    ]
    for (const mail of mails) {
      const rest = { registrationId: id, kind: 'reminder-day', dedupeKey: randomUUID(), dueAt: now }
      await database.db.message.create({ data: { ...mail, ...rest } })
    }
    const [record] = await listRecordsOfSamePerson(id)
    expect(record?.messages.slice(1).map(({ subject }) => subject)).toEqual(['Nog niet weg', 'Lang gewacht'])
  })

  test('of who is anonymous is nobody’s', async () => {
    await database.db.registration.update({ where: { id }, data: { erasedAt: now, normalizedEmail: 'erased' } })
    expect(await getOwnRecord(await ownToken())).toBeNull()
    expect(await listRecordsOfSamePerson(id)).toEqual([])
  })
})

describe('erasing it', () => {
  test('takes all of it, with the files, and leaves one entry without anybody', async () => {
    expect(await eraseAsOrganiser()).toBe(1)
    expect(await database.db.registration.count()).toBe(0)
    for (const left of [database.db.answer, database.db.registrationNote, database.db.message])
      expect(await (left as typeof database.db.answer).count()).toBe(0)
    expect(await readdir(mailDir)).toEqual([])
    expect(await listAuditEntries()).toEqual([
      { actorType: 'organiser', actorId: 'organisator', action: 'registrationErased', subjectId: session.id },
    ])
  })

  test('takes their name out of what was written about others', async () => {
    const other = await register({ email: 'ander@example.nl' })
    const answer = await database.db.answer.findFirstOrThrow({ where: { registrationId: other } })
    const note = 'Zelfde vraag als Sam van  voorbeeld (sam@example.nl, 0612340001)'
    await database.db.triage.create({ data: { answerId: answer.id, position: 1, version: 1, note } })
    await eraseAsOrganiser()
    expect(await database.db.triage.findFirstOrThrow()).toMatchObject({
      note: 'Zelfde vraag als [naam] ([adres], [nummer])',
      version: 2,
    })
  })

  test('by one’s own link works once, and told twice it says the same', async () => {
    const token = await ownToken()
    expect(await eraseOwnRegistration(token, { now, mailDir })).toEqual({ ok: true, value: null })
    expect(await eraseOwnRegistration(token, { now, mailDir })).toEqual({ ok: true, value: null })
    expect(await listAuditEntries()).toEqual([
      { actorType: 'participant', actorId: null, action: 'registrationErased', subjectId: session.id },
    ])
    expect(await readdir(mailDir)).toEqual([])
  })

  test('does nothing by a link that is not ours, or of before another address', async () => {
    const old = await ownToken()
    await database.db.registration.update({ where: { id }, data: { tokenVersion: { increment: 1 } } })
    for (const token of [old, 'geen.link', ''])
      expect(await eraseOwnRegistration(token, { now, mailDir })).toEqual({ ok: false, reason: 'unknown-link' })
    expect(await database.db.registration.count()).toBe(1)
  })

  test('frees a place, which is offered to who waits', async () => {
    await database.db.session.update({ where: { id: session.id }, data: { capacity: 1 } })
    const waiting = await register({ email: 'wacht@example.nl' })
    await eraseAsOrganiser()
    await offerFreeSeatsInAllSessions(now)
    const offered = await database.db.registration.findUniqueOrThrow({ where: { id: waiting } })
    expect(offered.offerExpiresAt).not.toBeNull()
  })

  test('frees a place that is not offered to whose name is gone: a kennissessie can move to later', async () => {
    await database.db.session.update({ where: { id: session.id }, data: { capacity: 1 } })
    const [nobody, next] = [
      await register({ email: 'eerst@example.nl' }),
      await register({ email: 'later@example.nl' }),
    ]
    const first = { waitlistedAt: new Date(now.getTime() - 1) }
    await database.db.registration.update({ where: { id: nobody }, data: { ...first, erasedAt: now, email: '' } })
    await eraseAsOrganiser()
    await offerFreeSeatsInAllSessions(now)
    const offered = { offerExpiresAt: { not: null } }
    expect(await database.db.registration.findMany({ where: offered, select: { id: true } })).toEqual([{ id: next }])
    expect(await database.db.message.count({ where: { registrationId: nobody, kind: 'place-offered' } })).toBe(0)
  })

  test('lets somebody sign up again as somebody new', async () => {
    await eraseAsOrganiser()
    const again = await register(sam)
    expect(again).not.toBe(id)
  })

  test('waits for who is changing the sign-up, and takes that too', async () => {
    const finish = await holdTransactionOpen(database.db, async (tx) => {
      await tx.registration.update({ where: { id }, data: { needs: 'Iets anders' } })
      const entry = { action: 'registrationChanged', subjectType: 'registration', subjectId: id } as const
      await audit(tx, { at: now, actor: 'participant', ...entry })
    })
    const erasing = eraseAsOrganiser()
    await waitForBlockedConnections(database.db)
    await finish()
    expect(await erasing).toBe(1)
    expect((await listAuditEntries()).map(({ action }) => action)).toEqual(['registrationErased'])
  })

  test('done by two at once is done once', async () => {
    const done = await Promise.all([eraseAsOrganiser(), eraseAsOrganiser()])
    expect(done.toSorted()).toEqual([0, 1])
    expect(await listAuditEntries()).toHaveLength(1)
  })
})
