import { Heading, Paragraph } from '@utrecht/component-library-react'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { TwoFactorStepProps } from '@/app/beheer/account/twee-stappen/_components/current-password-field'
import qrStyles from '@/app/beheer/account/twee-stappen/_components/qr-code.module.css'
import keyStyles from '@/app/beheer/account/twee-stappen/_components/two-factor-setup.module.css'
import { TextField } from '@/components/form/fields/text-field'
import { SubmitButton } from '@/components/form/submit-button'
import { Flow } from '@/components/ui/page/flow'

/** The key for the authenticator app, as a QR code and as text. */
export type AuthenticatorSetup = { qr: { size: number; path: string }; key: string }

type Props = Pick<TwoFactorStepProps, 'send' | 'errors'> & { app: AuthenticatorSetup }

/** Shows the key for the app, and asks for its first code. */
export function TwoFactorSetup({ app, send, errors }: Props) {
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
        <input type="hidden" name="intent" value="confirm" />
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

/** A QR code. The page must also show its content as text. */
function QrCode({ qr: { size, path }, label }: { qr: { size: number; path: string }; label: string }) {
  return (
    <svg className={qrStyles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
