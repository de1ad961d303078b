'use server'

import { refresh } from 'next/cache'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import { canDelete } from '@/lib/organisers/rules'
import { routes } from '@/lib/platform/routes'
import { cancelRegistration, resendConfirmation, restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { addNote, deleteNote, editNote } from '@/lib/registrations/admin/notes'
import { noteSchema } from '@/lib/registrations/schema'
import type { RegistrationActionsState } from './_components/registration-actions'
import type { NotesState } from './_components/registration-notes'

/** Cancels or restores a registration, or resends its confirmation. */
export const registrationAction = adminAction(
  { params: [idOr404, idOr404], returnTo: (sessionId, id) => routes.registration(sessionId, id) },
  async ({ params: [sessionId, id], intent, form, actor }): Promise<RegistrationActionsState> => {
    const { version, times, tell } = readFields(form, 'version', 'times', 'tell')
    const command = { sessionId, id, version: Number(version), shouldNotify: tell === 'on' }
    const result = await runIntent()
    refresh()
    return result

    async function runIntent(): Promise<RegistrationActionsState> {
      if (intent === 'cancel') {
        const cancelled = await cancelRegistration(command, actor)
        if (!cancelled.ok) return refused(cancelled.reason)
        return done(cancelled.value.offered > 0 ? 'cancelled-and-offered' : 'cancelled')
      }
      if (intent === 'restore') {
        const restored = await restoreRegistration(command, actor)
        if (!restored.ok) return refused(restored.reason)
        return done(restored.value.isWaitlisted ? 'restored-to-waitlist' : 'restored')
      }
      const resent = await resendConfirmation({ ...command, sentCount: Number(times) || 0 }, actor)
      return resent.ok ? done('resent') : refused(resent.reason)
    }
  },
)

type Change = Extract<RegistrationActionsState, { status: 'done' }>['result']
type Refusal = Extract<RegistrationActionsState, { status: 'refused' }>['reason']
const done = (result: Change): RegistrationActionsState => ({ status: 'done', result })
const refused = (reason: Refusal): RegistrationActionsState => ({ status: 'refused', reason, values: null })

/** Adds, edits or deletes a note about a registration. */
export const notesAction = adminAction(
  { params: [idOr404, idOr404], returnTo: (sessionId, id) => routes.registration(sessionId, id) },
  async ({ params: [sessionId, id], intent, form, organiser, actor }): Promise<NotesState> => {
    await registrationOr404(sessionId, id)
    const { noteId: submittedId, seen, text } = readFields(form, 'noteId', 'seen', 'text')
    const noteId = idOr404(submittedId)
    const target = { registrationId: id, noteId }
    const result = await runIntent()
    refresh()
    return result

    async function runIntent(): Promise<NotesState> {
      if (intent === 'delete') {
        const deleted = await deleteNote({ ...target, seen, canDeleteOthers: canDelete(organiser.role) }, actor)
        if (deleted.ok) return { status: 'done', result: 'deleted' }
        return { status: 'refused', reason: deleted.reason, values: { noteId, text: '' } }
      }
      const values = { noteId, text }
      const parsed = noteSchema.safeParse({ text })
      if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
      if (intent !== 'edit') {
        await addNote({ ...target, ...parsed.data }, actor)
        return { status: 'done', result: 'added' }
      }
      const edited = await editNote({ ...target, ...parsed.data, seen }, actor)
      return edited.ok ? { status: 'done', result: 'changed' } : { status: 'refused', reason: edited.reason, values }
    }
  },
)
