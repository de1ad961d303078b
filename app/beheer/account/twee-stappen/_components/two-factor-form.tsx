'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState, PlainFlash } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { type FieldReason, organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import { AccountOfPassword } from '@/app/beheer/_components/organiser/password-fields'
import submitStyles from '@/app/beheer/_components/submit-row.module.css'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { TextField } from '@/components/form/fields/text-field'
import { ActionForm } from '@/components/form/submission/action-form'
import type { FormSender } from '@/components/form/submission/use-form-sender'
import { SubmitButton } from '@/components/form/submit-button'
import { Flow } from '@/components/ui/page/flow'
import { routes } from '@/lib/platform/routes'
import styles from './two-factor.module.css'

export type TwoFactorRefusal = keyof typeof refusals
type NewCodes = { codes: string[]; cause: keyof typeof codesFlash }
export type TwoFactorState = FormState<
  { choice: string },
  FieldReason,
  TwoFactorRefusal | PlainFlash,
  NewCodes,
  AuthenticatorSetup
>

type Props = {
  action: FormAction<TwoFactorState>
  isOn: boolean
  /** Whether all organisers must use two-factor login, so that it cannot be switched off. */
  required: boolean
  email: string
  /** Whether the form asks for the password. An organiser who logs in with Microsoft has none. */
  hasPassword: boolean
}

const codesFlash = {
  on: { title: 'Inloggen in twee stappen staat aan.', text: 'Je krijgt er een mail over.' },
  renewed: { title: 'Dit zijn je nieuwe herstelcodes.', text: 'Die van eerder werken niet meer.' },
}

/**
 * Shows the steps to set up two-factor login. When two-factor login `isOn`, shows a form to renew the recovery codes or
 * to switch it off.
 */
export function TwoFactorForm({ action, isOn, required, email, hasPassword }: Props) {
  const form = useFormAction(action, {
    values: { choice: '' },
    describeErrors: (reasons) => organiserFieldErrors(reasons, messages),
    describeRefusal: (reason) => (typeof reason === 'string' ? refusals[reason] : reason),
  })
  const { state, send, errors, result, preview: setup } = form
  return (
    <>
      <FormFeedback
        pageTitle="Inloggen in twee stappen"
        errors={errors}
        refusal={form.refusal}
        success={result && codesFlash[result.cause]}
        submission={state.status === 'previewed' ? null : state}
      />
      {result ? <RecoveryCodes codes={result.codes} email={email} /> : null}
      {setup ? <TwoFactorSetup app={setup} send={send} error={errors.code} /> : null}
      {/* `isOn` is already true while new recovery codes are shown, so they must hide this form. */}
      {result || setup ? null : (
        <ActionForm send={send} noValidate>
          <input type="hidden" name="intent" value={isOn ? 'manage' : 'begin'} />
          {isOn ? (
            <>
              <Paragraph>Dit staat aan. Na je wachtwoord geef je een code uit je app.</Paragraph>
              <RadioGroup
                {...form.field('choice')}
                label="Wat wil je doen?"
                options={required ? [renewOption] : [renewOption, switchOffOption]}
              />
            </>
          ) : (
            <Paragraph>
              Na je wachtwoord geef je dan ook een code uit een app op je telefoon. Wie je wachtwoord raadt, komt er zo
              niet in. Je hebt een app nodig die codes maakt, zoals Microsoft Authenticator, Google Authenticator of een
              wachtwoordkluis.
            </Paragraph>
          )}
          {hasPassword ? (
            <>
              <AccountOfPassword email={email} />
              <TextField
                id="veld-password"
                name="password"
                type="password"
                label="Je wachtwoord"
                hint="Zo weten we dat jij het bent."
                autoComplete="current-password"
                error={errors.password}
              />
            </>
          ) : null}
          <div className={submitStyles.row}>
            <SubmitButton>{isOn ? 'Verder' : 'Begin met instellen'}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </>
  )
}

const renewOption = { value: 'renew', label: 'Nieuwe herstelcodes maken. Die van eerder werken dan niet meer' }
const switchOffOption = { value: 'off', label: 'Inloggen in twee stappen uitzetten' }

/**
 * Error messages for the set-up of two-factor login. The default message for a wrong code mentions recovery codes,
 * which do not exist yet during the set-up.
 */
const messages = {
  code: {
    wrong: 'Deze code klopt niet. Vul de zes cijfers in die je app nu laat zien',
  },
}

const refusals = {
  wait: {
    title: 'Probeer het over een kwartier opnieuw.',
    text: 'Je wachtwoord is te vaak verkeerd ingevuld. Er is niets veranderd.',
  },
  'already-on': {
    title: 'Inloggen in twee stappen staat al aan.',
    text: 'Er is nu niets veranderd. Heb je geen herstelcodes gezien? Maak dan hieronder nieuwe.',
  },
  'not-on': { title: 'Inloggen in twee stappen staat al uit.', text: 'Er is nu niets veranderd.' },
  required: { title: 'Hier moet iedereen inloggen in twee stappen.', text: 'Uitzetten kan daarom niet.' },
  'not-begun': { title: 'Begin opnieuw.', text: 'De sleutel van eerder werkt niet meer.' },
} satisfies Record<string, PlainFlash>

type AuthenticatorSetup = { qr: { size: number; path: string }; key: string }

type SetupProps = { app: AuthenticatorSetup; send: FormSender; error?: string }

/** Shows the key for the authenticator app, as a QR code and in letters, and asks for the first code of that app. */
function TwoFactorSetup({ app: { key, qr }, send, error }: SetupProps) {
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

/** Shows new recovery codes and a link to download them. They are not shown again. */
function RecoveryCodes({ codes, email }: { codes: string[]; email: string }) {
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
