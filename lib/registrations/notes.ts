import type { By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { noteStamp } from './rules'
import type { NoteRefusal } from './schema'
import { auditRegistration } from './store'

type Place = { registrationId: string; noteId: string }
type Outcome = Promise<Result<null, NoteRefusal>>

/** Adds a note. Its id (a UUID) is made with the form: the same form sent twice is one note. */
export async function addNote({ registrationId, noteId, text }: Place & { text: string }, by: By): Promise<void> {
  await db().$transaction(async (tx) => {
    const data = { id: noteId, registrationId, text, createdAt: by.now, createdBy: by.organiserId }
    const { count } = await tx.registrationNote.createMany({ data: [data], skipDuplicates: true })
    if (count === 1) await auditRegistration(tx, 'registration.note-added', { ...by, registrationId })
  })
}

/** Only who wrote a note changes it. `seen` is its `noteStamp` as it was shown. */
export async function editNote({ seen, text, ...place }: Place & { seen: string; text: string }, by: By): Outcome {
  return await db().$transaction(async (tx) => {
    const note = await holdNote(tx, place)
    if (!note) return { ok: false, reason: 'unknown-note' }
    if (note.createdBy !== by.organiserId) return { ok: false, reason: 'not-yours' }
    if (note.text === text) return { ok: true, value: null }
    if (noteStamp(note) !== seen) return { ok: false, reason: 'changed-meanwhile' }
    await tx.registrationNote.update({ where: { id: place.noteId }, data: { text, editedAt: by.now } })
    await auditRegistration(tx, 'registration.note-changed', { ...by, registrationId: place.registrationId })
    return { ok: true, value: null }
  })
}

type Delete = Place & { seen: string /** Also one that a colleague wrote. */; anyones: boolean }

/** Takes a note away. Refuses one of a colleague unless `anyones`, and one that was changed since `seen`. */
export async function deleteNote({ seen, anyones, ...place }: Delete, by: By): Outcome {
  return await db().$transaction(async (tx) => {
    const note = await holdNote(tx, place)
    if (!note) return { ok: true, value: null }
    if (!anyones && note.createdBy !== by.organiserId) return { ok: false, reason: 'not-yours' }
    if (noteStamp(note) !== seen) return { ok: false, reason: 'changed-meanwhile' }
    await tx.registrationNote.delete({ where: { id: place.noteId } })
    await auditRegistration(tx, 'registration.note-deleted', { ...by, registrationId: place.registrationId })
    return { ok: true, value: null }
  })
}

async function holdNote(tx: Transaction, { registrationId, noteId }: Place) {
  await holdRow(tx, 'RegistrationNote', noteId)
  return await tx.registrationNote.findFirst({ where: { id: noteId, registrationId } })
}
