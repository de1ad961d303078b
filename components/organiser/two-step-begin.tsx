import { Paragraph } from '@utrecht/component-library-react'
import { SubmitButton } from '@/components/form/submit-button'
import { OwnPassword, type OwnPasswordProps } from './own-password'
import styles from './send-row.module.css'

/** Before it is on: what is needed, and the way to begin. */
export function TwoStepBegin({ send, ...own }: OwnPasswordProps) {
  return (
    <form action={send} noValidate>
      <input type="hidden" name="press" value="begin" />
      <Paragraph>
        Na je wachtwoord geef je dan ook een code uit een app op je telefoon. Wie je wachtwoord raadt, komt er zo niet
        in. Je hebt een app nodig die codes maakt, zoals Microsoft Authenticator, Google Authenticator of een
        wachtwoordkluis.
      </Paragraph>
      <OwnPassword {...own} />
      <div className={styles.row}>
        <SubmitButton>Begin met instellen</SubmitButton>
      </div>
    </form>
  )
}
