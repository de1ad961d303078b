import { Paragraph } from '@utrecht/component-library-react'
import { RadioGroup } from '@/components/form/radio-group'
import { SubmitButton } from '@/components/form/submit-button'
import { OwnPassword, type OwnPasswordProps } from './own-password'
import styles from './send-row.module.css'

type Props = OwnPasswordProps & { required: boolean; choice: string }

/** While it is on: new recovery codes, or off. */
export function TwoStepManage({ send, required, choice, ...own }: Props) {
  const off = { value: 'off', label: 'Inloggen in twee stappen uitzetten' }
  return (
    <form action={send} noValidate>
      <input type="hidden" name="press" value="manage" />
      <Paragraph>Dit staat aan. Na je wachtwoord geef je een code uit je app.</Paragraph>
      <RadioGroup
        id="veld-choice"
        name="choice"
        label="Wat wil je doen?"
        defaultValue={choice}
        error={own.errors.choice}
        options={[
          { value: 'renew', label: 'Nieuwe herstelcodes maken. Die van eerder werken dan niet meer' },
          ...(required ? [] : [off]),
        ]}
      />
      <OwnPassword {...own} />
      <div className={styles.row}>
        <SubmitButton>Verder</SubmitButton>
      </div>
    </form>
  )
}
