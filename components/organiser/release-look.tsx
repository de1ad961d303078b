import { Paragraph } from '@utrecht/component-library-react'
import { DoButton, Look } from '@/components/form/look'
import styles from '@/components/form/look.module.css'
import { type Looks, MailLooks } from './mail-looks'
import { lookAgain } from './recipient-words'
import { releaseButton, whoGetsIt } from './release-words'

/** What releasing would do, as it was at one moment. */
export type ReleaseView = {
  onlineLink: string
  /** Something was released before: the mail says what changed. */
  corrects: boolean
  /** How many people are signed up, and so get a mail. */
  recipients: number
  /** That mail. */
  looks: Looks
  /** Comes back with the button, so that nothing is released but what was looked at. */
  looked: string
  because: 'edited' | 'recipients-changed' | null
}

/** Who gets which mail, where its button leads, and the button that releases. Stands inside the form. */
export function ReleaseLook({ look, pending }: { look: ReleaseView; pending: boolean }) {
  const { onlineLink, recipients, looks, looked, because } = look
  return (
    <Look title="Dit gaat er gebeuren" sending={look} again={because && lookAgain[because]}>
      <input type="hidden" name="looked" value={looked} />
      <input type="hidden" name="expected" value={recipients} />
      <Paragraph className={styles.text}>
        <strong>{whoGetsIt(look)}</strong> Wie zich hierna aanmeldt, krijgt link en agenda meteen in de bevestiging.
      </Paragraph>
      <Paragraph className={styles.text}>
        De knop in de mail brengt ze naar: <strong className={styles.address}>{onlineLink}</strong>
      </Paragraph>
      {recipients > 0 ? <MailLooks looks={looks} level={3} /> : null}
      <DoButton press="release" pending={pending}>
        {releaseButton(look)}
      </DoButton>
    </Look>
  )
}
