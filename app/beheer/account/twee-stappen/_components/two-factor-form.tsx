'use client'

import { Paragraph } from '@utrecht/component-library-react'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { type FieldReason, organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import { AccountOfPassword } from '@/app/beheer/_components/organiser/password-fields'
import submitStyles from '@/app/beheer/_components/submit-row.module.css'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { TextField } from '@/components/form/fields/text-field'
import { ActionForm } from '@/components/form/submission/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { type AuthenticatorSetup, RecoveryCodes, TwoFactorSetup } from './two-factor-setup'

export type TwoFactorRefusal = keyof typeof refusals
type NewCodes = { codes: string[]; cause: keyof typeof codesFlash }
export type TwoFactorState = FormState<{ choice: string }, FieldReason, TwoFactorRefusal, NewCodes, AuthenticatorSetup>

type Props = {
  action: FormAction<TwoFactorState>
  isOn: boolean
  /** True if every organiser needs two-factor login. */
  required: boolean
  email: string
  /** An organiser without a password, who logs in with Microsoft, is not asked for it. */
  hasPassword: boolean
}

const codesFlash = {
  on: { title: 'Inloggen in twee stappen staat aan.', text: 'Je krijgt er een mail over.' },
  renewed: { title: 'Dit zijn je nieuwe herstelcodes.', text: 'Die van eerder werken niet meer.' },
}

/** Sets up two-factor login: password, app, first code and recovery codes. Once it is on, renews codes or switches it off. */
export function TwoFactorForm({ action, isOn, required, email, hasPassword }: Props) {
  const form = useFormAction(action, {
    values: { choice: '' },
    describeErrors: (reasons) => organiserFieldErrors(reasons, messages),
    describeRefusal: (reason) => refusals[reason],
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
      {/* The recovery codes stay when the page already knows that two-factor login is on. */}
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

/** For the first code of an app, when there are no recovery codes yet. */
const messages = {
  code: {
    wrong:
      'Deze code klopt niet. Vul de zes cijfers in die je app nu laat zien. Klopt het weer niet? Kijk of de klok van je telefoon goed staat',
  },
}

const refusals = {
  wait: {
    title: 'Probeer het over een kwartier opnieuw.',
    text: 'Je wachtwoord is te vaak verkeerd ingevuld. Er is niets veranderd.',
  },
  'already-on': { title: 'Inloggen in twee stappen staat al aan.', text: 'Er is nu niets veranderd.' },
  'not-on': { title: 'Inloggen in twee stappen staat al uit.', text: 'Er is nu niets veranderd.' },
  required: { title: 'Hier moet iedereen inloggen in twee stappen.', text: 'Uitzetten kan daarom niet.' },
  'not-begun': { title: 'Begin opnieuw.', text: 'De sleutel van eerder werkt niet meer.' },
} satisfies Record<string, Flash>
