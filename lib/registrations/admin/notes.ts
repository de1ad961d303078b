import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditRegistration } from '../change-log'
import { noteFingerprint } from '../rules'
import type { NoteRefusal } from '../schema'

type NoteRef = { registrationId: string; noteId: string }
/** Note to edit or delete. `seen` is the `noteFingerprint` of the note that the organiser saw. */
type SeenNote = NoteRef & { seen: string }
type NoteResult = Promise<Result<null, NoteRefusal>>

/** Adds an organiser's note. `noteId` is a UUID from the form, so that sending the form twice adds one note. */
export async function addNote(note: NoteRef & { text: string }, actor: Actor): NoteResult {
  const { registrationId, noteId, text } = note
  return await db().$transaction(async (tx) => {
    const data = { id: noteId, registrationId, text, createdAt: actor.now, createdBy: actor.organiserId }
    const { count } = await tx.registrationNote.createMany({ data: [data], skipDuplicates: true })
    if (count === 1) await auditRegistration(tx, 'noteAdded', { ...actor, registrationId })
    return ok(null)
  })
}

/** Edits a note. Refuses with `not-yours` for a colleague's note, and with `changed-meanwhile` after another edit. */
export async function editNote({ text, ...ref }: SeenNote & { text: string }, actor: Actor): NoteResult {
  return await db().$transaction(async (tx) => {
    const note = await lockNote(tx, ref)
    if (!note) return refuse('unknown-note')
    if (note.createdBy !== actor.organiserId) return refuse('not-yours')
    if (note.text === text) return ok(null)
    if (noteFingerprint(note) !== ref.seen) return refuse('changed-meanwhile')
    await tx.registrationNote.update({ where: { id: note.id }, data: { text, editedAt: actor.now } })
    await auditRegistration(tx, 'noteChanged', { ...actor, registrationId: ref.registrationId })
    return ok(null)
  })
}

/** Deletes a note; repeating succeeds. Refuses with `not-yours` for a colleague's note, unless `canDeleteOthers`. */
export async function deleteNote(ref: SeenNote & { canDeleteOthers: boolean }, actor: Actor): NoteResult {
  return await db().$transaction(async (tx) => {
    const note = await lockNote(tx, ref)
    if (!note) return ok(null)
    if (!ref.canDeleteOthers && note.createdBy !== actor.organiserId) return refuse('not-yours')
    if (noteFingerprint(note) !== ref.seen) return refuse('changed-meanwhile')
    await tx.registrationNote.delete({ where: { id: note.id } })
    await auditRegistration(tx, 'noteDeleted', { ...actor, registrationId: ref.registrationId })
    return ok(null)
  })
}

async function lockNote(tx: Transaction, { registrationId, noteId }: NoteRef) {
  await lockRow(tx, 'RegistrationNote', noteId)
  return await tx.registrationNote.findFirst({ where: { id: noteId, registrationId } })
}
