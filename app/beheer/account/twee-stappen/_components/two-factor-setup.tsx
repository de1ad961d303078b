import { Heading, Paragraph } from '@utrecht/component-library-react'
import submitStyles from '@/app/beheer/_components/submit-row.module.css'
import { TextField } from '@/components/form/fields/text-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Flow } from '@/components/ui/page/flow'
import styles from './two-factor.module.css'

export type AuthenticatorSetup = { qr: { size: number; path: string }; key: string }

type Props = { app: AuthenticatorSetup; send: (form: FormData) => void; error?: string }

/** Shows the key for the app, as a QR code and in letters, and asks for a first code of the app. */
export function TwoFactorSetup({ app: { key, qr }, send, error }: Props) {
  return (
    <>
      <Flow>
        <Heading level={2}>1. Geef dit aan je app</Heading>
        <Paragraph>Kies in je app voor een account toevoegen, en richt je camera op deze code.</Paragraph>
        <svg
          className={styles.qr}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label="QR-code voor je app. Hieronder staat dezelfde sleutel in letters."
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
        <Paragraph>Lukt dat niet? Typ dan deze sleutel in je app:</Paragraph>
        <p className={styles.key}>
          <code>{key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <Heading level={2}>2. Vul de code in die je app laat zien</Heading>
      </Flow>
      <form action={send} noValidate>
        <input type="hidden" name="intent" value="confirm" />
        <TextField
          id="veld-code"
          name="code"
          label="Code"
          hint="Zes cijfers. Elke halve minuut komt er een nieuwe."
          autoComplete="one-time-code"
          error={error}
          inputProps={{ inputMode: 'numeric' }}
        />
        <div className={submitStyles.row}>
          <SubmitButton>Zet twee stappen aan</SubmitButton>
        </div>
      </form>
    </>
  )
}
