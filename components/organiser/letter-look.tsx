import { Button } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Look } from './look'
import styles from './look.module.css'
import { type Looks, MailLooks } from './mail-looks'
import { getThisMail, lookAgain, people } from './release-words'

/** A letter as it was at one moment: what it looks like and to how many it goes. */
export type LetterView = {
  looks: Looks
  recipients: number
  /** Comes back with the button, so that nothing goes out but what was looked at. */
  seen: string
  because: 'edited' | 'recipients-changed' | null
}

/** The mail before it goes to many, and the button that sends it. Stands inside the form. */
export function LetterLook({ look, pending }: { look: LetterView; pending: boolean }) {
  const { looks, recipients, seen, because } = look
  return (
    <Look
      title={recipients === 0 ? 'Niemand krijgt deze mail' : getThisMail(recipients)}
      sending={look}
      again={because && lookAgain[because]}
    >
      {recipients === 0 ? <Note tone="alarm">Kies anderen bij “Aan wie?”.</Note> : null}
      <MailLooks looks={looks} level={3} />
      {recipients > 0 ? (
        <>
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="recipients" value={recipients} />
          <Button
            type="submit"
            name="press"
            value="send"
            appearance="primary-action-button"
            aria-busy={pending || undefined}
            className={styles.button}
          >
            Verstuur aan {people(recipients)}
          </Button>
        </>
      ) : null}
    </Look>
  )
}
