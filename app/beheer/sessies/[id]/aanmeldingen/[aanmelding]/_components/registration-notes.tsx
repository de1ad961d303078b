'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { ErrorSummary } from '@/components/form/error-summary'
import { fieldErrors } from '@/components/form/field-errors'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { ActionForm } from '@/components/form/submission/action-form'
import type { FormSender } from '@/components/form/submission/use-form-sender'
import { SubmitButton } from '@/components/form/submit-button'
import { DateTime } from '@/components/ui/text/date-time'
import type { RegistrationView } from '@/lib/registrations/queries'
import { limits, type NoteFieldReason, type NoteRefusal } from '@/lib/registrations/schema'
import details from './registration-details.module.css'
import styles from './registration-notes.module.css'

/**
 * Submitted fields of the forms to add or edit a note. `noteId` is the id of the added or edited note. Both fields are
 * empty when a deletion was refused.
 */
type NoteValues = { noteId: string; text: string }
export type NotesState = FormState<NoteValues, NoteFieldReason, NoteRefusal, keyof typeof doneMessages>

/** A note to show. An edit or deletion submits the `digest` of the note, and is refused when the note was edited since. */
type Note = Omit<RegistrationView['notes'][number], 'createdBy'> &
  Record<'digest' | 'author', string> &
  Record<'isMine' | 'canDelete', boolean>

type Props = {
  action: FormAction<NotesState>
  /** Page title. This component sets it, to put "Fout:" in front when a submission fails. */
  title: string
  notes: Note[]
  /** Id of the note that the form adds, so that submitting twice adds one note. */
  newId: string
}

const doneMessages = { add: 'De notitie is bewaard.', edit: 'De notitie is veranderd.', delete: 'De notitie is weg.' }

const refusals: Record<NoteRefusal, string> = {
  'unknown-note': 'Een collega heeft deze notitie net weggehaald. Typte je iets? Dat staat bij de nieuwe notitie.',
  'changed-meanwhile': 'Deze notitie is net veranderd. Kijk wat er nu staat. Typte je iets? Dat staat er nog onder.',
  'not-yours': 'Alleen wie een notitie schreef, kan hem veranderen. Weghalen kan een beheerder ook.',
}

const messages = {
  text: {
    missing: 'Schrijf wat je collega’s moeten weten',
    'too-long': `Maak de notitie korter, tot ${limits.note.toLocaleString('nl-NL')} tekens`,
  },
}

const noteField = { name: 'text', rows: 3, maxLength: limits.note }

/** Shows the organisers' notes about a registration, and a form to add one. */
export function RegistrationNotes({ action, title, notes, newId }: Props) {
  const form = useFormAction(action, {
    values: { noteId: '', text: '' },
    describeErrors: (errors) => fieldErrors<NoteFieldReason>(messages, errors),
    describeRefusal: (reason) => ({ title: 'Dat is niet gelukt.', text: refusals[reason] }),
  })
  const { state, send, result, refusal } = form
  const success = result && { title: doneMessages[result] }
  const rejected = state.status === 'invalid' || state.status === 'refused' ? state.values : null
  const rejectedNote = notes.find(({ id }) => id === rejected?.noteId)
  const error = form.errors.text
  const invalidFieldId = rejectedNote ? `notitie-${rejectedNote.id}` : 'notitie-nieuw'
  return (
    <section className={details.part}>
      <title>{`${rejected ? 'Fout: ' : ''}${title} - Aanschuif beheer`}</title>
      <Heading level={2}>Notities</Heading>
      <Paragraph>Alleen voor organisatoren. Schrijf niets op wat deze persoon niet zou mogen lezen.</Paragraph>
      <ErrorSummary errors={error ? [{ id: invalidFieldId, message: error }] : []} submission={state} />
      <FormFeedback pageTitle={null} refusal={refusal} success={success} submission={state} />
      {notes.length > 0 ? (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <RegistrationNote
              key={`${note.id} ${note.digest}`}
              note={note}
              send={send}
              draft={rejected && note === rejectedNote ? rejected.text : null}
              error={note === rejectedNote ? error : undefined}
            />
          ))}
        </ul>
      ) : null}
      <ActionForm key={newId} send={send} noValidate className={styles.form}>
        <input type="hidden" name="noteId" value={newId} />
        <input type="hidden" name="intent" value="add" />
        <TextAreaField
          {...noteField}
          id="notitie-nieuw"
          label="Nieuwe notitie"
          defaultValue={rejected && !rejectedNote ? rejected.text : ''}
          error={rejectedNote ? undefined : error}
        />
        <div className={styles.buttons}>
          <SubmitButton>Notitie bewaren</SubmitButton>
        </div>
      </ActionForm>
    </section>
  )
}

/** `draft` is the text of an edit that could not be saved, else `null`. */
type NoteProps = { note: Note; send: FormSender; draft: string | null; error?: string }

/** Shows one note. Its author can edit and delete it, an admin can delete any note. */
function RegistrationNote({ note, send, draft, error }: NoteProps) {
  const { id, text, createdAt, editedAt, author, isMine, canDelete } = note
  const ofAuthor = <span className="visually-hidden"> van de notitie van {author}</span>
  const hiddenFields = (
    <>
      <input type="hidden" name="noteId" value={id} />
      <input type="hidden" name="seen" value={note.digest} />
    </>
  )
  return (
    <li className={styles.note}>
      <p className={styles.who}>
        {author}, <DateTime value={createdAt} />
        {editedAt ? ', later veranderd' : null}
      </p>
      <p className={styles.text}>{text}</p>
      <div className={styles.buttons}>
        {isMine ? (
          <details open={draft !== null} className={styles.edit}>
            <summary>Veranderen{ofAuthor}</summary>
            <ActionForm send={send} noValidate>
              {hiddenFields}
              <TextAreaField
                {...noteField}
                id={`notitie-${id}`}
                label="Notitie"
                defaultValue={draft ?? text}
                error={error}
              />
              <FormButton intent="edit">Bewaren</FormButton>
            </ActionForm>
          </details>
        ) : null}
        {canDelete ? (
          <ActionForm send={send}>
            {hiddenFields}
            <button type="submit" name="intent" value="delete" className={styles.delete}>
              Weghalen{ofAuthor}
            </button>
          </ActionForm>
        ) : null}
      </div>
    </li>
  )
}
