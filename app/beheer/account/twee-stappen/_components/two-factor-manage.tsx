import { Paragraph } from '@utrecht/component-library-react'
import styles from '@/app/beheer/_components/submit-row.module.css'
import {
  CurrentPasswordField,
  type TwoFactorStepProps,
} from '@/app/beheer/account/twee-stappen/_components/current-password-field'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { SubmitButton } from '@/components/form/submit-button'

type Props = TwoFactorStepProps & { required: boolean; choice: string }

/** Renews the recovery codes, or turns two-factor login off. */
export function TwoFactorManage({ send, required, choice, ...passwordProps }: Props) {
  const switchOffOption = { value: 'off', label: 'Inloggen in twee stappen uitzetten' }
  return (
    <form action={send} noValidate>
      <input type="hidden" name="intent" value="manage" />
      <Paragraph>Dit staat aan. Na je wachtwoord geef je een code uit je app.</Paragraph>
      <RadioGroup
        id="veld-choice"
        name="choice"
        label="Wat wil je doen?"
        defaultValue={choice}
        error={passwordProps.errors.choice}
        options={[
          { value: 'renew', label: 'Nieuwe herstelcodes maken. Die van eerder werken dan niet meer' },
          ...(required ? [] : [switchOffOption]),
        ]}
      />
      <CurrentPasswordField {...passwordProps} />
      <div className={styles.row}>
        <SubmitButton>Verder</SubmitButton>
      </div>
    </form>
  )
}

/** Explains what two-factor login needs, and starts the set-up. */
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
