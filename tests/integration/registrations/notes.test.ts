import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addNote, deleteNote, editNote } from '@/lib/registrations/notes'
import { noteFingerprint } from '@/lib/registrations/rules'
import { noteSchema } from '@/lib/registrations/schema'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const now = new Date('2022-10-01T08:00:00Z')
const minuteLater = new Date(now.getTime() + 60_000)
const mine = { now, organiserId: 'ik' }
const colleague = { now: minuteLater, organiserId: 'collega' }
const text = 'Belt liever na drie uur.'

let database: TestDatabase
let ref: { registrationId: string; noteId: string }
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  const session = await createTestSession(database.db)
  ref = { registrationId: (await addParticipant(database.db, session.id)).id, noteId: randomUUID() }
  await addNote({ ...ref, text }, mine)
})

const note = () => database.db.registrationNote.findUnique({ where: { id: ref.noteId } })
const seen = now.toISOString()
const auditEntries = async () =>
  (await database.db.auditEntry.findMany({ where: { subjectId: ref.registrationId } })).map(({ action }) => action)

describe('a note', () => {
  test('is there once, however often its form is sent, and its text is not in the trail', async () => {
    await addNote({ ...ref, text }, mine)
    expect(await database.db.registrationNote.count({ where: { registrationId: ref.registrationId } })).toBe(1)
    expect(await auditEntries()).toEqual(['noteAdded'])
    expect(JSON.stringify(await database.db.auditEntry.findMany())).not.toContain('drie uur')
  })

  test('is changed by who wrote it and by nobody else', async () => {
    const edit = { ...ref, seen, text: 'Belt liever na vier uur.' }
    expect(await editNote(edit, colleague)).toEqual({ ok: false, reason: 'not-yours' })
    expect(await editNote(edit, { ...mine, now: minuteLater })).toEqual({ ok: true, value: null })
    expect(await note()).toMatchObject({ text: edit.text, editedAt: minuteLater, createdAt: now })
  })

  test('that was changed in another window is not written over, nor taken away', async () => {
    await editNote({ ...ref, seen, text: 'Eerst' }, { ...mine, now: minuteLater })
    const stale = { ok: false, reason: 'changed-meanwhile' }
    expect(await editNote({ ...ref, seen, text: 'Daarna' }, mine)).toEqual(stale)
    expect(await editNote({ ...ref, seen, text: 'Eerst' }, mine)).toEqual({ ok: true, value: null })
    expect(await deleteNote({ ...ref, canDeleteOthers: true, seen }, colleague)).toEqual(stale)
    const current = await note()
    expect(
      await deleteNote({ ...ref, canDeleteOthers: true, seen: current ? noteFingerprint(current) : '' }, colleague),
    ).toMatchObject({
      ok: true,
    })
    expect(await note()).toBeNull()
  })

  test('of a colleague is not taken away by who may not delete; one of their own is', async () => {
    const remove = { ...ref, seen, canDeleteOthers: false }
    expect(await deleteNote(remove, colleague)).toEqual({ ok: false, reason: 'not-yours' })
    expect(await deleteNote(remove, mine)).toEqual({ ok: true, value: null })
    expect(await note()).toBeNull()
  })

  test('that is gone cannot be changed, and is gone once', async () => {
    await deleteNote({ ...ref, canDeleteOthers: true, seen }, colleague)
    expect(await deleteNote({ ...ref, canDeleteOthers: true, seen }, mine)).toEqual({ ok: true, value: null })
    expect(await editNote({ ...ref, seen, text: 'Toch' }, mine)).toEqual({ ok: false, reason: 'unknown-note' })
    expect((await auditEntries()).filter((action) => action === 'noteDeleted')).toHaveLength(1)
  })

  test('goes when the sign-up goes', async () => {
    await database.db.registration.delete({ where: { id: ref.registrationId } })
    expect(await note()).toBeNull()
  })
})

test.each(['', ' \n ', '\u200b', 'x'.repeat(2_001)])('a note of %j is not taken', (typed) => {
  expect(noteSchema.safeParse({ text: typed }).success).toBe(false)
})
