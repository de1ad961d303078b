import { Heading, Paragraph } from '@utrecht/component-library-react'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { Flow } from '@/components/layout/flow'
import type { OwnPasswordProps } from './own-password'
import { QrCode } from './qr-code'
import styles from './send-row.module.css'
import keyStyles from './two-step-scan.module.css'

/** What the app is to be given: as a QR code and in letters. */
export type ForApp = { qr: { size: number; path: string }; key: string }

type Props = Pick<OwnPasswordProps, 'send' | 'errors'> & { app: ForApp }

/** Gives the key to the app, and takes a first code of it. */
export function TwoStepScan({ app, send, errors }: Props) {
  return (
    <>
      <Flow>
        <Heading level={2}>1. Geef dit aan je app</Heading>
        <Paragraph>Kies in je app voor een account toevoegen, en richt je camera op deze code.</Paragraph>
        <QrCode qr={app.qr} label="QR-code voor je app. Hieronder staat dezelfde sleutel in letters." />
        <Paragraph>Lukt dat niet? Typ dan deze sleutel in je app:</Paragraph>
        <p className={keyStyles.key}>
          <code>{app.key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <Heading level={2}>2. Vul de code in die je app laat zien</Heading>
      </Flow>
      <form action={send} noValidate>
        <input type="hidden" name="press" value="confirm" />
        <TextField
          id="veld-code"
          name="code"
          label="Code"
          hint="Zes cijfers. Elke halve minuut komt er een nieuwe."
          autoComplete="one-time-code"
          error={errors.code}
          inputProps={{ inputMode: 'numeric' }}
        />
        <div className={styles.row}>
          <SubmitButton>Zet twee stappen aan</SubmitButton>
        </div>
      </form>
    </>
  )
}
