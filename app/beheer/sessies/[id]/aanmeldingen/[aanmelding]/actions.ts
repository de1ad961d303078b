'use server'

import { refresh } from 'next/cache'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import { canDelete } from '@/lib/organisers/rules'
import { ok, type Result } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { cancelRegistration, resendConfirmation, restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { addNote, deleteNote, editNote } from '@/lib/registrations/admin/notes'
import { type CancellationRefusal, noteSchema } from '@/lib/registrations/schema'
import type { RegistrationActionsState, RegistrationChange } from './_components/registration-actions'
import type { NotesState } from './_components/registration-notes'

/** Cancels or restores a registration, or resends its confirmation. */
export const registrationAction = adminAction(
  { params: [idOr404, idOr404], returnTo: (sessionId, id) => routes.registration(sessionId, id) },
  async ({ params: [sessionId, id], intent, form, actor }): Promise<RegistrationActionsState> => {
    const { version, times, tell } = readFields(form, 'version', 'times', 'tell')
    const command = { sessionId, id, version: Number(version), shouldNotify: tell === 'on' }
    const result = await runIntent()
    refresh()
    return result.ok
      ? { status: 'done', result: result.value }
      : { status: 'refused', reason: result.reason, values: null }

    async function runIntent(): Promise<Result<RegistrationChange, CancellationRefusal>> {
      if (intent === 'cancel') {
        const cancelled = await cancelRegistration(command, actor)
        return cancelled.ok ? ok(cancelled.value.offered > 0 ? 'cancelled-and-offered' : 'cancelled') : cancelled
      }
      if (intent === 'restore') {
        const restored = await restoreRegistration(command, actor)
        return restored.ok ? ok(restored.value.isWaitlisted ? 'restored-to-waitlist' : 'restored') : restored
      }
      const resent = await resendConfirmation({ ...command, sentCount: Number(times) || 0 }, actor)
      return resent.ok ? ok('resent') : resent
    }
  },
)

/** Adds, edits or deletes a note about a registration. */
export const notesAction = adminAction(
  { params: [idOr404, idOr404], returnTo: (sessionId, id) => routes.registration(sessionId, id) },
  async ({ params: [sessionId, id], intent, form, organiser, actor }): Promise<NotesState> => {
    await registrationOr404(sessionId, id)
    const { noteId: submittedId, seen, text } = readFields(form, 'noteId', 'seen', 'text')
    const noteId = idOr404(submittedId)
    const target = { registrationId: id, noteId, seen, canDeleteOthers: canDelete(organiser.role) }
    const values = { noteId, text: intent === 'delete' ? '' : text }
    const parsed = noteSchema.safeParse({ text })
    refresh()
    if (intent === 'delete') {
      const deleted = await deleteNote(target, actor)
      return deleted.ok ? { status: 'done', result: 'deleted' } : { status: 'refused', reason: deleted.reason, values }
    }
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const note = { ...target, ...parsed.data }
    if (intent === 'edit') {
      const edited = await editNote(note, actor)
      return edited.ok ? { status: 'done', result: 'changed' } : { status: 'refused', reason: edited.reason, values }
    }
    await addNote(note, actor)
    return { status: 'done', result: 'added' }
  },
)
