import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import submitStyles from '@/app/beheer/_components/submit-row.module.css'
import { TextField } from '@/components/form/fields/text-field'
import { ActionForm } from '@/components/form/submission/action-form'
import type { FormSender } from '@/components/form/submission/use-form-sender'
import { SubmitButton } from '@/components/form/submit-button'
import { Flow } from '@/components/ui/page/flow'
import { routes } from '@/lib/platform/routes'
import styles from './two-factor.module.css'

export type AuthenticatorSetup = { qr: { size: number; path: string }; key: string }

type Props = { app: AuthenticatorSetup; send: FormSender; error?: string }

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
      <ActionForm send={send} noValidate>
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
      </ActionForm>
    </>
  )
}

/** Shows new recovery codes, which are not shown again. */
export function RecoveryCodes({ codes, email }: { codes: string[]; email: string }) {
  const text = `Herstelcodes voor Aanschuif (${email})\nElke code werkt één keer.\n\n${codes.join('\n')}\n`
  return (
    <Flow>
      <Heading level={2}>Bewaar je herstelcodes</Heading>
      <Paragraph>
        Ben je je telefoon kwijt? Dan log je in met een van deze codes. Elke code werkt één keer. Je ziet ze alleen nu:
        print ze, of zet ze in je wachtwoordkluis.
      </Paragraph>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Paragraph>
        <Link
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="herstelcodes-aanschuif.txt"
          className={styles.download}
        >
          Download als bestand
        </Link>
      </Paragraph>
      <Paragraph>
        <Link href={routes.account()}>Ik heb ze bewaard, naar mijn account</Link>
      </Paragraph>
    </Flow>
  )
}
