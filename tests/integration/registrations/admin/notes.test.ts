import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addNote, deleteNote, editNote } from '@/lib/registrations/admin/notes'
import { noteFingerprint } from '@/lib/registrations/rules'
import { noteSchema } from '@/lib/registrations/schema'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addOrganiser, addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const now = new Date('2022-10-01T08:00:00Z')
const minuteLater = new Date(now.getTime() + 60_000)
const author = { now, organiserId: 'ik' }
const colleague = { now: minuteLater, organiserId: 'collega' }
const text = 'Belt liever na drie uur.'

const { db } = await createTestDatabase()
let ref: { registrationId: string; noteId: string }
beforeAll(async () => {
  for (const { organiserId } of [author, colleague]) await addOrganiser(db, organiserId)
})
beforeEach(async () => {
  const session = await createTestSession(db)
  ref = { registrationId: (await addParticipant(db, session.id)).id, noteId: randomUUID() }
  await addNote({ ...ref, text }, author)
})

const note = () => db.registrationNote.findUnique({ where: { id: ref.noteId } })
const seen = now.toISOString()
const auditEntries = async () =>
  (await db.auditEntry.findMany({ where: { subjectId: ref.registrationId } })).map(({ action }) => action)

describe('an organisers’ note', () => {
  test('is stored once when its form is sent twice, without its text in the audit log', async () => {
    await addNote({ ...ref, text }, author)
    expect(await db.registrationNote.count({ where: { registrationId: ref.registrationId } })).toBe(1)
    expect(await auditEntries()).toEqual(['noteAdded'])
    expect(JSON.stringify(await db.auditEntry.findMany())).not.toContain('drie uur')
  })

  test('is edited by its author only', async () => {
    const edit = { ...ref, seen, text: 'Belt liever na vier uur.' }
    expect(await editNote(edit, colleague)).toEqual({ ok: false, reason: 'not-yours' })
    expect(await editNote(edit, { ...author, now: minuteLater })).toEqual({ ok: true, value: null })
    expect(await note()).toMatchObject({ text: edit.text, editedAt: minuteLater, createdAt: now })
  })

  test('is neither overwritten nor deleted after it was edited in another window', async () => {
    await editNote({ ...ref, seen, text: 'Eerst' }, { ...author, now: minuteLater })
    const stale = { ok: false, reason: 'changed-meanwhile' }
    expect(await editNote({ ...ref, seen, text: 'Daarna' }, author)).toEqual(stale)
    expect(await editNote({ ...ref, seen, text: 'Eerst' }, author)).toEqual({ ok: true, value: null })
    expect(await deleteNote({ ...ref, canDeleteOthers: true, seen }, colleague)).toEqual(stale)
    const current = await note()
    expect(
      await deleteNote({ ...ref, canDeleteOthers: true, seen: current ? noteFingerprint(current) : '' }, colleague),
    ).toMatchObject({
      ok: true,
    })
    expect(await note()).toBeNull()
  })

  test('of a colleague is deleted only by an organiser with that permission', async () => {
    const remove = { ...ref, seen, canDeleteOthers: false }
    expect(await deleteNote(remove, colleague)).toEqual({ ok: false, reason: 'not-yours' })
    expect(await deleteNote(remove, author)).toEqual({ ok: true, value: null })
    expect(await note()).toBeNull()
  })

  test('that was deleted cannot be edited and is deleted once', async () => {
    await deleteNote({ ...ref, canDeleteOthers: true, seen }, colleague)
    expect(await deleteNote({ ...ref, canDeleteOthers: true, seen }, author)).toEqual({ ok: true, value: null })
    expect(await editNote({ ...ref, seen, text: 'Toch' }, author)).toEqual({ ok: false, reason: 'unknown-note' })
    expect((await auditEntries()).filter((action) => action === 'noteDeleted')).toHaveLength(1)
  })

  test('keeps its text and loses its author when that organiser is deleted', async () => {
    await addOrganiser(db, 'vertrekt')
    const noteId = randomUUID()
    await addNote({ ...ref, noteId, text }, { now, organiserId: 'vertrekt' })
    await db.organiser.delete({ where: { id: 'vertrekt' } })
    expect(await db.registrationNote.findUnique({ where: { id: noteId } })).toMatchObject({
      text,
      createdBy: null,
    })
  })

  test('is deleted with its registration', async () => {
    await db.registration.delete({ where: { id: ref.registrationId } })
    expect(await note()).toBeNull()
  })
})

test.each(['', ' \n ', '\u200b', 'x'.repeat(2_001)])('noteSchema rejects the text %j', (typed) => {
  expect(noteSchema.safeParse({ text: typed }).success).toBe(false)
})
