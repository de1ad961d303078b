import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import type { Result } from '@/lib/platform/result'
import { auditRegistration } from './insert'
import { noteFingerprint } from './rules'
import type { NoteRefusal } from './schema'

type NoteRef = { registrationId: string; noteId: string }
type NoteResult = Promise<Result<null, NoteRefusal>>

/** Adds a note. Its id (a UUID) is made with the form: the same form sent twice is one note. */
export async function addNote(
  { registrationId, noteId, text }: NoteRef & { text: string },
  actor: Actor,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const data = { id: noteId, registrationId, text, createdAt: actor.now, createdBy: actor.organiserId }
    const { count } = await tx.registrationNote.createMany({ data: [data], skipDuplicates: true })
    if (count === 1) await auditRegistration(tx, 'noteAdded', { ...actor, registrationId })
  })
}

/** Only who wrote a note changes it. `seen` is its `noteStamp` as it was shown. */
export async function editNote(
  { seen, text, ...ref }: NoteRef & { seen: string; text: string },
  actor: Actor,
): NoteResult {
  return await db().$transaction(async (tx) => {
    const note = await lockNote(tx, ref)
    if (!note) return { ok: false, reason: 'unknown-note' }
    if (note.createdBy !== actor.organiserId) return { ok: false, reason: 'not-yours' }
    if (note.text === text) return { ok: true, value: null }
    if (noteFingerprint(note) !== seen) return { ok: false, reason: 'changed-meanwhile' }
    await tx.registrationNote.update({ where: { id: ref.noteId }, data: { text, editedAt: actor.now } })
    await auditRegistration(tx, 'noteChanged', { ...actor, registrationId: ref.registrationId })
    return { ok: true, value: null }
  })
}

type NoteDeletion = NoteRef & { seen: string /** Also one that a colleague wrote. */; canDeleteOthers: boolean }

/** Takes a note away. Refuses one of a colleague unless `anyones`, and one that was changed since `seen`. */
export async function deleteNote({ seen, canDeleteOthers, ...ref }: NoteDeletion, actor: Actor): NoteResult {
  return await db().$transaction(async (tx) => {
    const note = await lockNote(tx, ref)
    if (!note) return { ok: true, value: null }
    if (!canDeleteOthers && note.createdBy !== actor.organiserId) return { ok: false, reason: 'not-yours' }
    if (noteFingerprint(note) !== seen) return { ok: false, reason: 'changed-meanwhile' }
    await tx.registrationNote.delete({ where: { id: ref.noteId } })
    await auditRegistration(tx, 'noteDeleted', { ...actor, registrationId: ref.registrationId })
    return { ok: true, value: null }
  })
}

async function lockNote(tx: Transaction, { registrationId, noteId }: NoteRef) {
  await lockRow(tx, 'RegistrationNote', noteId)
  return await tx.registrationNote.findFirst({ where: { id: noteId, registrationId } })
}
