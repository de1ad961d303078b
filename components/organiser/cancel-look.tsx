import { Paragraph } from '@utrecht/component-library-react'
import { DoButton, Look } from '@/components/form/look'
import styles from '@/components/form/look.module.css'
import { Note } from '@/components/form/note'
import { Reason } from '@/components/session/reason'
import { cancelButton, whoHears } from './cancel-words'
import { type Looks, MailLooks } from './mail-looks'

/** What cancelling would do, as it was at one moment. */
export type CancelView = {
  why: string
  /** How many people are signed up, and so get a mail; `waiting` of them stand on the waiting list. */
  recipients: number
  waiting: number
  /** That mail. */
  looks: Looks
}

type Props = { look: CancelView; again: boolean; pending: boolean; sending: unknown }

const reasonChanged = 'Je hebt de reden veranderd. De kennissessie gaat nog door. Kijk of het zo klopt.'

/** Who hears it and why, and the button that does it. Stands inside the form. */
export function CancelLook({ look, again, pending, sending }: Props) {
  return (
    <Look title="Dit gaat er gebeuren" sending={sending} again={again ? reasonChanged : null}>
      <input type="hidden" name="looked" value={look.why} />
      <input type="hidden" name="expected" value={look.recipients} />
      <Paragraph className={styles.text}>
        <strong>{whoHears(look.recipients, look.waiting)}</strong> Op de pagina van de kennissessie staat dan dat hij
        niet doorgaat, en waarom:
      </Paragraph>
      <Reason>{look.why}</Reason>
      {look.recipients > 0 ? <MailLooks looks={look.looks} level={3} /> : null}
      <Note tone="alarm" lead="Dit kun je niet terugdraaien." />
      <DoButton press="cancel" pending={pending} irreversible>
        {cancelButton(look.recipients)}
      </DoButton>
    </Look>
  )
}
