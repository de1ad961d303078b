import { Button } from '@utrecht/component-library-react'
import { TextAreaField } from '@/components/form/text-area-field'
import { At } from '@/components/layout/at'
import { limits } from '@/lib/registrations/schema'
import styles from './registration-notes.module.css'

export type RegistrationNoteView = {
  id: string
  text: string
  createdAt: Date
  editedAt: Date | null
  /** Which state of it is shown: comes back with a change. */
  seen: string
  /** Name of who wrote it. */
  by: string
  isMine: boolean
  canDelete: boolean
}

type Props = {
  note: RegistrationNoteView
  send: (form: FormData) => void
  /** What was typed and not kept, or null. */
  typed: string | null
  error?: string
}

/** One note; who wrote it can change it and take it away, and a beheerder can take any away. */
export function RegistrationNote({ note, send, typed, error }: Props) {
  const { id, text, createdAt, editedAt, seen, by, isMine, canDelete } = note
  const about = (
    <>
      <input type="hidden" name="noteId" value={id} />
      <input type="hidden" name="seen" value={seen} />
    </>
  )
  return (
    <li className={styles.note}>
      <p className={styles.who}>
        {by}, <At moment={createdAt} />
        {editedAt ? ', later veranderd' : null}
      </p>
      <p className={styles.text}>{text}</p>
      <div className={styles.buttons}>
        {isMine ? (
          <details open={typed !== null} className={styles.edit}>
            <summary>
              Veranderen<span className="visually-hidden"> van de notitie van {by}</span>
            </summary>
            <form action={send} noValidate>
              {about}
              <TextAreaField
                id={`notitie-${id}`}
                name="text"
                label="Notitie"
                rows={3}
                maxLength={limits.note}
                defaultValue={typed ?? text}
                error={error}
              />
              <Button type="submit" name="press" value="edit" appearance="secondary-action-button">
                Bewaren
              </Button>
            </form>
          </details>
        ) : null}
        {canDelete ? (
          <form action={send}>
            {about}
            <button type="submit" name="press" value="delete" className={styles.delete}>
              Weghalen<span className="visually-hidden"> van de notitie van {by}</span>
            </button>
          </form>
        ) : null}
      </div>
    </li>
  )
}
