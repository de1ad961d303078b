import { DoButton, Look } from '@/components/form/look'
import { Note } from '@/components/form/note'
import { type Looks, MailLooks } from './mail-looks'
import { getThisMail, lookAgain, people } from './recipient-words'

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
          <DoButton press="send" pending={pending}>
            Verstuur aan {people(recipients)}
          </DoButton>
        </>
      ) : null}
    </Look>
  )
}
