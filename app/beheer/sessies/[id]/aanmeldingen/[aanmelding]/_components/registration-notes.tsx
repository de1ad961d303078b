'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import { SubmitButton } from '@/components/form/submit-button'
import { limits, type NoteFieldReason, type NoteRefusal } from '@/lib/registrations/schema'
import details from './registration-details.module.css'
import { RegistrationNote, type RegistrationNoteView } from './registration-note'
import styles from './registration-notes.module.css'

export type NotesState =
  | { status: 'idle' }
  | { status: 'done'; change: 'added' | 'changed' | 'deleted' }
  /** `noteId`: the note that it is about; that of the new one for a new one. */
  | { status: 'invalid'; reason: NoteFieldReason; noteId: string; text: string }
  | { status: 'refused'; reason: NoteRefusal; noteId: string; text: string }

type Props = {
  action: (previous: NotesState, form: FormData) => Promise<NotesState>
  /** Of the page, which says it here because an error must stand in it. */
  title: string
  notes: RegistrationNoteView[]
  /** Id for the next note: the same form sent twice is one note. */
  newId: string
}

const doneMessages = {
  added: 'De notitie is bewaard.',
  changed: 'De notitie is veranderd.',
  deleted: 'De notitie is weg.',
} as const

const refusals: Record<NoteRefusal, string> = {
  'unknown-note': 'Een collega heeft deze notitie net weggehaald. Wat je typte, staat bij de nieuwe notitie.',
  'changed-meanwhile': 'Deze notitie is net veranderd. Kijk wat er nu staat; wat je typte, staat er nog onder.',
  'not-yours': 'Alleen wie een notitie schreef, kan hem veranderen. Weghalen kan een beheerder ook.',
}

const errors: Record<NoteFieldReason, string> = {
  missing: 'Schrijf wat je collega’s moeten weten',
  'too-long': `Maak de notitie korter, tot ${limits.note.toLocaleString('nl-NL')} tekens`,
}

/** What organisers tell each other about a sign-up. */
export function RegistrationNotes({ action, title, notes, newId }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const rejected = state.status === 'invalid' || state.status === 'refused' ? state : null
  const isExistingNote = notes.some(({ id }) => id === rejected?.noteId)
  const errorOf = (id: string) => (state.status === 'invalid' && state.noteId === id ? errors[state.reason] : undefined)
  const newNoteError = isExistingNote ? undefined : errorOf(rejected?.noteId ?? '')
  const invalidFieldId = isExistingNote ? `notitie-${rejected?.noteId}` : 'notitie-nieuw'
  return (
    <section className={details.part}>
      <title>{`${rejected ? 'Fout: ' : ''}${title} - Aanschuif beheer`}</title>
      <Heading level={2}>Notities</Heading>
      <Paragraph>Alleen voor organisatoren. Schrijf niets op wat deze persoon niet zou mogen lezen.</Paragraph>
      <ErrorSummary
        errors={state.status === 'invalid' ? [{ id: invalidFieldId, message: errors[state.reason] }] : []}
        submission={state}
      />
      {state.status === 'done' ? <FormStatus title={doneMessages[state.change]} submission={state} /> : null}
      {state.status === 'refused' ? (
        <FormError title="Dat is niet gelukt." submission={state}>
          {refusals[state.reason]}
        </FormError>
      ) : null}
      {notes.length > 0 ? (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <RegistrationNote
              key={`${note.id} ${note.digest}`}
              note={note}
              send={send}
              draft={rejected?.noteId === note.id ? rejected.text : null}
              error={errorOf(note.id)}
            />
          ))}
        </ul>
      ) : null}
      <form key={newId} action={send} noValidate className={styles.form}>
        <input type="hidden" name="noteId" value={newId} />
        <input type="hidden" name="intent" value="add" />
        <TextAreaField
          id="notitie-nieuw"
          name="text"
          label="Nieuwe notitie"
          rows={3}
          maxLength={limits.note}
          defaultValue={rejected && !isExistingNote ? rejected.text : ''}
          error={newNoteError}
        />
        <div className={styles.buttons}>
          <SubmitButton>Notitie bewaren</SubmitButton>
        </div>
      </form>
    </section>
  )
}
