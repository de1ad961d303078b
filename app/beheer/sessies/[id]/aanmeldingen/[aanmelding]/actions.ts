'use server'

import { refresh } from 'next/cache'
import { idOr404 } from '@/app/beheer/read-params'
import { registrationOr404 } from '@/app/beheer/registration-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import type { RegistrationActionsState } from '@/components/organiser/registration-actions'
import type { NotesState } from '@/components/organiser/registration-notes'
import { requireOrganiser } from '@/lib/organisers/current'
import { canDelete } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { addNote, deleteNote, editNote } from '@/lib/registrations/notes'
import { type NoteFieldReason, noteSchema, type StandingRefusal } from '@/lib/registrations/schema'
import { cancelRegistration, resendConfirmation, restoreRegistration } from '@/lib/registrations/standing'

/** Cancel, put back, or send the confirmation again. */
export async function registrationAction(
  session: string,
  registration: string,
  _previous: RegistrationActionsState,
  form: FormData,
): Promise<RegistrationActionsState> {
  const [sessionId, id] = [idOr404(String(session)), idOr404(String(registration))]
  const organiser = await requireOrganiser(routes.registration(sessionId, id))
  const { press, version, times, tell } = readFields(form, 'press', 'version', 'times', 'tell')
  const standing = { sessionId, id, version: Number(version), tell: tell === 'on' }
  const by = { now: clock.now(), organiserId: organiser.id }
  const result = await pressed()
  refresh()
  return result

  async function pressed(): Promise<RegistrationActionsState> {
    if (press === 'cancel') {
      return told(await cancelRegistration(standing, by), ({ offered }) =>
        offered > 0 ? 'cancelled-and-offered' : 'cancelled',
      )
    }
    if (press === 'restore') {
      return told(await restoreRegistration(standing, by), ({ waits }) => (waits ? 'restored-waiting' : 'restored'))
    }
    return told(await resendConfirmation({ ...standing, times: Number(times) || 0 }, by), () => 'resent')
  }
}

type Done = Extract<RegistrationActionsState, { status: 'done' }>['what']

function told<Value>(result: Result<Value, StandingRefusal>, what: (value: Value) => Done): RegistrationActionsState {
  return result.ok ? { status: 'done', what: what(result.value) } : { status: 'refused', reason: result.reason }
}

/** Adds, changes or takes away a note. */
export async function notesAction(
  session: string,
  registration: string,
  _previous: NotesState,
  form: FormData,
): Promise<NotesState> {
  const organiser = await requireOrganiser(routes.registration(String(session), String(registration)))
  const { registration: about } = await registrationOr404(session, registration)
  const { press, noteId: sent, seen, text } = readFields(form, 'press', 'noteId', 'seen', 'text')
  const noteId = idOr404(sent)
  const place = { registrationId: about.id, noteId }
  const by = { now: clock.now(), organiserId: organiser.id }
  const result = await pressed()
  refresh()
  return result

  async function pressed(): Promise<NotesState> {
    if (press === 'delete') {
      const gone = await deleteNote({ ...place, seen, anyones: canDelete(organiser.role) }, by)
      return gone.ok
        ? { status: 'done', what: 'deleted' }
        : { status: 'refused', reason: gone.reason, noteId, text: '' }
    }
    const parsed = noteSchema.safeParse({ text })
    if (!parsed.success) {
      const { text: reason = 'missing' } = firstReasons<NoteFieldReason>(parsed.error)
      return { status: 'invalid', reason, noteId, text }
    }
    if (press !== 'edit') {
      await addNote({ ...place, ...parsed.data }, by)
      return { status: 'done', what: 'added' }
    }
    const edited = await editNote({ ...place, ...parsed.data, seen }, by)
    return edited.ok ? { status: 'done', what: 'changed' } : { status: 'refused', reason: edited.reason, noteId, text }
  }
}
