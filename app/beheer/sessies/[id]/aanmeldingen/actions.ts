'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { firstIssueByField } from '@/components/form/field-errors'
import { readRegistrationValues } from '@/components/registration-form/registration-values'
import { canDelete } from '@/lib/organisers/rules'
import { ok, type Result } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { cleanLine } from '@/lib/platform/text'
import { cancelRegistration, resendConfirmation, restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { addNote, deleteNote, editNote } from '@/lib/registrations/admin/notes'
import { findByEmail } from '@/lib/registrations/queries'
import { registerByHand } from '@/lib/registrations/register'
import {
  type AdminRegistrationRefusal,
  type CancellationRefusal,
  type FormQuestion,
  noteSchema,
  registrationSchema,
} from '@/lib/registrations/schema'
import { updateRegistration } from '@/lib/registrations/update'
import { listActiveFormQuestions, listQuestionsForRegistration } from '@/lib/sessions/queries'
import type { AdminRegistrationState, AdminRegistrationValues } from './_components/admin-registration-form'
import type { RegistrationActionsState, RegistrationChange } from './[aanmelding]/_components/registration-actions'
import type { NotesState } from './[aanmelding]/_components/registration-notes'

/**
 * Adds the registration that an organiser filled in, and redirects to its page. Refuses an e-mail address that is
 * already registered for the session.
 */
export const addRegistrationAction = adminAction(
  { params: [idOr404], returnTo: routes.newRegistration },
  async ({ params: [sessionId], form, actor }): Promise<AdminRegistrationState> => {
    await sessionOr404(sessionId)
    const { values, parsed } = parseForm(form, await listActiveFormQuestions(sessionId))
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const idempotencyKey = cleanLine(readFields(form, 'submission').submission)
    const shouldSendConfirmation = values.confirm === 'on'
    const input = { ...parsed.data, sessionId, idempotencyKey, shouldSendConfirmation }
    const result = await registerByHand(input, actor)
    if (result.ok) redirect(routes.registration(sessionId, result.value.id, 'added'))
    // The session has ended: the refreshed form no longer offers a confirmation.
    if (result.reason === 'mail-not-relevant') refresh()
    return await refusedState(result.reason, values, input)
  },
)

/** Saves an organiser's edit and redirects to the registration. Refuses with `changed-meanwhile` after another edit. */
export const updateRegistrationAction = adminAction(
  { params: [idOr404, idOr404], returnTo: routes.editRegistration },
  async ({ params: [sessionId, id], form, actor }): Promise<AdminRegistrationState> => {
    await registrationOr404(sessionId, id)
    const { values, parsed } = parseForm(form, await listQuestionsForRegistration(sessionId, id))
    if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
    const version = Number(readFields(form, 'version').version)
    const input = { ...parsed.data, sessionId, id, version }
    const result = await updateRegistration(input, actor)
    if (result.ok) redirect(routes.registration(sessionId, id, 'changed'))
    // The refreshed form holds the current version: submitting again overwrites the colleague's edit on purpose.
    if (result.reason === 'changed-meanwhile') refresh()
    return await refusedState(result.reason, values, input)
  },
)

function parseForm(form: unknown, questions: FormQuestion[]) {
  const values = { ...readRegistrationValues(form, questions), ...readFields(form, 'confirm') }
  return { values, parsed: registrationSchema(questions).safeParse(values) }
}

async function refusedState(
  reason: AdminRegistrationRefusal,
  values: AdminRegistrationValues,
  { sessionId, email }: { sessionId: string; email: string },
) {
  if (reason !== 'address-taken') return { status: 'refused', reason, values } as const
  return { status: 'refused', reason: { takenBy: await findByEmail(sessionId, email) }, values } as const
}

/** Cancels or restores a registration, or resends its confirmation mail, depending on the pressed button (`intent`). */
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

/** Adds, edits or deletes a note about a registration, depending on the pressed button (`intent`). */
export const notesAction = adminAction(
  { params: [idOr404, idOr404], returnTo: (sessionId, id) => routes.registration(sessionId, id) },
  async ({ params: [sessionId, id], intent, form, organiser, actor }): Promise<NotesState> => {
    await registrationOr404(sessionId, id)
    const fields = readFields(form, 'noteId', 'seen', 'text')
    const noteId = idOr404(fields.noteId)
    refresh()
    const command = intent === 'edit' || intent === 'delete' ? intent : 'add'
    const { data, error } = command === 'delete' ? { data: { text: '' } } : noteSchema.safeParse(fields)
    if (!data) return { status: 'invalid', errors: firstIssueByField(error), values: { noteId, text: fields.text } }
    const note = { ...data, registrationId: id, noteId, seen: fields.seen, canDeleteOthers: canDelete(organiser.role) }
    const commands = { add: addNote, edit: editNote, delete: deleteNote }
    const result = await commands[command](note, actor)
    if (result.ok) return { status: 'done', result: command }
    const values = command === 'delete' ? { noteId: '', text: '' } : { noteId, text: fields.text }
    return { status: 'refused', reason: result.reason, values }
  },
)
