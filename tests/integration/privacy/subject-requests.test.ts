import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { audit } from '@/lib/audit/commands'
import { createPersonalToken } from '@/lib/personal-links/token'
import { eraseOwnRegistration, eraseRegistrations } from '@/lib/privacy/erasure'
import { findPeopleByEmail } from '@/lib/privacy/queries'
import { getOwnRecord, listRecordsOfSamePerson } from '@/lib/privacy/subject-access'
import { addNote } from '@/lib/registrations/admin/notes'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { addParticipant, createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { registeredOwner } from '@/tests/support/registered'
import { writeMailFile } from './seed-every-table'

const now = new Date('2022-10-01T08:00:00Z')
const actor = { now, organiserId: 'organisator' }
const sam = { name: 'Sam van Voorbeeld', email: 'sam@example.nl', contactWish: 'phone' as const, phone: '06 12340001' }

const { db } = await createTestDatabase()

let session: Awaited<ReturnType<typeof createTestSession>>
let mailDir: string
let id: string
beforeEach(async () => {
  await db.registration.deleteMany()
  await createTestOrganiser(db)
  await db.auditEntry.deleteMany()
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  session = await createTestSession(db)
  id = await register({ ...sam, needs: 'Een schrijftolk' })
  await addNote({ registrationId: id, noteId: randomUUID(), text: 'Belt terug' }, actor)
  const mail = await db.message.update({
    where: { dedupeKey: `confirmation:${id}` },
    data: { content: { create: { renderedAt: now, html: 'Dag Sam' } }, sentAt: now },
  })
  await writeMailFile(mailDir, mail.id, { date: now, text: 'Dag Sam' })
})
afterEach(() => rm(mailDir, { recursive: true }))

async function register(different: Partial<Parameters<typeof registrationInputFor>[1]>) {
  const result = await registeredOwner(registrationInputFor(session, different), now)
  return result.id
}
const ownToken = async () => createPersonalToken('manage', await db.registration.findUniqueOrThrow({ where: { id } }))
const eraseAsOrganiser = () => eraseRegistrations([id], { ...actor, mailDir })
const listAuditEntries = () =>
  db.auditEntry.findMany({ select: { actorType: true, actorId: true, action: true, subjectId: true } })

describe('personal record', () => {
  test('is found by e-mail address in all sessions, regardless of case', async () => {
    const first = id
    session = await createTestSession(db)
    const second = await register({ ...sam, email: 'SAM@example.nl' })
    await addParticipant(db, session.id, { name: 'Iemand anders' })
    const { people } = await findPeopleByEmail('sam@example.nl')
    expect(people).toMatchObject([{ name: sam.name, foundBy: 'now' }])
    const records = await listRecordsOfSamePerson(people[0]?.registrationId ?? '')
    expect(records.map((record) => record.id).toSorted()).toEqual([first, second].toSorted())
    expect(records.find((record) => record.id === first)).toMatchObject({
      ...sam,
      needs: 'Een schrijftolk',
      notes: [{ text: 'Belt terug' }],
      auditLog: [{ action: 'registrationCreated' }, { action: 'noteAdded' }],
    })
    expect(await findPeopleByEmail('niemand@example.nl')).toEqual({ people: [], organiserId: null })
  })

  const findBy = async (address: string) => (await findPeopleByEmail(address)).people.map(({ foundBy }) => foundBy)

  test('is found by a former address in a change or a mail, until it is anonymous', async () => {
    const change = {
      field: 'email',
      before: 'Oud@example.nl',
      after: sam.email,
      at: now,
      actorType: 'participant' as const,
    }
    await db.registrationChange.create({ data: { ...change, registrationId: id } })
    const mail = {
      registrationId: id,
      kind: 'reminderDay' as const,
      content: { create: { renderedAt: now, toAddress: 'ouder@example.nl' } },
      dedupeKey: randomUUID(),
    }
    await db.message.create({ data: { ...mail, createdAt: now, dueAt: now } })
    expect(await findBy('oud@example.nl')).toEqual(['earlier'])
    expect(await findBy('ouder@example.nl')).toEqual(['earlier'])
    expect(await findBy('o_d@example.nl')).toEqual([])
    expect(await findBy(sam.email)).toEqual(['now'])
    await db.registration.update({ where: { id }, data: { erasedAt: now } })
    expect(await findBy('oud@example.nl')).toEqual([])
  })

  test('is found by a requested address that was not confirmed, and says so', async () => {
    const asked = {
      id: randomUUID(),
      registrationId: id,
      email: 'Vreemd@example.nl',
      oldEmail: sam.email,
      tokenVersion: 1,
    }
    await db.emailChangeRequest.create({ data: { ...asked, requestedAt: now, expiresAt: now } })
    const mail = {
      registrationId: id,
      kind: 'emailChangeConfirm' as const,
      content: { create: { renderedAt: now, toAddress: asked.email } },
      dedupeKey: randomUUID(),
    }
    await db.message.create({ data: { ...mail, createdAt: now, dueAt: now } })
    expect(await findBy('vreemd@example.nl')).toEqual(['asked'])
    const other = await addParticipant(db, session.id, { email: 'vreemd@example.nl' })
    const { people } = await findPeopleByEmail('vreemd@example.nl')
    expect(people.map(({ registrationId, foundBy }) => [registrationId, foundBy])).toEqual(
      expect.arrayContaining([
        [id, 'asked'],
        [other.id, 'now'],
      ]),
    )
  })

  test('is shown by a valid personal link, without notes of organisers', async () => {
    expect(await getOwnRecord(await ownToken())).toMatchObject({ ...sam, notes: [] })
    expect(await getOwnRecord('geen.link')).toBeNull()
    const old = await ownToken()
    await db.registration.update({ where: { id }, data: { tokenVersion: { increment: 1 } } })
    expect(await getOwnRecord(old)).toBeNull()
  })

  test('sorts mails by the time that is shown', async () => {
    const day = 24 * 60 * 60 * 1000
    const mails = [
      { subject: 'Lang gewacht', createdAt: new Date(now.getTime() - day), sentAt: new Date(now.getTime() + 2 * day) },
      { subject: 'Nog niet weg', createdAt: new Date(now.getTime() + day), sentAt: null },
    ]
    for (const { subject, ...mail } of mails) {
      const content = { create: { renderedAt: now, subject } }
      const rest = { registrationId: id, kind: 'reminderDay' as const, dedupeKey: randomUUID(), dueAt: now }
      await db.message.create({ data: { ...mail, ...rest, content } })
    }
    const [record] = await listRecordsOfSamePerson(id)
    expect(record?.messages.slice(1).map(({ content }) => content?.subject)).toEqual(['Nog niet weg', 'Lang gewacht'])
  })

  test('is not shown for an anonymous registration', async () => {
    await db.registration.update({ where: { id }, data: { erasedAt: now, normalizedEmail: 'erased' } })
    expect(await getOwnRecord(await ownToken())).toBeNull()
    expect(await listRecordsOfSamePerson(id)).toEqual([])
  })
})

describe('erasure on request', () => {
  test('deletes all rows and mail files, and leaves one anonymous audit entry', async () => {
    expect(await eraseAsOrganiser()).toBe(1)
    expect(await db.registration.count()).toBe(0)
    for (const left of [db.answer, db.registrationNote, db.message])
      expect(await (left as typeof db.answer).count()).toBe(0)
    expect(await readdir(mailDir)).toEqual([])
    expect(await listAuditEntries()).toEqual([
      { actorType: 'organiser', actorId: 'organisator', action: 'registrationErased', subjectId: session.id },
    ])
  })

  test('redacts the person from notes about others', async () => {
    const other = await register({ email: 'ander@example.nl' })
    const answer = await db.answer.findFirstOrThrow({ where: { registrationId: other } })
    const note = 'Zelfde vraag als Sam van  voorbeeld (sam@example.nl, 0612340001)'
    await db.triage.create({ data: { answerId: answer.id, position: 1, version: 1, note } })
    await eraseAsOrganiser()
    expect(await db.triage.findFirstOrThrow()).toMatchObject({
      note: 'Zelfde vraag als [naam] ([adres], [nummer])',
      version: 2,
    })
  })

  test('succeeds twice by a personal link, with one audit entry', async () => {
    const token = await ownToken()
    expect(await eraseOwnRegistration(token, { now, mailDir })).toEqual({ ok: true, value: null })
    expect(await eraseOwnRegistration(token, { now, mailDir })).toEqual({ ok: true, value: null })
    expect(await listAuditEntries()).toEqual([
      { actorType: 'participant', actorId: null, action: 'registrationErased', subjectId: session.id },
    ])
    expect(await readdir(mailDir)).toEqual([])
  })

  test('refuses a forged or superseded personal link', async () => {
    const old = await ownToken()
    await db.registration.update({ where: { id }, data: { tokenVersion: { increment: 1 } } })
    for (const token of [old, 'geen.link', ''])
      expect(await eraseOwnRegistration(token, { now, mailDir })).toEqual({ ok: false, reason: 'unknown-link' })
    expect(await db.registration.count()).toBe(1)
  })

  test('frees a seat that is offered to the waitlist', async () => {
    await db.session.update({ where: { id: session.id }, data: { capacity: 1 } })
    const waiting = await register({ email: 'wacht@example.nl' })
    await eraseAsOrganiser()
    await offerFreeSeatsInAllSessions(now)
    const offered = await db.registration.findUniqueOrThrow({ where: { id: waiting } })
    expect(offered.offerExpiresAt).not.toBeNull()
  })

  test('frees a seat that is not offered to an anonymous registration', async () => {
    await db.session.update({ where: { id: session.id }, data: { capacity: 1 } })
    const [anonymous, next] = [
      await register({ email: 'eerst@example.nl' }),
      await register({ email: 'later@example.nl' }),
    ]
    const first = { waitlistedAt: new Date(now.getTime() - 1) }
    await db.registration.update({ where: { id: anonymous }, data: { ...first, erasedAt: now, email: '' } })
    await eraseAsOrganiser()
    await offerFreeSeatsInAllSessions(now)
    const offered = { offerExpiresAt: { not: null } }
    expect(await db.registration.findMany({ where: offered, select: { id: true } })).toEqual([{ id: next }])
    expect(await db.message.count({ where: { registrationId: anonymous, kind: 'seatOffered' } })).toBe(0)
  })

  test('lets the person register again as a new registration', async () => {
    await eraseAsOrganiser()
    const newId = await register(sam)
    expect(newId).not.toBe(id)
  })

  test('waits for a concurrent change of the registration and erases it as well', async () => {
    const finish = await holdTransactionOpen(db, async (tx) => {
      await tx.registration.update({ where: { id }, data: { needs: 'Iets anders' } })
      const entry = { action: 'registrationChanged', subjectType: 'registration', subjectId: id } as const
      await audit(tx, { at: now, actor: 'participant', ...entry })
    })
    const erasing = eraseAsOrganiser()
    await waitForBlockedConnections(db)
    await finish()
    expect(await erasing).toBe(1)
    expect((await listAuditEntries()).map(({ action }) => action)).toEqual(['registrationErased'])
  })

  test('erases once when requested twice at the same time', async () => {
    const done = await Promise.all([eraseAsOrganiser(), eraseAsOrganiser()])
    expect(done.toSorted()).toEqual([0, 1])
    expect(await listAuditEntries()).toHaveLength(1)
  })
})
