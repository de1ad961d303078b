import { Button } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { type Looks, MailLooks } from './mail-looks'
import styles from './release-form.module.css'
import { people } from './release-words'

type Props = {
  looks: Looks
  recipients: number
  seen: string
  because: 'edited' | 'recipients-changed' | null
  busy: boolean
}

const reasons = {
  edited: 'Je hebt nog iets veranderd, dus er is niets verstuurd. Kijk nog een keer.',
  'recipients-changed': 'Er kwam net iemand bij of er ging iemand af, dus er is niets verstuurd.',
} as const

/** The mail before it goes to many: to how many, what it looks like, and the button that sends it. */
export function LetterLook({ looks, recipients, seen, because, busy }: Props) {
  return (
    <section aria-label="Voor je verstuurt" className={styles.look}>
      <Note
        role="status"
        tone={because || recipients === 0 ? 'alarm' : 'info'}
        lead={recipients === 0 ? 'Niemand krijgt deze mail.' : `${people(recipients)} ${get(recipients)} deze mail.`}
      >
        {because ? reasons[because] : null}
        {recipients === 0 ? 'Kies anderen bij "Aan wie?".' : null}
      </Note>
      <MailLooks looks={looks} />
      {recipients > 0 ? (
        <>
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="recipients" value={recipients} />
          <Button
            type="submit"
            name="press"
            value="send"
            appearance="primary-action-button"
            aria-busy={busy || undefined}
            className={styles.last}
          >
            Verstuur aan {people(recipients)}
          </Button>
        </>
      ) : null}
    </section>
  )
}

const get = (count: number) => (count === 1 ? 'krijgt' : 'krijgen')
