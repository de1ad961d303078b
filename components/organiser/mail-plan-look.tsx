import { Paragraph } from '@utrecht/component-library-react'
import { DoButton, Look } from '@/components/form/look'
import styles from '@/components/form/look.module.css'
import { type Looks, MailLooks } from './mail-looks'
import { kindInWords } from './message-words'
import { getThisMail, lookAgain, people } from './recipient-words'

/** The mails that saving would send at once, as it was at one moment. */
export type MailPlanView = {
  due: { kind: string; recipients: number; looks: Looks }[]
  /** Both come back with the button, so that nothing goes out but what was looked at, to whom was counted. */
  looked: string
  expected: string
  because: 'edited' | 'due-changed' | null
}

const reasons = {
  edited: lookAgain.edited,
  'due-changed': 'Er is net iets veranderd aan wat er meteen uitgaat, dus er is niets bewaard. Kijk nog een keer.',
} as const

/** Which mail goes out the moment this is saved, to how many, and the button that does it. Stands inside the form. */
export function MailPlanLook({ look, pending }: { look: MailPlanView; pending: boolean }) {
  const { due, looked, expected, because } = look
  const total = due.reduce((sum, { recipients }) => sum + recipients, 0)
  return (
    <Look title="Bewaren stuurt meteen mail" sending={look} again={because && reasons[because]}>
      <input type="hidden" name="looked" value={looked} />
      <input type="hidden" name="expected" value={expected} />
      <Paragraph className={styles.text}>
        Het moment ervoor is er al: dit gaat uit zodra je bewaart. Wie de mail al had, krijgt hem niet nog een keer.
      </Paragraph>
      {due.map(({ kind, recipients, looks }) => (
        <div key={kind}>
          <Paragraph className={styles.text}>
            <strong>{kindInWords(kind)}.</strong> {getThisMail(recipients)}.
          </Paragraph>
          <MailLooks looks={looks} level={3} />
        </div>
      ))}
      <DoButton press="send" pending={pending}>
        Bewaren en mail {people(total)}
      </DoButton>
    </Look>
  )
}
