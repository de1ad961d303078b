'use server'

import { refresh } from 'next/cache'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { canDelete } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { cancelRegistration, resendConfirmation, restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { addNote, deleteNote, editNote } from '@/lib/registrations/notes'
import { type CancellationRefusal, type NoteFieldReason, noteSchema } from '@/lib/registrations/schema'
import type { RegistrationActionsState } from './_components/registration-actions'
import type { NotesState } from './_components/registration-notes'

/** Cancel, put back, or send the confirmation again. */
export async function registrationAction(
  session: string,
  registration: string,
  _previous: RegistrationActionsState,
  form: FormData,
): Promise<RegistrationActionsState> {
  const [sessionId, id] = [idOr404(String(session)), idOr404(String(registration))]
  const organiser = await requireOrganiser(routes.registration(sessionId, id))
  const { intent, version, times, tell } = readFields(form, 'intent', 'version', 'times', 'tell')
  const command = { sessionId, id, version: Number(version), shouldNotify: tell === 'on' }
  const actor = { now: clock.now(), organiserId: organiser.id }
  const result = await runIntent()
  refresh()
  return result

  async function runIntent(): Promise<RegistrationActionsState> {
    if (intent === 'cancel') {
      return toActionState(await cancelRegistration(command, actor), ({ offered }) =>
        offered > 0 ? 'cancelled-and-offered' : 'cancelled',
      )
    }
    if (intent === 'restore') {
      return toActionState(await restoreRegistration(command, actor), ({ isWaitlisted }) =>
        isWaitlisted ? 'restored-to-waitlist' : 'restored',
      )
    }
    return toActionState(await resendConfirmation({ ...command, sentCount: Number(times) || 0 }, actor), () => 'resent')
  }
}

type RegistrationChange = Extract<RegistrationActionsState, { status: 'done' }>['change']

function toActionState<Value>(
  result: Result<Value, CancellationRefusal>,
  toChange: (value: Value) => RegistrationChange,
): RegistrationActionsState {
  return result.ok ? { status: 'done', change: toChange(result.value) } : { status: 'refused', reason: result.reason }
}

/** Adds, changes or takes away a note. */
export async function notesAction(
  session: string,
  registration: string,
  _previous: NotesState,
  form: FormData,
): Promise<NotesState> {
  const organiser = await requireOrganiser(routes.registration(String(session), String(registration)))
  const { registration: parent } = await registrationOr404(session, registration)
  const { intent, noteId: submittedId, seen, text } = readFields(form, 'intent', 'noteId', 'seen', 'text')
  const noteId = idOr404(submittedId)
  const target = { registrationId: parent.id, noteId }
  const actor = { now: clock.now(), organiserId: organiser.id }
  const result = await runIntent()
  refresh()
  return result

  async function runIntent(): Promise<NotesState> {
    if (intent === 'delete') {
      const deleted = await deleteNote({ ...target, seen, canDeleteOthers: canDelete(organiser.role) }, actor)
      return deleted.ok
        ? { status: 'done', change: 'deleted' }
        : { status: 'refused', reason: deleted.reason, noteId, text: '' }
    }
    const parsed = noteSchema.safeParse({ text })
    if (!parsed.success) {
      const { text: reason = 'missing' } = firstIssueByField<NoteFieldReason>(parsed.error)
      return { status: 'invalid', reason, noteId, text }
    }
    if (intent !== 'edit') {
      await addNote({ ...target, ...parsed.data }, actor)
      return { status: 'done', change: 'added' }
    }
    const edited = await editNote({ ...target, ...parsed.data, seen }, actor)
    return edited.ok
      ? { status: 'done', change: 'changed' }
      : { status: 'refused', reason: edited.reason, noteId, text }
  }
}
