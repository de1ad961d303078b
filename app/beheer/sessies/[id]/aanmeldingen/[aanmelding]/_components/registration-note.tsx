import { FormButton } from '@/app/beheer/_components/form/form-button'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { DateTime } from '@/components/ui/text/date-time'
import { limits } from '@/lib/registrations/schema'
import styles from './registration-notes.module.css'

export type RegistrationNoteView = {
  id: string
  text: string
  createdAt: Date
  editedAt: Date | null
  /** Fingerprint of the shown text. Comes back with a change. */
  digest: string
  author: string
  isMine: boolean
  canDelete: boolean
}

type Props = {
  note: RegistrationNoteView
  send: (form: FormData) => void
  /** Typed text that was not saved. */
  draft: string | null
  error?: string
}

/** One note. Its author can edit and delete it, an admin can delete any. */
export function RegistrationNote({ note, send, draft, error }: Props) {
  const { id, text, createdAt, editedAt, digest, author, isMine, canDelete } = note
  const hiddenFields = (
    <>
      <input type="hidden" name="noteId" value={id} />
      <input type="hidden" name="seen" value={digest} />
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
            <summary>
              Veranderen<span className="visually-hidden"> van de notitie van {author}</span>
            </summary>
            <form action={send} noValidate>
              {hiddenFields}
              <TextAreaField
                id={`notitie-${id}`}
                name="text"
                label="Notitie"
                rows={3}
                maxLength={limits.note}
                defaultValue={draft ?? text}
                error={error}
              />
              <FormButton intent="edit">Bewaren</FormButton>
            </form>
          </details>
        ) : null}
        {canDelete ? (
          <form action={send}>
            {hiddenFields}
            <button type="submit" name="intent" value="delete" className={styles.delete}>
              Weghalen<span className="visually-hidden"> van de notitie van {author}</span>
            </button>
          </form>
        ) : null}
      </div>
    </li>
  )
}
