import { Paragraph } from '@utrecht/component-library-react'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { SubmitButton } from '@/components/form/submit-button'
import { CurrentPasswordField, type TwoFactorStepProps } from './current-password-field'

/** Before it is on: what is needed, and the way to begin. */
export function TwoFactorStart({ send, ...passwordProps }: TwoFactorStepProps) {
  return (
    <form action={send} noValidate>
      <input type="hidden" name="intent" value="begin" />
      <Paragraph>
        Na je wachtwoord geef je dan ook een code uit een app op je telefoon. Wie je wachtwoord raadt, komt er zo niet
        in. Je hebt een app nodig die codes maakt, zoals Microsoft Authenticator, Google Authenticator of een
        wachtwoordkluis.
      </Paragraph>
      <CurrentPasswordField {...passwordProps} />
      <div className={styles.row}>
        <SubmitButton>Begin met instellen</SubmitButton>
      </div>
    </form>
  )
}
